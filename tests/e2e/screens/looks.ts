// What can be measured of how a screen looks: what sticks out of the window, what is cut off, what is too small
// to point at, and what calls for attention more than once.

import type { Page } from '@playwright/test';

/** What is wrong with the layout of the page as it stands, in words; empty when nothing is. */
export async function flaws(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const flaws: string[] = [];
    const top = document.querySelector('dialog[open]') ?? document.body;
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.textContent?.trim() || element.getAttribute('aria-label') || '').slice(0, 40)}”`;
    const isDrawn = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.unseen');

    if (document.documentElement.scrollWidth > innerWidth) flaws.push('the page is wider than its window');
    for (const element of top.querySelectorAll('*')) {
      if (!isDrawn(element)) continue;
      const style = getComputedStyle(element);
      const scrolls = /auto|scroll/.test(style.overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth + 1) flaws.push(`scrolls sideways: ${nameOf(element)}`);
    }
    const words = 'button, label, legend, summary, h1, h2, h3, dt, dd, [role=tab], [role=menuitem], select';
    for (const element of top.querySelectorAll(words)) {
      if (!isDrawn(element)) continue;
      // A row of a list shows the start of a long title; the record shows the whole.
      const isShortened = element.matches('[role=option] *') || getComputedStyle(element).textOverflow === 'ellipsis';
      if (!isShortened && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) flaws.push(`cut off: ${nameOf(element)}`);
      if (element.matches('button') && element.scrollHeight > element.clientHeight + 1) flaws.push(`higher than its button: ${nameOf(element)}`);
    }

    // Every word stands inside what is drawn around it.
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      if (!parentElement || !walker.currentNode.textContent?.trim() || !isDrawn(parentElement)) continue;
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      for (let around: Element | null = parentElement; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        // A shortened title of a row: the record shows the whole.
        if (style.textOverflow === 'ellipsis') break;
        if (style.overflowX === 'visible') continue;
        const frame = around.getBoundingClientRect();
        if (box.left < frame.left - 1 || box.right > frame.right + 1) flaws.push(`cut off by ${around.tagName.toLowerCase()}: ${nameOf(parentElement)}`);
        break;
      }
    }

    for (const target of top.querySelectorAll('button, [role=tab], select, summary, input:not([type=radio], [type=checkbox], [type=range])')) {
      if (!isDrawn(target) || getComputedStyle(target).display === 'inline') continue;
      const { width, height } = target.getBoundingClientRect();
      // Links in a line of text and titles of rows are as high as their line.
      const isText = target.matches('.link, .title, .mail');
      if (!isText && width > 0 && Math.min(width, height) < 27.5) flaws.push(`small to point at (${Math.round(width)} × ${Math.round(height)}): ${nameOf(target)}`);
    }

    const primary = [...top.querySelectorAll('button.primary')].filter(isDrawn);
    if (primary.length > 1) flaws.push(`more than one main action: ${primary.map(nameOf).join(', ')}`);
    return [...new Set(flaws)];
  });
}

/** The texts that the page shows, one for each text node. */
export async function words(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim();
      const { parentElement } = walker.currentNode;
      // The small code of a refusal is there to be copied; what says its own language is no sentence of the app.
      const isSaid = !parentElement?.closest('code, .code, body [lang]');
      if (text && isSaid && parentElement?.checkVisibility()) words.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name)?.trim();
        if (text) words.push(text);
      }
    }
    return words;
  });
}

/** What still moves for someone who asked for less motion. */
export async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const lasts = (durations: string): boolean => durations.split(',').some((one) => Number.parseFloat(one) > 0);
      const moves = (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
      return moves ? [`${element.tagName.toLowerCase()}.${element.className}`] : [];
    }),
  );
}

/** Which controls and states cannot be told apart once the system draws the colours. */
export async function indistinct(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document.body;
    const shows = (width: string, style: string, colour: string): boolean =>
      Number.parseFloat(width) > 0 && style !== 'none' && !/^rgba\(.*, 0\)$|^transparent$/.test(colour);
    const isFramed = (element: Element): boolean => {
      const style = getComputedStyle(element);
      return (
        shows(style.outlineWidth, style.outlineStyle, style.outlineColor) ||
        ['Top', 'Right', 'Bottom', 'Left'].some((side) => {
          const of = (what: string): string => style.getPropertyValue(`border-${side.toLowerCase()}-${what}`);
          return shows(of('width'), of('style'), of('color'));
        })
      );
    };
    const framed = [
      'button.primary', 'button.plain', 'button.danger', 'input:not([type=radio], [type=checkbox], [type=range], .title)', 'select', 'textarea',
      'dialog', '[role=tab][aria-selected=true]', '[role=option][aria-selected=true]', 'nav [aria-current=page]', '.stance', '[role=radiogroup] .card',
    ];
    return [...top.querySelectorAll(framed.join(','))]
      .filter((element) => element.checkVisibility() && !isFramed(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 40) ?? ''}”`);
  });
}
