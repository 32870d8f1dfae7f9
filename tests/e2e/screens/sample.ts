// The sample circle: every room, every kind of record, every form. Nothing here is saved by a form, so that the
// screens stand in any order but that of the trash, which comes last.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Ground, settle, type Stand } from './at.ts';

async function sample(stand: Stand): Promise<void> {
  const { handle } = await stand.bridge.call<{ handle: string }>('open_sample');
  stand.bridge.circle = handle;
  await settle(stand);
}

const DISPUTED = 'Een crisisplaatsing in een gezinshuis';
const ASKED = 'Na een jaar is er op groepsniveau';

const meetings: Ground = {
  name: 'meetings',
  prepare: sample,
  screens: [
    { name: 'today', isPictured: true, open: (on) => on.room('today') },
    { name: 'meetings', open: (on) => on.room('meetings') },
    {
      name: 'planning a meeting',
      open: async (on) => {
        await on.press('meetings-plan');
        await on.sheet();
      },
    },
    { name: 'agenda', isPictured: true, open: (on) => on.record('meetings', 'Continuïteit') },
    {
      name: 'agenda item',
      open: async (on) => {
        await on.page.locator('[data-deed=title]').first().click();
        await on.sheet();
      },
    },
    {
      name: 'changing a meeting',
      open: async (on) => {
        await on.menu(on.say('frame-more'), 'meetings-change');
        await on.sheet();
      },
    },
    {
      name: 'minutes',
      open: async (on) => {
        await on.record('meetings', 'Matching');
        await on.tab('meetings-tab-minutes');
      },
    },
    { name: 'outcomes', open: (on) => on.tab('meetings-tab-outcomes') },
    { name: 'attendance', open: (on) => on.tab('meetings-tab-attendance') },
    { name: 'sources', open: (on) => on.tab('meetings-tab-sources') },
    {
      name: 'a contribution',
      open: async (on) => {
        await on.press('meetings-contribution-add');
        await on.sheet();
      },
    },
    {
      name: 'linking a study to a meeting',
      open: async (on) => {
        await on.clear();
        await on.press('meetings-study-link');
        await on.sheet();
        await on.page.locator('dialog[open] input').first().fill('gezinshuis');
      },
    },
    {
      name: 'summary',
      open: async (on) => {
        await on.clear();
        await on.press('meetings-make-summary');
        await expect(on.page.locator('dialog[open] article h2, dialog[open] article h3').first()).toBeVisible();
      },
    },
    {
      name: 'decisions and actions of all meetings',
      open: async (on) => {
        await on.room('meetings');
        await on.press('meetings-tab-outcomes');
        await on.heading('meetings-decisions');
      },
    },
    { name: 'notes', open: (on) => on.room('notes') },
    { name: 'a note', isPictured: true, open: (on) => on.record('notes', 'Vragen van jongeren') },
    {
      name: 'the slash menu',
      open: async (on) => {
        await on.press('frame-new-note');
        await on.page.getByRole('textbox', { name: on.say('notes-label') }).click();
        await on.page.keyboard.type('/');
        await expect(on.page.getByRole('listbox', { name: on.say('editor-choose-block') })).toBeVisible();
      },
    },
    {
      name: 'naming a person',
      open: async (on) => {
        await on.page.keyboard.press('Backspace');
        await on.page.keyboard.type('@an');
        await expect(on.page.getByRole('option', { name: 'Annelies van der Meulen' })).toBeVisible();
      },
    },
    { name: 'a private note', open: (on) => on.record('notes', 'Voor mijzelf') },
  ],
};

