// A whole round of two real windows: inviting with six words, joining, the first package, the same paragraph
// changed on both sides, the choice, and a member who leaves and goes on writing. A picture of every step is
// kept below target/e2e/screens/round, for whoever looks the app over.

import { askToJoin, bring, share, takeOver, words, writeCard, written } from '../exchange.ts';
import { enterInWindow } from '../rooms.ts';
import { ask, CIRCLE, foundByHand, sawSaved, writeNote } from '../steps.ts';
import { say } from '../text.ts';
import { expect, test, type Window } from '../window.ts';

const FATIMA = { given: 'Fatima', particle: 'el', family: 'Amrani' };
const NAME = 'Fatima el Amrani';
const COORDINATOR = 'Annelies van der Meulen';

/** Opens the only note and types behind what stands there. */
async function addToNote(window: Window, text: string): Promise<void> {
  await enterInWindow(window, 'notes');
  await window.click({ role: 'option', name: 'Rust' });
  await window.click({ label: say('notes-label') });
  await window.press('Control+End');
  await window.write(text);
  await sawSaved(window);
}

/** What each note says that a laptop has, in order of time. */
async function notesOf(window: Window): Promise<string[]> {
  const listed = await ask<{ id: string }[]>(window, 'list_notes');
  const notes = await Promise.all(
    listed.map(({ id }) => ask<{ body: { text: string }[] }>(window, 'show_note', { id })),
  );
  return notes.map(({ body }) => body.map(({ text }) => text).join('\n'));
}

/** Invites someone by name; answers the path of the file and the six words that are told by telephone. */
async function invite(window: Window, name: string): Promise<{ invitation: string; told: string[] }> {
  await enterInWindow(window, 'exchange');
  await window.click({ role: 'button', name: say('exchange-invite') });
  await window.fill({ label: say('exchange-invite-name') }, name);
  const invitation = await written(window, () => window.click({ role: 'button', name: say('exchange-invite') }));
  const told = await words(window);
  return { invitation, told };
}

