// Marks the blocks of which there are two versions: a thin bar, and a button that shows them.
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { say } from '../text.svelte';

/** Under this key a transaction says which blocks have two versions. */
export const reviewsKey = new PluginKey<ReadonlySet<string>>('reviews');

/** `asked` hears that the two versions are to be shown. */
export function reviews(asked: () => void): Plugin {
  const button = (): HTMLElement => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'both-versions';
    element.contentEditable = 'false';
    element.textContent = say('editor-both-versions');
    element.addEventListener('click', asked);
    return element;
  };
  return new Plugin<ReadonlySet<string>>({
    key: reviewsKey,
    state: {
      init: () => new Set<string>(),
      apply: (tr, before) => (tr.getMeta(reviewsKey) as ReadonlySet<string> | undefined) ?? before,
    },
    props: {
      decorations(state) {
        const ids = reviewsKey.getState(state);
        if (!ids?.size) return null;
        const shown: Decoration[] = [];
        state.doc.forEach((block, at) => {
          const id = String(block.attrs.id);
          if (!ids.has(id)) return;
          shown.push(Decoration.node(at, at + block.nodeSize, { class: 'both' }));
          const stopEvent = () => true;
          shown.push(Decoration.widget(at + block.nodeSize - 1, button, { side: 1, key: `both-${id}`, stopEvent }));
        });
        return DecorationSet.create(state.doc, shown);
      },
    },
  });
}
