// axe-core in a page or a window. It is handed over as text: the page's policy lets no foreign script in.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { Window } from './window.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.2 up to AA that a machine can judge, and what is good practice besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Those of the rules that look at colours: all that another theme can break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

const run = (only: string[]): string => `axe.run(document, { runOnly: ${JSON.stringify(only)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
    id + ' (' + help + '): ' + target.join(' ') + ' — ' + failureSummary.replace(/\\s+/g, ' '))))`;

/** What stands in the way of someone who uses the page without seeing it, or without a mouse; empty when nothing does. */
export async function barriers(page: Page, ofColour = false): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(AXE);
  return page.evaluate(run(ofColour ? OF_COLOUR : RULES));
}

/** The same in the real window. */
export async function barriersInWindow(window: Window): Promise<string[]> {
  await window.execute(`${AXE}; return 1`);
  return window.promise<string[]>(run(RULES));
}