test('two windows: invited, joined, a package, the same paragraph, a choice, and a member who leaves', async ({ openWindow }) => {
  test.setTimeout(240_000);
  const first = await openWindow();
  const second = await openWindow();
  let step = 0;
  const keep = async (window: Window, name: string): Promise<void> => {
    step += 1;
    await window.promise('new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))');
    window.screenshot(`round/${String(step).padStart(2, '0')}-${name}`);
  };

  await test.step('the coordinator makes a circle and invites with six words', async () => {
    await foundByHand(first);
    await keep(first, 'a-circle');
    await askToJoin(second, FATIMA);
    await second.find({ role: 'heading', name: say('begin-waiting-title') });
    await keep(second, 'waiting');
  });

  const { invitation, told } = await invite(first, NAME);
  await test.step('the newcomer opens the invitation and answers', async () => {
    expect(told).toHaveLength(6);
    await keep(first, 'six-words');
    await first.click({ role: 'button', name: say('exchange-invited-told') });
    await first.find({ role: 'button', name: say('exchange-withdraw') });
    await keep(first, 'invited');

    await bring(invitation, second);
    const field = { label: say('exchange-six-words') };
    await second.fill(field, [...told].reverse().join(' '));
    await second.click({ role: 'button', name: say('exchange-invitation-open') });
    await second.sees(say('err-package-wrong-words'));
    await keep(second, 'wrong-words');
    // As a member types what is told: in capitals, with a comma.
    await second.fill(field, told.join(', ').toUpperCase());
    await second.click({ role: 'button', name: say('exchange-invitation-open') });
    await second.sees(say('exchange-welcome', { by: COORDINATOR, circle: CIRCLE }));
    await keep(second, 'welcome');
    await second.click({ role: 'button', name: say('exchange-ready') });
    await second.gone('dialog');
  });

  await test.step('the card is approved, and the answer opens the circle', async () => {
    const card = await writeCard(second, NAME);
    await keep(second, 'card-written');
    await bring(card, first);
    await first.sees(say('exchange-card-invited', { name: NAME, by: COORDINATOR }));
    expect(await first.all('dialog ol li'), 'who was invited needs no second pair of words').toHaveLength(0);
    await keep(first, 'card');
    const answer = await written(first, async () => {
      await first.click({ role: 'button', name: say('exchange-approve-invited') });
      await first.sees(say('exchange-approved', { name: NAME, circle: CIRCLE }));
    });
    await keep(first, 'approved');
    await first.click({ role: 'button', name: say('exchange-ready') });
    await first.gone('dialog');
    await bring(answer, second);
    await second.sees(say('exchange-answer-invited'));
    await keep(second, 'answer');
    await second.click({ role: 'button', name: say('exchange-join-now') });
    await second.sees(say('exchange-let-in', { circle: CIRCLE }));
    await keep(second, 'let-in');
    await second.click({ role: 'button', name: say('exchange-ready') });
    await second.gone('dialog');
    expect(await ask(first, 'list_invitations')).toMatchObject([{ name: NAME, state: 'used' }]);
  });

  await test.step('the first package', async () => {
    await writeNote(first, 'Rust in huis');
    await bring(await share(first), second);
    await second.find({ role: 'button', name: say('exchange-take-over') });
    await keep(second, 'first-package');
    await takeOver(second);
    expect(await notesOf(second)).toEqual(['Rust in huis']);
  });

  await test.step('both change the same paragraph, the packages cross, and one chooses for everyone', async () => {
    await addToNote(first, ' voor het kind');
    await addToNote(second, ' voor de ouders');
    await keep(second, 'same-paragraph');
    const [ofFirst, ofSecond] = [await share(first), await share(second)];
    await bring(ofSecond, first);
    await takeOver(first);
    await keep(first, 'waits-for-review');
    await bring(ofFirst, second);
    await takeOver(second, say('exchange-review'));
    await second.find({ role: 'heading', name: say('review-title') });
    await keep(second, 'side-by-side');
    const [review] = await ask<{ sides: { own: boolean; take: string }[] }[]>(second, 'list_reviews');
    const theirs = review?.sides.find((side) => !side.own);
    await second.click({ role: 'button', name: theirs?.take ?? '' });
    await second.sees(say('review-all-done'));
    await keep(second, 'all-chosen');
    expect(await notesOf(second)).toEqual(['Rust in huis voor het kind']);
    await bring(await share(second), first);
    await takeOver(first);
    expect(await ask(first, 'list_reviews')).toEqual([]);
    expect(await notesOf(first)).toEqual(['Rust in huis voor het kind']);
    const [one, other] = [await ask<{ state: unknown }>(first, 'show_circle'), await ask<{ state: unknown }>(second, 'show_circle')];
    expect(one.state, 'the whole of the circle is the same').toEqual(other.state);
  });

  await test.step('the member is taken out of the circle', async () => {
    await enterInWindow(first, 'members');
    await first.click({ role: 'option', name: 'Amrani, Fatima el' });
    await first.click({ role: 'button', name: say('members-menu', { name: NAME }) });
    await keep(first, 'menu-of-a-member');
    await first.click({ role: 'menuitem', name: say('confirm-remove_member-do') });
    await first.sees(say('confirm-remove_member-means', { name: NAME }));
    await keep(first, 'asked-before-removing');
    await first.click({ role: 'button', name: say('confirm-remove_member-do') });
    await first.gone('dialog');
    await first.sees(say('members-right-out'));
    await keep(first, 'out');
    await enterInWindow(first, 'exchange');
    await first.sees(say('exchange-share-alone'));
    await keep(first, 'nobody-to-share-with');
  });

  await test.step('what they write afterwards does not count, and is said so in plain words', async () => {
    await writeNote(second, 'Geschreven na het afscheid');
    const late = await share(second);
    await bring(late, first);
    // How many changes a note is depends on how fast it is typed.
    const [gone = ''] = say('exchange-apart-gone', { name: NAME, count: 1 }).split('. ');
    await first.sees(gone);
    await keep(first, 'refused');
    await takeOver(first);
    expect(await notesOf(first)).toEqual(['Rust in huis voor het kind']);
    expect(await ask(first, 'list_parked')).toHaveLength(1);
    await enterInWindow(first, 'members');
    await first.click({ role: 'button', name: say('members-about-circle') });
    await first.sees(say('members-parked'));
    await first.execute(`document.getElementById('membership').scrollIntoView()`);
    await keep(first, 'set-apart');
  });

  await test.step('a later package does not open for who left', async () => {
    const later = await written(first, () => ask(first, 'export_package', { all: true }));
    await bring(later, second);
    await second.sees(say('err-package-not-for-me'));
    await keep(second, 'not-for-me');
    expect(await notesOf(second), 'what they had stays with them').toContain('Geschreven na het afscheid');
  });
});
