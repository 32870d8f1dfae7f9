// What the selects of this room offer. The empty value means that nothing is chosen yet.
import type { AgendaItemKind, AgendaItemView, MemberView, ThemeRow } from '../../ipc/generated';
import { say } from '../../text.svelte';

export interface Choice<V extends string = string> {
  value: V;
  word: string;
}

export const themeOptions = (themes: ThemeRow[]): Choice[] => [
  { value: '', word: say('meetings-no-theme') },
  ...themes.map((theme) => ({ value: theme.id, word: theme.name })),
];

export const memberOptions = (members: MemberView[]): Choice[] => [
  { value: '', word: say('meetings-nobody') },
  ...members.map((member) => ({ value: member.id, word: member.full_name })),
];

export const itemOptions = (items: AgendaItemView[]): Choice[] => [
  { value: '', word: say('meetings-no-item') },
  ...items.map((item) => ({ value: item.id, word: `${item.ordinal} ${item.title}` })),
];

const KINDS: AgendaItemKind[] = ['procedure', 'information', 'discussion', 'decision', 'statement'];

export const kindWord = (kind: AgendaItemKind): string => say(`meetings-kind-${kind}`);

export const kindOptions = (): Choice<AgendaItemKind | ''>[] => [
  { value: '', word: say('meetings-kind-none') },
  ...KINDS.map((kind) => ({ value: kind, word: kindWord(kind) })),
];
