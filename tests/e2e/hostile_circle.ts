// A circle in which every text field holds hostile text, made through commands as a screen or a package would.

import { HOSTILE } from './hostile.ts';
import { filled, takingText } from './schema.ts';

/** Calls a command and answers its value; a refusal is thrown with its code in the message. */
export type Call = (name: string, input: object) => Promise<unknown>;

/** Commands that take text and are not filled here, with the reason. */
const NOT_FILLED: Record<string, string> = {
  resolve_review: 'its text is the name of a field',
  export_summary: 'its text is the name of a format',
  share_text: 'its text is the names of files that the app wrote',
  retry_quarantine: 'its text is the name of a kept file',
  remove_quarantined: 'its text is the name of a kept file',
  keep_draft: 'its text is the key of a draft; what is typed goes through the commands above',
  settle_draft: 'its text is the key of a draft',
  drop_draft: 'its text is the key of a draft',
  found_circle: 'the name of the circle is filled by change_circle, that of its founder by add_member',
  ask_to_join: 'the name of a person is filled by add_member',
  search: 'a query is kept nowhere; the journey asks it by itself',
  search_all: 'as search',
  invite: 'it writes a file; the name of a person is filled by add_member',
  withdraw_invitation: 'its text is the id of an invitation',
  export_erasure: 'its text is the name of a format',
  list_changes: 'its text is the name of a kind',
  check_backup: 'its text is the name of a backup',
  preview_restore: 'its text is the name of a backup',
  restore_backup: 'its text is the name of a backup',
  open_address: 'an address is kept nowhere; the journey asks it by itself',
};

/** Records that belong to another one, and how their input says to which. */
interface Scene {
  meeting: string;
  theme: string;
  study: string;
  statement: string;
  version: string;
  round: string;
  circle: string;
}

/** What each command needs besides text. Everything that is asked here by id lies in one scene, so that one screen shows all of it. */
const BESIDES: Record<string, (scene: Scene) => Record<string, unknown>> = {
  add_member: () => ({ email: '' }),
  add_organisation: () => ({}),
  create_meeting: () => ({ date: '2026-03-12', number: 0 }),
  add_agenda_item: ({ meeting }) => ({ meeting }),
  add_contribution: ({ meeting }) => ({ meeting }),
  record_decision: ({ meeting }) => ({ meeting }),
  add_action: ({ meeting }) => ({ meeting }),
  create_theme: () => ({}),
  add_statement: ({ theme }) => ({ theme }),
  add_evidence: ({ statement, study }) => ({ statement, study }),
  add_study: () => ({}),
  give_position: ({ round, version }) => ({ round, version, stance: 'reservation' }),
};

/** What a circle of hostile text holds. */
export interface HostileCircle {
  scene: Scene;
  /** The texts that some record took over, whole. */
  taken: string[];
  /** What was refused, as "command: refusal", by text. */
  refused: Map<string, string[]>;
}

/** The longest that a title may be; a longer text is cut for every command but the one that takes longer texts. */
const TITLE = 300;

const cut = (text: string): string => [...text].slice(0, TITLE).join('');

/** Fills a circle that is open and empty. */
export async function fillWithHostileText(call: Call): Promise<HostileCircle> {
  const scene = await prepare(call);
  const taken: string[] = [];
  const refused = new Map<string, string[]>();
  for (const { text } of HOSTILE) {
    const refusals: string[] = [];
    let isTaken = false;
    const give = async (name: string, input: object, given: string): Promise<void> => {
      try {
        await call(name, input);
        isTaken ||= given === text;
      } catch (refusal) {
        refusals.push(`${name}: ${String(refusal)}`);
      }
    };
    for (const [name, besides] of Object.entries(BESIDES)) {
      await give(name, { ...filled(name, cut(text)), ...besides(scene) }, cut(text));
    }
    // A text of any length, in the one record that is read at a stretch.
    const long = { ...filled('write_note', text), title: cut(text), subject: scene.meeting };
    await give('write_note', long, text);
    await give('change_circle', { ...filled('change_circle', cut(text)), id: scene.circle }, cut(text));
    if (isTaken) taken.push(text);
    if (refusals.length > 0) refused.set(text, refusals);
  }
  return { scene, taken, refused };
}

/** One record of each kind that others belong to. */
async function prepare(call: Call): Promise<Scene> {
  const make = async (name: string, input: object): Promise<string> => {
    const { value } = (await call(name, input)) as { value: string };
    return value;
  };
  const meeting = await make('create_meeting', { title: 'Proef', date: '2026-03-12', number: 0 });
  const theme = await make('create_theme', { name: 'Proef' });
  const study = await make('add_study', { title: 'Proef' });
  const stated = (await call('add_statement', { theme, text: 'Proef' })) as {
    value: { statement: string; version: string };
  };
  const { statement, version } = stated.value;
  const round = await make('open_round', { versions: [version] });
  const { record } = (await call('show_circle', {})) as { record: { id: string } };
  return { meeting, theme, study, statement, version, round, circle: record.id };
}

/** Commands that take free text and that nobody fills: a new one is named here until someone decides. */
export function forgotten(): string[] {
  const known = (name: string): boolean =>
    name in BESIDES ||
    name in NOT_FILLED ||
    name === 'write_note' ||
    // They write into the fields of a record that another command filled already.
    ['change_', 'reword_', 'record_position'].some((start) => name.startsWith(start));
  return takingText.filter((name) => !known(name));
}
