// What reaches into the text from beside it: the boxes of links and days, the choices of the lists, and
// clicks on what refers to something else.
import { shortDay } from '../dates';
import { say } from '../text.svelte';
import { hostOf } from './address';
import { blockHere, markedAround, putMarked, setMarked } from './change';
import { DEEDS } from './deeds';
import { REFERENCES } from './kinds';
import type { Choice } from './fitting';
import type { Provider } from './suggestions';
import { dueOf } from './task';
import { folded } from './text';
import { SIGN_OF, type Asked, type Reference } from './trigger';
import type { Writing } from './writing.svelte';

interface Box {
  from: number;
  to: number;
  value: string;
}

const MENU = DEEDS.flat().filter((deed) => deed.isInMenu);

export class Hands {
  link = $state.raw<Box & { takesFocus: boolean }>();
  date = $state.raw<Box & { isDue: boolean }>();
  #writing: () => Writing | undefined;
  #opened: (kind: string, id: string) => void;

  constructor(writing: () => Writing | undefined, opened: (kind: string, id: string) => void) {
    this.#writing = writing;
    this.#opened = opened;
  }

  /** The kinds of block and reference that the slash menu offers. */
  menu: Provider = async (query) => {
    const wanted = folded(query);
    const choices = MENU.map(({ id }) => ({ id, label: say(`editor-deed-${id}`), text: '' }));
    return choices.filter(({ label }) => folded(label).split(/[\s-]+/).some((word) => word.startsWith(wanted)) || folded(label).startsWith(wanted));
  };

  /** A choice was made from a list. */
  choose(asked: Asked, choice: Choice): void {
    const writing = this.#writing();
    if (!writing) return;
    if (asked.what !== 'block') {
      writing.run(putMarked(asked, asked.what, choice.id, choice.text));
      return;
    }
    writing.run((state, dispatch) => {
      dispatch?.(state.tr.delete(asked.from, asked.to));
      return true;
    });
    const run = MENU.find(({ id }) => id === choice.id)?.run;
    if (!run) return;
    if ('command' in run) writing.run(run.command);
    else if ('ask' in run) this.ask(run.ask);
    else this.open(run.open, true);
  }

