// The files that came in and wait for a look: chosen in a dialog, dropped on the window, double-clicked.
// Packages are shown together, other files one after the other.
import { callApp, type AppInput, type AppOutput } from '../ipc/client';
import { follow, without } from './arriving';
import { tellFailure } from './notices.svelte';

export type OpenedFile = AppOutput<'list_opened'>[number];

let waiting = $state.raw<OpenedFile[]>([]);
let finished = $state(0);
const done = new Set<number>();

export const arrivals = {
  /** The file that is looked at now. */
  get current(): OpenedFile | undefined {
    return waiting[0];
  },
  /** The packages that wait with it, to be looked at together. */
  get packages(): OpenedFile[] {
    return waiting.filter((one) => one.kind === 'package');
  },
  /** Which one that is, from 1, and of how many. */
  get number(): number {
    return finished + 1;
  },
  get total(): number {
    return finished + waiting.length;
  },
};

/** Looks at these files as well. */
export function lookAt(files: OpenedFile[]): void {
  waiting = follow(waiting, files.filter((one) => !done.has(one.file)));
}

/** Takes over what was dropped on the window or double-clicked. */
export async function fetchOpened(): Promise<void> {
  try {
    lookAt(await callApp('list_opened', {}));
  } catch (thrown) {
    tellFailure(thrown);
  }
}

/** Lets the member choose files to look at. */
export async function chooseFiles(purpose: AppInput<'choose_files'>['purpose']): Promise<void> {
  try {
    lookAt(await callApp('choose_files', { purpose }));
  } catch (thrown) {
    tellFailure(thrown);
  }
}

/** Is done with files; the next one takes their place. The files themselves stay where they are. */
export async function letGo(...files: OpenedFile[]): Promise<void> {
  const left = files.filter((file) => !done.has(file.file));
  for (const file of left) {
    done.add(file.file);
    waiting = without(waiting, file);
  }
  finished = waiting.length ? finished + left.length : 0;
  try {
    for (const { file } of left) await callApp('drop_opened', { file });
  } catch (thrown) {
    tellFailure(thrown);
  }
}
