// A circle of one's own on two laptops: what goes, what comes, and who asks to join.

import { expect } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from '../bridge.ts';
import { PASSPHRASE } from '../steps.ts';
import { type At, type Ground, settle } from './at.ts';

/** Who joins unless a test says otherwise. */
const FATIMA = { given: 'Fatima', particle: '', family: 'el Amrani' };

/** A second laptop, let in by the first. */
export async function letIn(first: Bridge, second: Bridge, name = FATIMA): Promise<void> {
  const { handle } = await second.call<{ handle: string }>('ask_to_join', { name }, { secrets: { newPassphrase: PASSPHRASE } });
  await second.call('forget_printed_keys');
  second.circle = handle;
  const card = await second.call<{ name: string }>('write_card');
  const answer = await first.call<{ answer: { name: string } }>(
    'approve_card', { right: 'member', person: 'new' }, { file: await chosen(first, join(second.laptop.documents, card.name), 'join_card') });
  await takeOver(second, join(first.laptop.documents, answer.answer.name));
}

/** Chooses a file; answers its number. */
export async function chosen(bridge: Bridge, path: string, purpose: string): Promise<number> {
  await bridge.willChoose(path);
  const { circle } = bridge;
  bridge.circle = undefined;
  const [file] = await bridge.call<{ file: number }[]>('choose_files', { purpose });
  bridge.circle = circle;
  if (!file) throw new Error(`${path} was not chosen`);
  return file.file;
}

/** Takes a package over past the screen. */
export async function takeOver(bridge: Bridge, path: string): Promise<void> {
  const file = await chosen(bridge, path, 'packages');
  await bridge.call('import_package', { preview: false }, { file });
  await bridge.call('drop_opened', { file });
}

/** Writes a package; answers where it is. */
export async function send(bridge: Bridge, all = false): Promise<string> {
  const { name } = await bridge.call<{ name: string }>('export_package', { all });
  return join(bridge.laptop.documents, name);
}

/** What the other laptop made for the screens below; found by name in the package sheet. */
async function writeMuch(other: Bridge): Promise<void> {
  const theme = await other.make('create_theme', { name: 'continuïteit' });
  await other.make('create_meeting', { title: 'Continuïteit', date: '2026-04-09', number: 0, theme });
  await other.call('add_statement', { theme, text: 'Rust in huis gaat voor een snelle plek.' });
  await other.make('add_study', { title: 'Continuïteit in gezinshuizen' });
  const body = (text: string) => [{ id: '00000000000000a1', kind: 'paragraph', text }];
  for (const text of ['Bellen met de gemeente.', 'Vraag van een jongere.', 'Wat er na de zomer anders is.']) {
    await other.make('write_note', { title: text, body: body(text) });
  }
}

let path = '';
let card = '';

