// What comes before the notebook: the first start, the keys, the wait for an answer, the lock.

import { join } from 'node:path';
import { expect } from '@playwright/test';
import { PASSPHRASE } from '../steps.ts';
import { type Ground, settle } from './at.ts';

const NAME = { given: 'Annelies', particle: 'van der', family: 'Meulen' };

/** A laptop that never saw the app. */
const fresh: Ground = {
  name: 'first start',
  prepare: settle,
  screens: [
    { name: 'doors', isPictured: true, open: (on) => on.heading('begin-app') },
    { name: 'joining', open: (on) => on.press('begin-door-join') },
    {
      name: 'founding, refused',
      open: async (on) => {
        await on.press('frame-back');
        await on.press('begin-door-found');
        await on.press('begin-found-submit');
        await expect(on.page.getByText(on.say('begin-circle-missing'))).toBeVisible();
      },
    },
    {
      name: 'founding, filled in',
      open: async (on) => {
        await on.fill('begin-circle', 'Kenniskring gezinshuizen');
        await on.fill('begin-name-given', NAME.given);
        await on.fill('begin-name-particle', NAME.particle);
        await on.fill('begin-name-family', NAME.family);
        await on.fill('begin-passphrase-new', PASSPHRASE);
        await on.fill('begin-passphrase-again', PASSPHRASE);
      },
    },
    {
      name: 'keys',
      open: async (on) => {
        await on.press('begin-found-submit');
        await on.heading('begin-keys-title', { sheets: 2 });
      },
    },
    {
      name: 'an empty notebook',
      open: async (on) => {
        await on.page.getByLabel(on.say('begin-keys-kept', { sheets: 2 })).check();
        await on.press('begin-keys-to-circle');
        await on.heading('today-empty-title');
      },
    },
    { name: 'no meetings', open: (on) => on.room('meetings') },
    { name: 'no notes', open: (on) => on.room('notes') },
    { name: 'no themes', open: (on) => on.room('themes') },
    { name: 'no studies', open: (on) => on.room('studies') },
    { name: 'nothing in the trash', open: (on) => on.room('trash') },
    { name: 'nobody to share with', open: (on) => on.room('exchange') },
  ],
};

let told: string[] = [];

/** A laptop that asked to be let in. */
const waiting: Ground = {
  name: 'waiting',
  prepare: async (stand) => {
    await stand.bridge.call('ask_to_join', { name: NAME }, { secrets: { newPassphrase: PASSPHRASE } });
    await stand.bridge.call('forget_printed_keys');
    await settle(stand);
  },
  screens: [
    { name: 'waiting', open: (on) => on.heading('begin-waiting-title') },
    {
      name: 'waiting, card written',
      open: async (on) => {
        await on.press('begin-card-write');
        await expect(on.page.getByRole('status').filter({ hasText: '.kringkaart' })).toBeVisible();
      },
    },
    {
      name: 'an invitation',
      open: async (on) => {
        const coordinator = await on.stand.openBridge();
        await coordinator.found('Kenniskring gezinshuizen', 'Bas', 'de', 'Wit');
        const { file, words } = await coordinator.call<{ file: string; words: string[] }>('invite', { name: 'Annelies', right: 'member' });
        told = words;
        await on.stand.bridge.offer(join(coordinator.laptop.documents, file));
        await expect(on.page.getByLabel(on.say('exchange-six-words'))).toBeVisible();
      },
    },
    {
      name: 'an invitation, refused',
      open: async (on) => {
        await on.fill('exchange-six-words', told.toReversed().join(' '));
        await on.press('exchange-invitation-open');
        await expect(on.page.getByText(on.say('err-package-wrong-words'))).toBeVisible();
      },
    },
  ],
};

/** A laptop that is locked. */
const locked: Ground = {
  name: 'locked',
  prepare: async (stand) => {
    await stand.bridge.found();
    stand.bridge.circle = undefined;
    await stand.bridge.call('change_settings', { language: stand.language });
    await stand.bridge.call('lock');
    await settle(stand);
  },
  screens: [
    { name: 'locked', isPictured: true, open: (on) => on.heading('begin-locked') },
    {
      name: 'locked, refused',
      open: async (on) => {
        await on.fill('begin-passphrase', 'een heel ander woord');
        await on.press('begin-open');
        await expect(on.page.getByRole('alert')).toBeVisible();
      },
    },
    { name: 'recovery', open: (on) => on.press('begin-forgotten') },
    {
      name: 'recovery, refused',
      open: async (on) => {
        await on.press('begin-recover-submit');
        await expect(on.page.getByText(on.say('begin-recover-missing'))).toBeVisible();
      },
    },
  ],
};

export const before = [fresh, waiting, locked];
