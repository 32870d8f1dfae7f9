// What stands around a window on a laptop: a screen, a session bus, and the system's way to open a file.

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.ts';
import { pictureOf, pointOf, smallPictureOf } from './picture.ts';
import type { Laptop } from './places.ts';

// Without folders of services: nothing of the system (portals, settings, file managers) starts by itself.
const BUS = (folder: string): string => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** A laptop's screen, session bus and surroundings; everything lies in the laptop's own folder. */
export class Desk {
  private readonly children: Child[] = [];
  private screen = '';
  private bus = '';

  constructor(readonly laptop: Laptop) {
    for (const folder of ['run', 'state', 'config', 'cache', 'share', 'bin', 'documents', 'screen']) {
      mkdirSync(this.path(folder), { recursive: true, mode: 0o700 });
    }
    writeFileSync(this.path('config/user-dirs.dirs'), `XDG_DOCUMENTS_DIR="${laptop.documents}"\n`);
    writeFileSync(this.path('bin/xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >>'${this.path('opened')}'\n`);
    chmodSync(this.path('bin/xdg-open'), 0o755);
  }

  private path(name: string): string {
    return join(this.laptop.top, name);
  }

  /** Starts screen and session bus, once. */
  async start(): Promise<void> {
    if (this.children.length > 0) return;
    // On -displayfd it takes the first free number by itself, so two screens never meet.
    const size = ['-screen', '0', '1280x800x24', '-fbdir', this.path('screen')];
    const screen = new Child('Xvfb', ['-displayfd', '1', ...size, '-nolisten', 'tcp']);
    writeFileSync(this.path('bus.conf'), BUS(this.path('run')));
    const bus = new Child('dbus-daemon', [`--config-file=${this.path('bus.conf')}`, '--nofork', '--print-address=1']);
    this.children.push(screen, bus);
    this.screen = `:${(await screen.line(/^\d+$/))[0]}`;
    [this.bus] = await bus.line(/^unix:.*/);
  }

  /** What the screen shows, as a PNG. */
  picture(): Buffer {
    return pictureOf(this.path('screen/Xvfb_screen0'));
  }

  /** The same as a file of few bytes. */
  smallPicture(): Buffer {
    return smallPictureOf(this.path('screen/Xvfb_screen0'));
  }

  /** The colour of one point of the screen: red, green and blue. */
  pointAt(x: number, y: number): [number, number, number] {
    return pointOf(this.path('screen/Xvfb_screen0'), x, y);
  }

  /** The environment of every program on this desk. */
  environment(): NodeJS.ProcessEnv {
    return {
      PATH: `${this.path('bin')}:${process.env['PATH'] ?? ''}`,
      HOME: this.laptop.top,
      KRINGBOEK_HOME: this.laptop.home,
      XDG_RUNTIME_DIR: this.path('run'),
      XDG_STATE_HOME: this.path('state'),
      XDG_CONFIG_HOME: this.path('config'),
      XDG_CACHE_HOME: this.path('cache'),
      XDG_DATA_HOME: this.path('share'),
      DBUS_SESSION_BUS_ADDRESS: this.bus,
      DISPLAY: this.screen,
      GDK_BACKEND: 'x11',
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1', // There is no screen reader to talk to.
      TAURI_WEBVIEW_AUTOMATION: 'true',
      LANG: 'C.UTF-8',
      TZ: 'Europe/Amsterdam',
    };
  }

  /** What the system was asked to open: paths and addresses, in order. */
  opened(): string[] {
    const log = this.path('opened');
    return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  }

  /** Ends bus and screen. */
  async stop(): Promise<void> {
    for (const child of this.children.toReversed()) await child.stop();
  }
}