const pair: Ground = {
  name: 'two laptops',
  prepare: async (stand) => {
    const { bridge } = stand;
    await bridge.call('change_settings', { language: stand.language });
    await bridge.found();
    const other = await stand.openBridge();
    await letIn(bridge, other);
    await takeOver(other, await send(bridge));
    await writeMuch(other);
    path = await send(other);
    const third = await stand.openBridge();
    const asked = { name: { given: 'Çağlar', particle: '', family: 'Yıldız' } };
    const { handle } = await third.call<{ handle: string }>('ask_to_join', asked, { secrets: { newPassphrase: PASSPHRASE } });
    third.circle = handle;
    card = join(third.laptop.documents, (await third.call<{ name: string }>('write_card')).name);
    await bridge.make('create_theme', { name: 'matching' });
    await settle(stand);
  },
  screens: [
    { name: 'something to share', open: (on) => on.room('exchange') },
    {
      name: 'shared',
      open: async (on) => {
        await on.press('frame-share');
        await on.heading('exchange-mail');
      },
    },
    {
      name: 'a package',
      isPictured: true,
      open: async (on) => {
        await on.room('today');
        await arrives(on, path);
        await expect(on.page.getByRole('button', { name: on.say('exchange-take-over') })).toBeVisible();
      },
    },
    {
      name: 'a package, taken over',
      open: async (on) => {
        await on.press('exchange-take-over');
        await expect(on.page.getByRole('button', { name: on.say('exchange-ready') })).toBeVisible();
      },
    },
    { name: 'what came in', open: (on) => on.room('exchange') },
    {
      name: 'a package known already',
      open: async (on) => {
        await arrives(on, path);
        await expect(on.page.getByText(on.say('exchange-nothing-new'))).toBeVisible();
      },
    },
    {
      name: 'a card',
      open: async (on) => {
        await on.clear();
        await arrives(on, card);
        await expect(on.page.getByRole('button', { name: on.say('exchange-approve') })).toBeVisible();
      },
    },
    {
      name: 'a card, approved',
      open: async (on) => {
        await on.press('exchange-approve');
        await expect(on.page.locator('dialog[open]').getByRole('heading', { name: on.say('exchange-mail') })).toBeVisible();
      },
    },
    {
      name: 'a strange file',
      open: async (on) => {
        await on.clear();
        const strange = join(on.stand.bridge.laptop.top, 'iets.doc');
        writeFileSync(strange, 'iets');
        await arrives(on, strange);
        await on.sheet();
      },
    },
    {
      name: 'inviting',
      open: async (on) => {
        await on.room('exchange');
        await on.press('exchange-invite');
        await on.sheet();
      },
    },
    {
      name: 'invited',
      open: async (on) => {
        await on.fill('exchange-invite-name', 'Gé ’t Hart');
        await on.press('exchange-invite');
        await expect(on.page.getByText(on.say('exchange-invited-once'))).toBeVisible();
      },
    },
    {
      name: 'taking an invitation back',
      open: async (on) => {
        await on.room('exchange');
        await on.press('exchange-withdraw');
        await on.sheet();
      },
    },
    {
      name: 'a shared folder',
      open: async (on) => {
        await on.room('exchange');
        const folder = join(on.stand.bridge.laptop.top, 'Map van de kring');
        mkdirSync(folder);
        await on.stand.bridge.willChooseFolder(folder);
        await on.press('exchange-folder-choose');
        await expect(on.page.getByText('Map van de kring')).toBeVisible();
      },
    },
    {
      name: 'who has a record',
      open: async (on) => {
        await on.record('themes', 'matching');
        await on.menu(on.say('themes-menu'), 'history-title');
        await on.page.getByText(on.say('history-standings')).click();
        await expect(on.page.getByText(on.say('history-standing-lacks', { name: 'Fatima el Amrani' }))).toBeVisible();
      },
    },
    {
      name: 'taking someone out',
      open: async (on) => {
        await on.record('members', 'Fatima');
        await on.menu(on.say('members-menu', { name: 'Fatima el Amrani' }), 'confirm-remove_member-do');
        await on.sheet();
      },
    },
    {
      name: 'the kringsleutel',
      open: async (on) => {
        await on.room('members');
        await on.page.getByRole('button', { name: on.say('members-about-circle') }).click();
        await on.press('members-key-use');
        await on.sheet();
      },
    },
    {
      name: 'erased for good',
      open: async (on) => {
        const { bridge } = on.stand;
        const notes = await bridge.call<{ id: string }[]>('list_notes');
        await bridge.call('erase_record', { id: notes[0]?.id });
        await on.room('exchange');
        await on.heading('erase-list');
      },
    },
    { name: 'settings of a circle', open: (on) => on.room('settings') },
    {
      name: 'settings, checked',
      open: async (on) => {
        const page = on.page.locator('.record');
        await page.getByRole('button', { name: on.say('settings-back-up') }).click();
        await page.getByRole('button', { name: on.say('settings-check-start') }).click();
        await expect(on.page.getByText(on.say('settings-check-right', { segments: 3 }).slice(0, 12))).toBeVisible();
      },
    },
    {
      name: 'going back to a backup',
      open: async (on) => {
        await on.stand.bridge.make('create_theme', { name: 'na de back-up' });
        // On a narrow window the sections make way for the one that is chosen.
        await on.press('settings-backups');
        await on.page.locator('details').filter({ has: on.page.getByText(on.say('settings-backup-restore')) }).first().locator('summary').click();
        await on.press('settings-backup-of', { word: on.say('settings-backup-restore'), day: '' });
        await on.sheet();
        await on.page.getByText(on.say('settings-restore-all')).click();
      },
    },
    {
      name: 'changing the passphrase',
      open: async (on) => {
        await on.clear();
        await on.press('settings-passphrase');
        await on.sheet();
      },
    },
  ],
};

/** A file comes in as if it were double-clicked. */
export async function arrives(on: At, file: string): Promise<void> {
  const { bridge } = on.stand;
  await bridge.offer(file);
  await expect(on.page.locator('dialog[open]')).toBeVisible();
}

export const ofTwo = [pair];
