// Programs that a test starts: each is ended at the latest when the test is, by its own process id.

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A program that is running. */
export class Child {
  /** What it printed last, standard output and error together. */
  readonly said: string[] = [];
  private readonly process: ChildProcess;
  private readonly waiting = new Set<(line: string | undefined) => void>();
  private readonly ended: Promise<void>;

  /** Starts a program. */
  constructor(
    private readonly program: string,
    args: string[],
    options: SpawnOptions = {},
  ) {
    this.process = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => {
        this.hear(error.message);
        resolve();
      });
      this.process.once('close', () => resolve());
    });
    void this.ended.then(() => {
      for (const tell of this.waiting) tell(undefined);
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.hear(line));
    }
  }

  private hear(line: string): void {
    this.said.push(line);
    if (this.said.length > 500) this.said.shift();
    for (const tell of this.waiting) tell(line);
  }

  /** Its process id. */
  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** The first line that `pattern` finds, printed already or still to come; fails when the program ends without. */
  async line(pattern: RegExp): Promise<RegExpExecArray> {
    for (const line of this.said) {
      const found = pattern.exec(line);
      if (found) return found;
    }
    return new Promise((resolve, reject) => {
      const tell = (line: string | undefined): void => {
        const found = line === undefined ? undefined : pattern.exec(line);
        if (line !== undefined && !found) return;
        this.waiting.delete(tell);
        if (found) resolve(found);
        else reject(new Error(`${this.program} ended without ${pattern}:\n${this.said.join('\n')}`));
      };
      this.waiting.add(tell);
    });
  }

  /** Whether it still runs. */
  get runs(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null && this.process.pid !== undefined;
  }

  /** Waits until it ended by itself. */
  async end(): Promise<void> {
    await this.ended;
  }

  /** Ends it, and waits until it is gone. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.runs) this.process.kill(signal);
    const gaveUp = setTimeout(() => this.process.kill('SIGKILL'), 3_000);
    await this.ended;
    clearTimeout(gaveUp);
  }
}

/** The processes that this one started, directly. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    // The name in brackets may hold anything, so the fields are counted from its end.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined; // It ended while we looked.
  }
}

/** Whether a process is there and has not ended. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** A port of the loopback that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
