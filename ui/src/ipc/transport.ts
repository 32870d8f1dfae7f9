// How requests reach the core: through Tauri in the window, through the test bridge in a plain browser.
// Nothing else in the screen knows which of the two it is.
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen as hear } from '@tauri-apps/api/event';

/** A request as the core reads it. Secrets travel beside the input, never in it. */
export interface Request {
  call: string;
  circle: string | null;
  name: string;
  input: unknown;
  file: number | null;
  files: number[];
  secrets: Secrets;
}

export interface Secrets {
  passphrase?: string;
  newPassphrase?: string;
  recoveryKey?: string;
  authorityKey?: string;
  invitationWords?: string;
}

/** Long work, as far as it is; `step` is the key of a text. */
export interface Progress {
  step: string;
  done: number;
  total: number;
}

/** What the core or the shell tells of itself. */
export interface Events {
  changed: { circle: string; kinds: string[] };
  opened: object;
  lock: object;
  closing: object;
  menu: { item: string };
}

export interface Transport {
  call(request: Request, progress: (progress: Progress) => void): Promise<unknown>;
  listen<E extends keyof Events>(event: E, heard: (payload: Events[E]) => void): void;
}

function tauri(): Transport {
  return {
    call(request, progress) {
      const channel = new Channel<Progress>();
      channel.onmessage = progress;
      return invoke('call', { request, progress: channel });
    },
    listen(event, heard) {
      void hear(event, (message) => heard(message.payload as never));
    },
  };
}

function bridge(): Transport {
  const events = new EventSource('events');
  const running = new Map<string, (progress: Progress) => void>();
  events.addEventListener('progress', (message) => {
    const { call, ...progress } = JSON.parse(message.data) as Progress & { call: string };
    running.get(call)?.(progress);
  });
  return {
    async call(request, progress) {
      running.set(request.call, progress);
      try {
        const answer = await fetch('call', { method: 'POST', body: JSON.stringify(request) });
        const value: unknown = await answer.json();
        if (!answer.ok) throw value;
        return value;
      } finally {
        running.delete(request.call);
      }
    },
    listen(event, heard) {
      events.addEventListener(event, (message) => heard(JSON.parse((message as MessageEvent<string>).data) as never));
    },
  };
}

export const connect = (): Transport => ('__TAURI_INTERNALS__' in window ? tauri() : bridge());
