// The one file that speaks to the core. Every call is typed by the core's own command list.
import { Failure, failureOf } from './failure';
import type { Contract } from './generated';
import { connect, type Events, type Progress, type Secrets, type Transport } from './transport';

export type AppCommands = Contract['app'];
export type CircleCommands = Contract['circle'];
type Input<T> = T extends { input: infer I } ? I : never;
type Output<T> = T extends { output: infer O } ? O : never;
export type AppInput<N extends keyof AppCommands> = Input<AppCommands[N]>;
export type AppOutput<N extends keyof AppCommands> = Output<AppCommands[N]>;
export type CircleInput<N extends keyof CircleCommands> = Input<CircleCommands[N]>;
export type CircleOutput<N extends keyof CircleCommands> = Output<CircleCommands[N]>;

export interface CallOptions {
  /** Handle of the circle that a command of the app is about, for those that are about one. */
  circle?: string;
  /** Number of a chosen or opened file that the command reads. */
  file?: number;
  /** Numbers of files that the command reads together. */
  files?: number[];
  secrets?: Secrets;
  progress?: (progress: Progress) => void;
  /** Asks the core to stop at its next step. */
  signal?: AbortSignal;
}

let transport: Transport | undefined;
let calls = 0;

/** Opens the way to the core; before anything else. */
export function open(): void {
  transport = connect();
}

export function listen<E extends keyof Events>(event: E, heard: (payload: Events[E]) => void): void {
  transport?.listen(event, heard);
}

async function send(circle: string | null, name: string, input: unknown, options: CallOptions): Promise<unknown> {
  if (!transport) throw new Failure(noAnswer);
  const channel = transport;
  calls += 1;
  const call = `call-${calls}`;
  const plain = { circle: null, file: null, files: [], secrets: {} };
  const cancel = () => void channel.call({ ...plain, call: `${call}-cancel`, name: 'cancel', input: { call } }, () => {});
  options.signal?.addEventListener('abort', cancel, { once: true });
  try {
    const { file = null, files = [], secrets = {} } = options;
    const request = { call, circle, name, input, file, files, secrets };
    return await channel.call(request, options.progress ?? (() => {}));
  } catch (thrown) {
    throw failureOf(thrown, noAnswer);
  } finally {
    options.signal?.removeEventListener('abort', cancel);
  }
}

/** The one failure that the core cannot put into words, because it did not answer. */
export const noAnswer = { code: 'no_answer', happened: '', todo: '' };

/** Calls a command of the app itself. */
export async function callApp<N extends keyof AppCommands>(
  name: N,
  input: AppInput<N>,
  options: CallOptions = {},
): Promise<AppOutput<N>> {
  return (await send(options.circle ?? null, name, input, options)) as AppOutput<N>;
}

/** Calls a command of one circle. */
export async function callCircle<N extends keyof CircleCommands>(
  circle: string,
  name: N,
  input: CircleInput<N>,
  options: CallOptions = {},
): Promise<CircleOutput<N>> {
  return (await send(circle, name, input, options)) as CircleOutput<N>;
}

/** Tells the shell that the page is ready to close. */
export const closeWindow = (): Promise<unknown> => send(null, 'close_window', {}, {});
