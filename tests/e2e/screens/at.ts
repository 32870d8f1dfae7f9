// Every screen of the app and the way to it, for all looks at the whole: barriers, pictures, words. A ground is
// a laptop with something on it; its screens are visited one after the other, in the order in which they stand.

import { expect, type Page } from '@playwright/test';
import type { Bridge, Start } from '../bridge.ts';
import { enter, type Room } from '../rooms.ts';
import { type Language, say } from '../text.ts';

/** Where a screen is visited. */
export interface Stand {
  page: Page;
  bridge: Bridge;
  openBridge: (start?: Start) => Promise<Bridge>;
  language: Language;
}

export interface Screen {
  name: string;
  open: (on: At) => Promise<unknown>;
  /** Also kept as a picture. */
  isPictured?: boolean;
}

export interface Ground {
  name: string;
  /** Sets the scene past the screen, which is shown afterwards. */
  prepare: (stand: Stand) => Promise<void>;
  screens: Screen[];
}

/** A page in one language, and what a member does on it. */
export class At {
  constructor(readonly stand: Stand) {}

  get page(): Page {
    return this.stand.page;
  }

  say(key: string, values: Parameters<typeof say>[1] = {}): string {
    return say(key, values, this.stand.language);
  }

  /** Closes what lies over the room. */
  async clear(): Promise<void> {
    const sheet = this.page.locator('dialog[open], [popover]:popover-open');
    while ((await sheet.count()) > 0) {
      await this.page.keyboard.press('Escape');
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async room(room: Room): Promise<void> {
    await this.clear();
    await enter(this.page, room, this.stand.language);
  }

  /** Opens a record of a room by what its row begins with. */
  async record(room: Room, start: string): Promise<void> {
    await this.room(room);
    await this.page.getByRole('option').filter({ hasText: start }).first().click();
    await expect(this.page.locator('.record h1, .record [contenteditable], .record article').first()).toBeVisible();
  }

  /** Presses a button, the first of several whose name begins so. */
  async press(key: string, values: Parameters<typeof say>[1] = {}): Promise<void> {
    const top = (await this.page.locator('dialog[open]').count()) > 0 ? this.page.locator('dialog[open]') : this.page;
    await top.getByRole('button', { name: startsWith(this.say(key, values)) }).first().click();
  }

  /** Chooses from the menu of the record that is open. */
  async menu(trigger: string | RegExp, key: string): Promise<void> {
    await this.clear();
    await this.page.getByRole('main').getByRole('button', { name: trigger }).first().click();
    await this.page.getByRole('menuitem', { name: this.say(key), exact: true }).click();
  }

  /** Opens a tab of the record. */
  async tab(key: string): Promise<void> {
    await this.clear();
    await this.page.getByRole('tab', { name: this.say(key) }).click();
  }

  /** Waits for a sheet over the room with something in it. */
  async sheet(): Promise<void> {
    await expect(this.page.locator('dialog[open] :is(button, input)').first()).toBeVisible();
  }

  async heading(key: string, values: Parameters<typeof say>[1] = {}): Promise<void> {
    await expect(this.page.getByRole('heading', { name: this.say(key, values) }).first()).toBeVisible();
  }

  async fill(key: string, text: string): Promise<void> {
    await this.page.getByLabel(startsWith(this.say(key))).first().fill(text);
  }
}

/** A pattern for names that begin with this text. */
export const startsWith = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Shows what the bridge holds, in the language of the stand. */
export async function settle({ page, bridge, language }: Stand): Promise<void> {
  const { circle } = bridge;
  bridge.circle = undefined;
  await bridge.call('change_settings', { language });
  bridge.circle = circle;
  await page.reload();
  await expect(page.getByRole('main')).toBeVisible();
}
