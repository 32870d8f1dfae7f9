// A circle after someone left it: what is refused, what was set apart, and what a coordinator can do with it.

import { expect } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ground, settle } from './at.ts';
import { arrives, letIn, send, takeOver } from './pair.ts';

let refused = '';
let late = '';
let strange = '';

const left: Ground = {
  name: 'someone left',
  prepare: async (stand) => {
    const { bridge } = stand;
    await bridge.call('change_settings', { language: stand.language });
    await bridge.found();
    const [fatima, eefje] = [await stand.openBridge(), await stand.openBridge()];
    await letIn(bridge, fatima);
    const members = await bridge.call<{ id: string; full_name: string }[]>('list_members');
    const member = members.find((one) => one.full_name === 'Fatima el Amrani')?.id;
    await bridge.call('set_right', { member, right: 'coordinator' });
    await takeOver(fatima, await send(bridge));
    // Let in by her on one laptop while she is taken out on the other.
    await letIn(fatima, eefje, { given: 'Eefje', particle: 'ten', family: 'Have' });
    await fatima.make('create_theme', { name: 'continuïteit' });
    late = await send(fatima, true);
    refused = await send(eefje, true);
    strange = join(bridge.laptop.top, 'vakantie.kring');
    writeFileSync(strange, 'Zee, strand en zon.');
    await bridge.call('remove_member', { member });
    await settle(stand);
  },
  screens: [
    {
      name: 'a member who left',
      open: async (on) => {
        await on.record('members', 'Fatima');
        await expect(on.page.getByText(on.say('members-right-out'))).toBeVisible();
      },
    },
    {
      name: 'bringing someone back',
      open: async (on) => {
        await on.menu(on.say('members-menu', { name: 'Fatima el Amrani' }), 'members-back');
        await on.sheet();
      },
    },
    {
      name: 'a package of who left',
      open: async (on) => {
        await on.room('exchange');
        await arrives(on, late);
        await expect(on.page.locator('dialog[open]').getByText('Fatima el Amrani').first()).toBeVisible();
      },
    },
    {
      name: 'several packages, one refused',
      open: async (on) => {
        await on.clear();
        await on.stand.bridge.offer(late, strange);
        await expect(on.page.getByRole('heading', { name: on.say('exchange-packages', { count: 2 }) })).toBeVisible();
        await expect(on.page.locator('dialog[open] [role=alert], dialog[open] .refusal').first()).toBeVisible();
      },
    },
    {
      name: 'taken over, and set apart',
      open: async (on) => {
        await on.press('exchange-take-over');
        await expect(on.page.getByRole('button', { name: on.say('exchange-ready') })).toBeVisible();
      },
    },
    {
      name: 'what stands apart',
      open: async (on) => {
        await on.room('members');
        await on.page.getByRole('button', { name: on.say('members-about-circle') }).click();
        await expect(on.page.getByText(on.say('members-parked'))).toBeVisible();
      },
    },
    {
      name: 'letting it count after all',
      open: async (on) => {
        await on.press('members-admit');
        await on.sheet();
      },
    },
    {
      name: 'a package of a stranger',
      open: async (on) => {
        await on.clear();
        await arrives(on, refused);
        await expect(on.page.getByText(on.say('err-sender-not-member'))).toBeVisible();
      },
    },
    {
      name: 'kept apart',
      open: async (on) => {
        await on.room('exchange');
        await on.heading('exchange-quarantine');
      },
    },
  ],
};

export const afterLeaving = [left];
