// How a task is drawn: its tick box, its text, and a way to a due date while it has none.
import type { Node as PmNode } from 'prosemirror-model';
import type { NodeViewConstructor } from 'prosemirror-view';
import { say } from '../text.svelte';
import { MAX_INDENT } from './kinds';

/** The day a task is due: the value of its first date mark. */
export function dueOf(task: PmNode): string | undefined {
  let due: string | undefined;
  task.forEach((piece) => {
    due ??= piece.marks.find((mark) => mark.type.name === 'date')?.attrs.value as string | undefined;
  });
  return due;
}

export const taskView: NodeViewConstructor = (node, view, getPos) => {
  const dom = document.createElement('div');
  const box = document.createElement('input');
  const contentDOM = document.createElement('div');
  const due = document.createElement('button');
  dom.className = 'task';
  contentDOM.className = 'task-text';
  box.type = 'checkbox';
  due.type = 'button';
  due.className = 'task-due';
  // Ctrl+Enter ticks and the toolbar dates, so the parts of a task are no stops on the way through it.
  for (const part of [box, due]) {
    part.tabIndex = -1;
    part.contentEditable = 'false';
  }
  dom.append(box, contentDOM, due);

  let shown: PmNode | undefined;
  function draw(next: PmNode): void {
    if (!shown) {
      box.setAttribute('aria-label', say('editor-task-done'));
      due.textContent = say('editor-task-due');
      due.title = say('editor-task-due-hint');
    }
    box.checked = Boolean(next.attrs.checked);
    dom.classList.toggle('done', box.checked);
    due.classList.toggle('dated', Boolean(dueOf(next)));
    if (next.attrs.level) dom.dataset.level = String(Math.min(Number(next.attrs.level), MAX_INDENT));
    shown = next;
  }
  draw(node);

  box.addEventListener('mousedown', (event) => event.stopPropagation());
  box.addEventListener('change', () => {
    const at = getPos();
    if (at === undefined || !view.editable) {
      box.checked = Boolean(shown?.attrs.checked);
      return;
    }
    view.dispatch(view.state.tr.setNodeAttribute(at, 'checked', box.checked));
    view.focus();
  });

  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type.name !== 'task') return false;
      draw(next);
      return true;
    },
    stopEvent: (event) => event.target === box || event.target === due,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  };
};
