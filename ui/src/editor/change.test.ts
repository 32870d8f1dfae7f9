// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { Slice } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import type { Block } from '../ipc/generated';
import { toBlocks, toDocument } from './blocks';
import { deleteSelection, indent, joinBack, joinOn, markedAround, putMarked, split, tick, toggle, turnInto } from './change';
import { adoptIds, uniqueIds, withoutKnownIds } from './ids';
import { schema } from './schema';
import { askedAt } from './trigger';

const block = (id: string, text: string, more: Partial<Block> = {}): Block => ({
  id, kind: 'paragraph', level: 0, checked: false, text, marks: [], ...more,
});

/** A text with the caret in the given block, or a selection up to `to`. */
function text(blocks: Block[], [at, offset]: [number, number], to?: [number, number]): EditorState {
  const doc = toDocument(schema, blocks);
  const pos = (index: number, within: number) => {
    let start = 1;
    for (let one = 0; one < index; one += 1) start += doc.child(one).nodeSize;
    return start + within;
  };
  const selection = TextSelection.create(doc, pos(at, offset), to && pos(...to));
  return EditorState.create({ doc, selection, plugins: [uniqueIds()] });
}
const after = (state: EditorState, ...commands: Command[]): EditorState =>
  commands.reduce((now, command) => {
    let next = now;
    command(now, (tr) => (next = now.apply(tr)));
    return next;
  }, state);
const short = (state: EditorState) => toBlocks(state.doc).map(({ id, kind, text: words }) => [id, kind, words]);

describe('Enter', () => {
  it('the first half keeps the id and the new half has none', () => {
    expect(short(after(text([block('a', 'eentwee')], [0, 3]), split))).toEqual([['a', 'paragraph', 'een'], ['', 'paragraph', 'twee']]);
    expect(short(after(text([block('a', 'een')], [0, 0]), split))).toEqual([['a', 'paragraph', ''], ['', 'paragraph', 'een']]);
  });

  it('a list goes on, an empty item leaves it, and a new task is not done', () => {
    const done = text([block('a', 'klaar', { kind: 'task', checked: true })], [0, 5]);
    expect(toBlocks(after(done, split).doc)[1]).toMatchObject({ kind: 'task', checked: false });
    const item = text([block('a', 'x', { kind: 'bullet', level: 1 })], [0, 1]);
    expect(toBlocks(after(item, split, split).doc)[1], 'one level out at a time').toMatchObject({ kind: 'bullet', level: 0 });
    expect(toBlocks(after(item, split, split, split).doc)[1]).toMatchObject({ kind: 'paragraph', level: 0 });
  });

  it('text follows a heading', () => {
    const heading = text([block('a', 'Kop', { kind: 'heading', level: 2 })], [0, 3]);
    expect(short(after(heading, split))[1]).toEqual(['', 'paragraph', '']);
    expect(toBlocks(after(heading, split).doc)[1]?.level).toBe(0);
  });
});

describe('joining', () => {
  it('keeps the id and kind of the first', () => {
    const two = [block('a', 'een', { kind: 'bullet' }), block('b', 'twee')];
    expect(short(after(text(two, [1, 0]), joinBack))).toEqual([['a', 'bullet', 'eentwee']]);
    expect(short(after(text(two, [0, 3]), joinOn))).toEqual([['a', 'bullet', 'eentwee']]);
    expect(short(after(text(two, [0, 2], [1, 2]), deleteSelection))).toEqual([['a', 'bullet', 'eeee']]);
  });

  it('Backspace makes a block plainer before it joins, and keeps its id', () => {
    const item = [block('a', 'een'), block('b', 'twee', { kind: 'numbered', level: 1 })];
    expect(toBlocks(after(text(item, [1, 0]), joinBack).doc)[1]).toMatchObject({ id: 'b', kind: 'numbered', level: 0 });
    expect(short(after(text(item, [1, 0]), joinBack, joinBack))).toEqual([['a', 'paragraph', 'een'], ['b', 'paragraph', 'twee']]);
    expect(short(after(text(item, [1, 0]), joinBack, joinBack, joinBack))).toEqual([['a', 'paragraph', 'eentwee']]);
  });
});

describe('kinds', () => {
  it('turn into each other and back, keeping the id', () => {
    const plain = text([block('a', 'x'), block('b', 'y')], [0, 0], [1, 1]);
    const list = after(plain, turnInto('bullet'));
    expect(short(list)).toEqual([['a', 'bullet', 'x'], ['b', 'bullet', 'y']]);
    expect(short(after(list, turnInto('bullet')))).toEqual([['a', 'paragraph', 'x'], ['b', 'paragraph', 'y']]);
    const deeper = after(list, indent(1), turnInto('numbered'));
    expect(toBlocks(deeper.doc)[0], 'an indent outlives a change of list').toMatchObject({ kind: 'numbered', level: 1 });
  });

  it('tasks are ticked together', () => {
    const tasks = [block('a', 'x', { kind: 'task', checked: true }), block('b', 'y', { kind: 'task' })];
    const once = after(text(tasks, [0, 0], [1, 1]), tick);
    expect(toBlocks(once.doc).map(({ checked }) => checked)).toEqual([true, true]);
    expect(toBlocks(after(once, tick).doc).map(({ checked }) => checked)).toEqual([false, false]);
  });
});

