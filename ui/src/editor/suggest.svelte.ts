// The list that a typed sign asks for: what it offers, which choice is active, and what the keys do to it.
// The focus stays in the text all the while.
import type { EditorState } from 'prosemirror-state';
import type { Choice } from './fitting';
import type { Provider } from './suggestions';
import { askedAt, type Asked } from './trigger';

export type Ask = Asked['what'];

export class Suggest {
  asked = $state.raw<Asked>();
  choices = $state.raw<Choice[]>([]);
  active = $state(0);
  #providers: Record<Ask, Provider>;
  #choose: (asked: Asked, choice: Choice) => void;
  /** Where Escape closed a list: the sign there stays a sign. */
  #left = -1;
  #turn = 0;

  constructor(providers: Record<Ask, Provider>, choose: (asked: Asked, choice: Choice) => void) {
    this.#providers = providers;
    this.#choose = choose;
  }

  get isOpen(): boolean {
    return this.asked !== undefined && this.choices.length > 0;
  }

  /** The text or the caret changed. Only typing opens a list; moving about can but close one. */
  follow(state: EditorState, isTyped: boolean): void {
    if (!isTyped && !this.asked) return;
    const asked = askedAt(state);
    if (!asked) {
      this.#left = -1;
      this.close();
      return;
    }
    if (asked.from === this.#left) return;
    const before = this.asked;
    if (before && before.what === asked.what && before.from === asked.from && before.query === asked.query) return;
    if (before?.what !== asked.what || before.from !== asked.from) this.choices = [];
    this.asked = asked;
    void this.#fill(asked);
  }

  async #fill(asked: Asked): Promise<void> {
    this.#turn += 1;
    const mine = this.#turn;
    const choices = await this.#providers[asked.what](asked.query);
    if (mine !== this.#turn || !this.asked) return;
    this.choices = choices;
    this.active = 0;
  }

  close(): void {
    if (!this.asked) return;
    this.#turn += 1;
    this.asked = undefined;
    this.choices = [];
  }

  choose(choice: Choice | undefined): void {
    const { asked } = this;
    this.close();
    if (asked && choice) this.#choose(asked, choice);
  }

  /** Whether the key was meant for the list. */
  takes(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
    const count = this.choices.length;
    switch (event.key) {
      case 'ArrowDown':
        this.active = (this.active + 1) % count;
        return true;
      case 'ArrowUp':
        this.active = (this.active + count - 1) % count;
        return true;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey) return false;
        this.choose(this.choices[this.active]);
        return true;
      case 'Escape':
        this.#left = this.asked?.from ?? -1;
        this.close();
        return true;
      default:
        return false;
    }
  }
}
