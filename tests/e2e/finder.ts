// How a journey names what it means: by role and name as a screen reader would, by label, by text, or by CSS
// where nothing else tells things apart.

/** What to look for. Names and texts that equal come before those that merely contain. */
export type Target =
  | string
  | { role: string; name?: string }
  | { label: string }
  | { text: string };

/** A target in words, for a failure. */
export function describe(target: Target): string {
  return typeof target === 'string' ? target : JSON.stringify(target);
}

/**
 * Body of a function that runs in the page: the visible elements of `arguments[0]`, those in an open modal
 * dialog first. It is text because the page knows none of our modules.
 */
export const FIND_ALL = `
  const target = arguments[0];
  const tidy = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

  const inputRoles = { button: 'button', submit: 'button', reset: 'button', checkbox: 'checkbox', radio: 'radio',
    range: 'slider', number: 'spinbutton', search: 'searchbox', hidden: '' };
  const tagRoles = { button: 'button', nav: 'navigation', main: 'main', aside: 'complementary', header: 'banner',
    footer: 'contentinfo', article: 'article', section: 'region', form: 'form', dialog: 'dialog', ul: 'list',
    ol: 'list', li: 'listitem', table: 'table', tr: 'row', td: 'cell', th: 'columnheader', textarea: 'textbox',
    option: 'option', img: 'img', summary: 'button', details: 'group', fieldset: 'group', progress: 'progressbar',
    output: 'status', hr: 'separator' };
  const roleOf = (element) => {
    const own = element.getAttribute('role');
    if (own) return own.split(' ')[0];
    const tag = element.localName;
    if (/^h[1-6]$/.test(tag)) return 'heading';
    if (tag === 'a') return element.hasAttribute('href') ? 'link' : '';
    if (tag === 'input') return inputRoles[element.type] ?? 'textbox';
    if (tag === 'select') return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
    return tagRoles[tag] ?? '';
  };
  const namedByContent = ['button', 'link', 'heading', 'option', 'tab', 'menuitem', 'menuitemradio', 'menuitemcheckbox',
    'cell', 'gridcell', 'columnheader', 'rowheader', 'row', 'treeitem', 'listitem', 'checkbox', 'radio', 'switch', 'status', 'alert'];
  const nameOf = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return tidy(by.split(/\\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    if (element.ariaLabel) return tidy(element.ariaLabel);
    if (element.labels?.length) return tidy([...element.labels].map((label) => label.innerText).join(' '));
    if (element.localName === 'img') return tidy(element.alt);
    if (element.localName === 'fieldset') return tidy(element.querySelector(':scope > legend')?.innerText);
    if (element.localName === 'input' && ['button', 'submit', 'reset'].includes(element.type)) return tidy(element.value);
    const content = namedByContent.includes(roleOf(element)) ? tidy(element.innerText) : '';
    return content || tidy(element.title) || tidy(element.placeholder);
  };
  const best = (candidates, textOf, wanted) => {
    const told = candidates.map((element) => [element, textOf(element)]);
    const equal = told.filter(([, text]) => text === tidy(wanted));
    const matching = equal.length ? equal : told.filter(([, text]) => text.includes(tidy(wanted)));
    return matching.map(([element]) => element);
  };

  const all = [...document.querySelectorAll(typeof target === 'string' ? target : 'body *')].filter(isShown);
  let found = all;
  if (target.role !== undefined) {
    found = all.filter((element) => roleOf(element) === target.role);
    if (target.name !== undefined) found = best(found, nameOf, target.name);
  } else if (target.label !== undefined) {
    const fields = all.filter((element) => element.matches('input, textarea, select, [role=textbox], [role=combobox], [contenteditable=true]'));
    found = best(fields, nameOf, target.label);
  } else if (target.text !== undefined) {
    const textOf = (element) => tidy(element.innerText);
    found = best(all, textOf, target.text);
    // The innermost only: every ancestor contains the text as well.
    found = found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
  }
  const inDialog = found.filter((element) => element.closest('dialog:modal, [aria-modal=true]'));
  return inDialog.length ? inDialog : found;
`;