const themes: Ground = {
  name: 'themes and studies',
  prepare: sample,
  screens: [
    { name: 'themes', open: (on) => on.room('themes') },
    {
      name: 'adding a theme',
      open: async (on) => {
        await on.press('themes-add');
        await on.sheet();
      },
    },
    { name: 'a theme', open: (on) => on.record('themes', 'matching, verplaatsen') },
    {
      name: 'a history',
      open: async (on) => {
        await on.menu(on.say('themes-menu'), 'history-title');
        await expect(on.page.getByRole('button', { name: on.say('history-made') })).toBeVisible();
      },
    },
    {
      name: 'a version',
      open: async (on) => {
        await on.press('history-made');
        await expect(on.page.getByText(on.say('history-whole'))).toBeVisible();
      },
    },
    {
      name: 'who wrote what',
      open: async (on) => {
        await on.press('history-all');
        await on.press('history-writers');
        await expect(on.page.getByRole('button', { name: on.say('history-all') })).toBeVisible();
      },
    },
    {
      name: 'erasing',
      open: async (on) => {
        await on.menu(on.say('themes-menu'), 'erase-title');
        await expect(on.page.getByText(on.say('erase-final'))).toBeVisible();
        await on.clear();
      },
    },
    {
      name: 'adding a statement',
      open: async (on) => {
        await on.press('themes-add-statement');
        await on.sheet();
      },
    },
    {
      name: 'a statement with dissent',
      isPictured: true,
      open: async (on) => {
        await on.clear();
        await on.page.getByRole('button', { name: DISPUTED }).first().click();
        await on.heading('themes-stand');
      },
    },
    {
      name: 'rewording',
      open: async (on) => {
        await on.menu(on.say('themes-statement-menu'), 'themes-reword');
        await on.sheet();
      },
    },
    {
      name: 'opening a round',
      open: async (on) => {
        await on.menu(on.say('themes-statement-menu'), 'themes-open-round');
        await on.sheet();
      },
    },
    {
      name: 'evidence',
      open: async (on) => {
        await on.clear();
        await on.press('themes-evidence-add');
        await on.sheet();
      },
    },
    {
      name: 'a statement that asks',
      open: async (on) => {
        await on.record('themes', 'continuïteit');
        await on.page.getByRole('button', { name: ASKED }).first().click();
        await on.heading('themes-stand');
      },
    },
    {
      name: 'closing a round',
      open: async (on) => {
        await on.press('themes-close-round');
        await on.sheet();
      },
    },
    {
      name: 'recording a position',
      open: async (on) => {
        await on.clear();
        await on.press('themes-record-position');
        await on.sheet();
      },
    },
    {
      name: 'giving a position',
      isPictured: true,
      open: async (on) => {
        await on.clear();
        await on.press('themes-give-position');
        await on.page.getByRole('radio', { name: on.say('export-stance-agree-with-reservation') }).check();
        await expect(on.page.getByLabel(on.say('themes-say-why'))).toBeVisible();
      },
    },
    {
      name: 'giving a position, refused',
      open: async (on) => {
        await on.press('themes-give-position');
        await expect(on.page.getByText(on.say('themes-say-why-missing'))).toBeVisible();
      },
    },
    { name: 'studies', open: (on) => on.room('studies') },
    {
      name: 'adding a study',
      open: async (on) => {
        await on.press('studies-add');
        await on.sheet();
      },
    },
    { name: 'a study', open: (on) => on.record('studies', 'Afbreuk binnen pleegzorg') },
    {
      name: 'a retracted study',
      open: async (on) => {
        await on.menu(on.say('studies-menu'), 'studies-change');
        await on.page.getByLabel(on.say('studies-is-retracted')).check();
        await on.press('frame-save');
        await expect(on.page.getByText(on.say('studies-retracted-means'))).toBeVisible();
      },
    },
    {
      name: 'a study with attachments',
      open: async (on) => {
        const { bridge } = on.stand;
        const paths = ['Inspectierapport 2025.pdf', 'Rekenblad.xlsm'].map((name) => join(bridge.laptop.top, name));
        paths.forEach((path, at) => writeFileSync(path, Buffer.alloc(at ? 84_000 : 1_400_000)));
        await bridge.willChoose(...paths);
        await on.press('attachments-add');
        await expect(on.page.getByText('Rekenblad.xlsm')).toBeVisible();
        // One that somebody else attached and that did not arrive.
        const studies = await bridge.call<{ id: string; title: string }[]>('list_studies');
        const id = studies.find((study) => study.title.startsWith('Afbreuk binnen pleegzorg'))?.id;
        const { attachments } = await bridge.call<{ attachments: object }>('show_study', { id });
        const absent = { ['0'.repeat(64)]: { name: 'Vragenlijst jongeren.pdf', bytes: 12_600_000 } };
        await bridge.call('change_study', { id, fields: { attachments: { ...attachments, ...absent } } });
        await expect(on.page.getByText(on.say('attachments-not-here'))).toBeVisible();
      },
    },
    {
      name: 'linking a study',
      open: async (on) => {
        await on.menu(on.say('studies-menu'), 'studies-link');
        await on.sheet();
      },
    },
    {
      name: 'an address outside',
      open: async (on) => {
        await on.record('studies', 'Children referred');
        await on.page.getByRole('button', { name: new RegExp(`^(${on.say('studies-open-doi')}|${on.say('studies-open-url')})$`) }).first().click();
        await on.sheet();
      },
    },
  ],
};