describe('bold and italic', () => {
  const marks = (state: EditorState) => toBlocks(state.doc).map((one) => one.marks.map(({ from, to, kind }) => [from, to, kind]));

  it('go on over what is selected, without the space around it, and off again', () => {
    const chosen = text([block('a', 'een twee drie')], [0, 3], [0, 9]);
    const bold = after(chosen, toggle('bold'));
    expect(marks(bold)).toEqual([[[4, 8, 'bold']]]);
    expect(marks(after(bold, toggle('italic')))).toEqual([[[4, 8, 'bold'], [4, 8, 'italic']]]);
    expect(marks(after(bold, toggle('bold')))).toEqual([[]]);
    const more = text([block('a', 'een'), block('b', 'twee')], [0, 1], [1, 2]);
    expect(marks(after(more, toggle('italic')))).toEqual([[[1, 3, 'italic']], [[0, 2, 'italic']]]);
  });

  it('hold for what is typed next', () => {
    const on = after(text([block('a', 'een')], [0, 3]), toggle('bold'));
    expect(marks(on.apply(on.tr.insertText('!')))).toEqual([[[3, 4, 'bold']]]);
    const off = after(on, toggle('bold'));
    expect(marks(off.apply(off.tr.insertText('!')))).toEqual([[]]);
  });
});

describe('ids', () => {
  it('a copy of a block has none', () => {
    const state = text([block('a', 'een'), block('b', 'twee')], [1, 0]);
    const copy = new Slice(toDocument(schema, [block('a', 'een'), block('c', 'drie')]).content, 0, 0);
    const cleaned = withoutKnownIds(copy, state.doc);
    expect(cleaned.content.child(0).attrs.id).toBe('');
    expect(cleaned.content.child(1).attrs.id, 'what was cut out elsewhere keeps its own').toBe('c');
    const doubled = state.apply(state.tr.insert(0, copy.content));
    expect(short(doubled).map(([id]) => id), 'whatever came in, ids are unique').toEqual(['a', 'c', '', 'b']);
  });

  it('new blocks take the ids that the core gave them, also while typing goes on', () => {
    const state = text([block('a', 'een'), block('', 'twee en meer'), block('', 'drie'), block('', 'nog niet verteld')], [1, 3]);
    const told = [block('a', 'een'), block('n1', 'twee'), block('n2', 'drie')];
    const named = state.apply(adoptIds(state.tr, told));
    expect(short(named).map(([id]) => id)).toEqual(['a', 'n1', 'n2', '']);
  });
});

describe('references', () => {
  it('a sign asks at a start or behind a space, never inside a word', () => {
    const asked = (words: string) => askedAt(text([block('a', words)], [0, words.length]));
    expect(asked('@ann')).toMatchObject({ what: 'member', query: 'ann' });
    expect(asked('met @van der')).toMatchObject({ what: 'member', query: 'van der' });
    expect(asked('over (#conti')).toMatchObject({ what: 'theme', query: 'conti' });
    expect(asked('zie +')).toMatchObject({ what: 'study', query: '' });
    expect(asked('/ko')).toMatchObject({ what: 'block', query: 'ko' });
    for (const words of ['piet@kring.nl', 'en/of', '3 + 4', '# kop', 'a / b']) expect(asked(words), words).toBeUndefined();
  });

  it('a choice stands in place of what was typed, and asks no more', () => {
    const state = text([block('a', 'met @ann.')], [0, 8]);
    const asked = askedAt(state);
    if (!asked) throw new Error('nothing was asked');
    const put = after(state, putMarked(asked, 'member', 'e'.repeat(32), 'Annelies van der Meulen'));
    expect(toBlocks(put.doc)[0]).toMatchObject({
      text: 'met Annelies van der Meulen .',
      marks: [{ from: 4, to: 27, kind: 'member', value: 'e'.repeat(32) }],
    });
  });

  it('the run around a position is found whole, though it is partly bold', () => {
    const marks = [{ from: 0, to: 4, kind: 'link', value: 'https://a.nl/' }, { from: 2, to: 6, kind: 'bold', value: '' }] as Block['marks'];
    const state = text([block('a', 'abcdef', { marks })], [0, 3]);
    expect(markedAround(state.doc, 2, schema.marks.link)).toMatchObject({ from: 1, to: 5, value: 'https://a.nl/' });
    expect(markedAround(state.doc, 7, schema.marks.link)).toBeUndefined();
  });
});
