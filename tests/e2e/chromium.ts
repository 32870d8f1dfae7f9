// The Chromium of the system, and the flags that keep it to itself.

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';

const PLACE = '/usr/bin/chromium';

const REMEDY = 'Install the package chromium of Debian (on Ubuntu it is only a doorway to a snap).';

/** Why Chromium cannot be used here; absent when it can. */
export function whyNoChromium(): string | undefined {
  if (!existsSync(PLACE)) return `${PLACE} is missing. ${REMEDY}`;
  const real = realpathSync(PLACE);
  // Ubuntu's package is either a link into /snap or a script of a few lines that starts the snap.
  const startsSnap = statSync(real).size < 64_000 && readFileSync(real, 'latin1').includes('/snap/bin/');
  if (real.startsWith('/snap/') || startsSnap) {
    return `${PLACE} is a snap, which cannot be driven with a profile outside its own folder. ${REMEDY}`;
  }
  return undefined;
}

/** How Playwright starts it. */
export const chromium = {
  executablePath: PLACE,
  args: [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Text is drawn the same on every machine, so that pictures can be compared.
    '--font-render-hinting=none',
    '--disable-lcd-text',
    // Chromium refuses its own sandbox to root, which is who runs in most containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
};
