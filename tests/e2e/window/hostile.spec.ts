// Text that tries to be more than text stays text, in every field and on every screen of the real window.

import { HOSTILE } from '../hostile.ts';
import { fillWithHostileText, forgotten } from '../hostile_circle.ts';
import { visitEverything } from '../rooms.ts';
import { begin } from '../steps.ts';
import { expect, test, type Window } from '../window.ts';

/** What text did that only a script, a link or a form could do; empty when it stayed text. */
async function breaches(window: Window, home: string): Promise<string[]> {
  const alert = await window.alert();
  if (alert !== undefined) return [`a dialog: ${alert}`];
  const found = await window.execute<string[]>(`
    const breaches = [];
    if ('__pwned' in window) breaches.push('a script ran');
    // Our own page holds none of these; a text that became markup would.
    for (const element of document.querySelectorAll('script:not([type=module][src]), iframe, object, embed, base, meta[http-equiv], template[shadowrootmode], marquee, svg animate, svg foreignObject'))
      breaches.push('an element: ' + element.outerHTML.slice(0, 200));
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes)
        if (/^on/i.test(name) || /^\\s*(javascript|vbscript|data):/i.test(value.replace(/[\\t\\n]/g, '')) && /^(href|src|action|formaction|xlink:href|data)$/i.test(name))
          breaches.push('an attribute: ' + name + '=' + value.slice(0, 100));
    for (const { name } of performance.getEntriesByType('resource'))
      if (!name.startsWith(location.origin) && !/^(ipc|blob):|^http:\\/\\/ipc\\.localhost/.test(name)) breaches.push('a request: ' + name);
    return breaches;`);
  if ((await window.address()) !== home) found.push(`another address: ${await window.address()}`);
  if ((await window.windows()) !== 1) found.push('another window');
  return found;
}

test('every command that takes text is given hostile text', () => {
  expect(forgotten(), 'name them in hostile_circle.ts, filled or with the reason why not').toEqual([]);
});

test('hostile text in every field runs nothing, loads nothing and leads nowhere', async ({ openWindow }) => {
  test.setTimeout(300_000);
  const window = await openWindow();
  const home = await window.address();
  const circle = await begin(window);
  const filled = await fillWithHostileText((name, input) => window.call(name, input, { circle }));
  expect(filled.taken.length, 'most of it is only strange, and is kept').toBeGreaterThan(HOSTILE.length * 0.9);

  for (const { text } of HOSTILE) {
    await window.call('search', { query: text }, { circle });
    const opening = window.call('open_address', { url: text });
    await expect(opening, text).rejects.toThrow();
  }

  const shown = new Set<string>();
  // Whatever belongs to a meeting was given to this one: the whole of what was kept stands in its parts.
  await visitEverything(window, [{ room: 'meetings', name: 'Proef' }], async (where) => {
    expect(await breaches(window, home), where).toEqual([]);
    const text = await window.execute<string>(
      `return document.body.textContent + [...document.querySelectorAll('input, textarea')].map((field) => field.value).join('')`,
    );
    for (const hostile of filled.taken) if (text.includes(hostile)) shown.add(hostile);
  });
  const missing = filled.taken.filter((text) => !shown.has(text) && !/[\n\t\u2028\u2029]/.test(text));
  expect(missing, 'what was kept is shown, letter by letter').toEqual([]);
  expect(window.opened(), 'nothing was opened outside').toEqual([]);
});
