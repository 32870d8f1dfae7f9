// Where things lie: the checkout, what cargo built, and a private folder for each test.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The checkout. */
export const root = resolve(import.meta.dirname, '../..');

/** A path below cargo's target folder. */
export function target(path: string): string {
  return join(resolve(root, process.env['CARGO_TARGET_DIR'] ?? 'target'), path);
}

/** What a laptop of a test keeps, each in a folder of its own below `top`. */
export interface Laptop {
  /** Everything below is inside; removed at the end. */
  top: string;
  /** The app's data folder. */
  home: string;
  /** Where written files arrive unless a test chose another folder. */
  documents: string;
}

/** The folders of a laptop at `top`, laid out alike by bridge and window. */
export function laptopAt(top: string): Laptop {
  return { top, home: join(top, 'kringboek'), documents: join(top, 'documents') };
}

/** A fresh laptop; whoever asks removes it with {@link discard}. */
export function freshLaptop(): Laptop {
  return laptopAt(mkdtempSync(join(tmpdir(), 'kring-e2e-')));
}

/** Removes a laptop and everything on it. */
export function discard(laptop: Laptop): void {
  // A browser process that is still ending may write once more while the folder goes.
  rmSync(laptop.top, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** The files in a folder and all folders below it, by their whole paths. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
