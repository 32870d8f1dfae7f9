// Marks the blocks of which there are two versions: a thin bar, and a button that shows them.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { say } from '../text.svelte';

const key = new PluginKey<ReadonlySet<string>>('reviews');

export interface ReviewOptions {
  asked: () => void;
}

export const Reviews = Extension.create<ReviewOptions>({
  name: 'reviews',
  addOptions: () => ({ asked: () => {} }),
  addProseMirrorPlugins() {
    const { asked } = this.options;
    const button = (): HTMLElement => {
      const element = document.createElement('button');
      element.type = 'button';
      element.className = 'both-versions';
      element.contentEditable = 'false';
      element.textContent = say('editor-both-versions');
      element.addEventListener('click', asked);
      return element;
    };
    return [
      new Plugin<ReadonlySet<string>>({
        key,
        state: {
          init: () => new Set<string>(),
          apply: (tr, before) => (tr.getMeta(key) as ReadonlySet<string> | undefined) ?? before,
        },
        props: {
          decorations(state) {
            const ids = key.getState(state);
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
      }),
    ];
  },
});

export const reviewsKey = key;