  /** Types the sign that asks for a list, with a space before it where a word would hide it. */
  ask(what: Reference): void {
    this.#writing()?.run((state, dispatch) => {
      const caret = state.selection.$from;
      const before = caret.parent.textBetween(Math.max(0, caret.parentOffset - 1), caret.parentOffset);
      dispatch?.(state.tr.insertText(`${before && !/\s/.test(before) ? ' ' : ''}${SIGN_OF[what]}`).scrollIntoView());
      return true;
    });
  }

  /** Opens the box of a link or a day at the caret. */
  open(what: 'link' | 'date', takesFocus: boolean): void {
    const writing = this.#writing();
    if (!writing) return;
    this.close(false);
    const { from, to } = writing.state.selection;
    const there = writing.around(what);
    if (what === 'link') this.link = { ...(there ?? { from, to, value: '' }), takesFocus };
    else this.date = this.#dateAt(there ?? { from, to: from, value: '' });
  }

  // The day of a task stands at its end, wherever the caret is; it has one, which is changed.
  #dateAt(box: Box): Box & { isDue: boolean } {
    const writing = this.#writing();
    const here = writing && blockHere(writing.state);
    if (!writing || here?.type.name !== 'task' || box.value) return { ...box, isDue: here?.type.name === 'task' };
    const start = writing.state.selection.$from.start();
    let at = start;
    let due: Box | undefined;
    here.forEach((piece) => {
      if (piece.marks.some((mark) => mark.type.name === 'date')) due ??= markedAround(writing.state.doc, at + 1, writing.state.schema.marks.date);
      at += piece.nodeSize;
    });
    return { ...(due ?? { from: at, to: at, value: '' }), isDue: true };
  }

  /** Closes the box that is open; the text has the focus again. */
  close(refocuses = true): void {
    const wasOpen = this.link ?? this.date;
    this.link = undefined;
    this.date = undefined;
    if (wasOpen && refocuses) this.#writing()?.view.focus();
  }

  /** The text or the caret changed: a box that a click opened goes when the caret leaves its link. */
  follow(isTyped: boolean): void {
    if (this.link && !this.link.takesFocus && (isTyped || !this.#writing()?.around('link'))) this.link = undefined;
  }

  /** The link of the box leads there; an empty address takes it away. */
  linkTo(address: string): void {
    const { link } = this;
    this.close();
    if (!link) return;
    const isOverText = link.to > link.from;
    this.#writing()?.run(isOverText ? setMarked(link, 'link', address) : putMarked(link, 'link', address, hostOf(address)));
  }

  /** The day of the box; an empty one takes it away with its text. */
  dateTo(day: string): void {
    const { date } = this;
    this.close();
    const writing = this.#writing();
    if (!date || !writing) return;
    if (!day) {
      writing.run((state, dispatch) => {
        dispatch?.(state.tr.delete(date.from, date.to));
        return true;
      });
      return;
    }
    const place = writing.state.doc.resolve(date.from);
    const before = place.parent.textBetween(Math.max(0, place.parentOffset - 1), place.parentOffset);
    if (before && !/\s/.test(before)) {
      writing.run((state, dispatch) => {
        dispatch?.(state.tr.insertText(' ', date.from));
        return true;
      });
      date.from += 1;
      date.to += 1;
    }
    writing.run(putMarked(date, 'date', day, shortDay(day)));
  }

  /** Whether a key was meant for something beside the text. */
  takes(event: KeyboardEvent): boolean {
    const writing = this.#writing();
    if (!writing) return false;
    if (event.key === 'Escape' && (this.link || this.date)) {
      this.close(false);
      return true;
    }
    const isCtrl = event.ctrlKey || event.metaKey;
    // Ctrl+K makes a link of what is selected; without a selection it is the way to everything, as it is
    // in the rest of the window. Ctrl+Shift+K always means the link.
    if (isCtrl && !event.altKey && event.key.toLowerCase() === 'k') {
      if (!event.shiftKey && writing.state.selection.empty && !writing.around('link')) return false;
      this.open('link', true);
      return true;
    }
    if (event.key === 'Enter' && event.altKey && !isCtrl) return this.#openHere();
    return false;
  }

  // Alt+Enter does by keyboard what a click does.
  #openHere(): boolean {
    const writing = this.#writing();
    for (const kind of REFERENCES) {
      const there = writing?.around(kind);
      if (!there) continue;
      this.#opened(kind, there.value);
      return true;
    }
    if (writing?.around('link')) this.open('link', true);
    else if (writing?.around('date')) this.open('date', true);
    else return false;
    return true;
  }

  /** A click in the text: on a reference, a link, a day, or the way to the day of a task. */
  clicked(event: MouseEvent): boolean {
    const writing = this.#writing();
    const target = event.target instanceof Element ? event.target : undefined;
    if (!writing || !target) return false;
    const isKept = this.kept(event);
    this.close(false);
    if (!writing.state.selection.empty) return isKept;
    const reference = target.closest<HTMLElement>('.reference');
    if (reference) {
      this.#opened(reference.dataset.kind ?? '', reference.dataset.value ?? '');
      return true;
    }
    const { view } = writing;
    if (target.closest('.task-due')) this.#openDue(view.posAtDOM(target, 0));
    else if (target.closest('a.link')) this.#openAt('link', view.posAtDOM(target, 0));
    else if (target.closest('time.day') && view.editable) this.#openAt('date', view.posAtDOM(target, 0));
    else return isKept;
    return true;
  }

  /** A link is never followed by itself. */
  kept(event: MouseEvent): boolean {
    const isLink = event.target instanceof Element && Boolean(event.target.closest('a'));
    if (isLink) event.preventDefault();
    return isLink;
  }

  #openAt(what: 'link' | 'date', at: number): void {
    const writing = this.#writing();
    const there = writing?.around(what, at + 1) ?? writing?.around(what, at);
    if (!there) return;
    if (what === 'link') this.link = { ...there, takesFocus: false };
    else this.date = { ...there, isDue: false };
  }

  #openDue(near: number): void {
    const writing = this.#writing();
    if (!writing?.view.editable) return;
    const place = writing.state.doc.resolve(near);
    const task = place.depth ? place.parent : place.nodeBefore;
    const end = place.depth ? place.end() : near - 1;
    if (task?.type.name === 'task' && !dueOf(task)) this.date = { from: end, to: end, value: '', isDue: true };
  }

  /** Where in the window a position of the text is. */
  rectAt(at: number | undefined): DOMRect | undefined {
    const writing = this.#writing();
    if (at === undefined || !writing || writing.view.isDestroyed) return undefined;
    const { left, right, top, bottom } = writing.view.coordsAtPos(Math.min(at, writing.state.doc.content.size));
    return new DOMRect(left, top, right - left, bottom - top);
  }
}