const people: Ground = {
  name: 'people and the rest',
  prepare: sample,
  screens: [
    { name: 'the circle', open: (on) => on.room('members') },
    {
      name: 'changing the circle',
      open: async (on) => {
        await on.press('members-circle-change');
        await on.sheet();
      },
    },
    {
      name: 'adding a person',
      open: async (on) => {
        await on.room('members');
        await on.press('members-add-people');
        await on.sheet();
      },
    },
    { name: 'a member', open: (on) => on.record('members', 'Fatima') },
    {
      name: 'the right of a member',
      open: async (on) => {
        await on.menu(on.say('members-menu', { name: 'Fatima el Amrani' }), 'members-right-change');
        await on.sheet();
      },
    },
    {
      name: 'organisations',
      open: async (on) => {
        await on.room('members');
        await on.page.getByRole('radio', { name: on.say('members-listing-organisations') }).check();
        await expect(on.page.getByRole('option', { name: 'Driestroom' })).toBeVisible();
      },
    },
    { name: 'an organisation', open: (on) => on.page.getByRole('option', { name: 'JongWijs' }).click() },
    { name: 'exchange', isPictured: true, open: (on) => on.room('exchange') },
    {
      name: 'the history of the circle',
      open: async (on) => {
        await on.press('history-circle');
        await expect(on.page.getByRole('heading', { name: on.say('history-circle') })).toBeVisible();
        await expect(on.page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      },
    },
    {
      name: 'undoing what was done earlier',
      open: async (on) => {
        await on.page.getByText(on.say('history-own-show')).click();
        await on.heading('history-own');
      },
    },
    {
      name: 'review',
      isPictured: true,
      open: async (on) => {
        await on.room('exchange');
        await on.press('exchange-review');
        await on.heading('review-title');
      },
    },
    {
      name: 'review, edited',
      open: async (on) => {
        await on.press('review-edit');
        await expect(on.page.locator('article [contenteditable=true], article textarea')).toBeVisible();
      },
    },
    { name: 'settings', open: (on) => on.room('settings') },
    {
      name: 'palette',
      open: async (on) => {
        await on.room('today');
        await on.page.keyboard.press('Control+k');
        await on.sheet();
      },
    },
    {
      name: 'palette, found',
      isPictured: true,
      open: async (on) => {
        await on.page.getByRole('combobox').fill('matching');
        await expect(on.page.locator('[role=option] mark').first()).toBeVisible();
      },
    },
    {
      name: 'palette, nothing',
      open: async (on) => {
        await on.page.getByRole('combobox').fill('zzzqqq');
        await expect(on.page.getByText(on.say('frame-palette-nothing', { query: 'zzzqqq' }))).toBeVisible();
      },
    },
    {
      name: 'shortcuts',
      open: async (on) => {
        await on.clear();
        await on.page.keyboard.press('F1');
        await on.sheet();
      },
    },
    {
      name: 'trash',
      open: async (on) => {
        await on.record('notes', 'Voor mijzelf');
        await on.menu(on.say('frame-more'), 'frame-trash');
        await on.record('trash', 'Voor mijzelf').catch(() => on.heading('trash-title'));
      },
    },
  ],
};

export const inSample = [meetings, themes, people];
