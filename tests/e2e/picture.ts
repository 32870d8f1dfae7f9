// What a screen in memory shows, as a PNG. WebKitWebDriver's own pictures never come while WebKit draws as it
// does for members (WEBKIT_DISABLE_DMABUF_RENDERER), and they would leave out the menu.

import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Dump {
  dump: Buffer;
  width: number;
  height: number;
  /** Where the points of a line begin. */
  line: (y: number) => number;
}

/** A frame buffer that Xvfb keeps as a file in the format of X window dumps, 32 bits a point. */
function read(frameBuffer: string): Dump {
  const dump = readFileSync(frameBuffer);
  const word = (at: number): number => dump.readUInt32BE(at * 4);
  const [headerSize, width, height, bytesPerLine, colours] = [word(0), word(4), word(5), word(12), word(19)];
  // A colour of the map, which stands between header and points, takes twelve bytes.
  return { dump, width, height, line: (y) => headerSize + colours * 12 + y * bytesPerLine };
}

/** The colour of one point of a frame buffer: red, green and blue, from 0 to 255. */
export function pointOf(frameBuffer: string, x: number, y: number): [number, number, number] {
  const { dump, line } = read(frameBuffer);
  const at = line(y) + x * 4;
  // Points lie blue first.
  return [dump[at + 2] ?? 0, dump[at + 1] ?? 0, dump[at] ?? 0];
}

/** The picture in a frame buffer. */
export function pictureOf(frameBuffer: string): Buffer {
  const { dump, width, height, line } = read(frameBuffer);
  const lines = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = line(y) + x * 4;
      const to = y * (1 + width * 3) + 1 + x * 3;
      // Points lie blue first.
      lines[to] = dump[from + 2] ?? 0;
      lines[to + 1] = dump[from + 1] ?? 0;
      lines[to + 2] = dump[from] ?? 0;
    }
  }
  return png(width, height, TRUE_COLOUR, [chunk('IDAT', deflateSync(lines))]);
}

/** The same in few colours, which do for a picture of a screen and keep a repository small. */
export function smallPictureOf(frameBuffer: string, most = 128): Buffer {
  const { dump, width, height, line } = read(frameBuffer);
  const colourAt = (x: number, y: number): number => dump.readUIntLE(line(y) + x * 4, 3);
  const counts = new Map<number, number>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) counts.set(colourAt(x, y), (counts.get(colourAt(x, y)) ?? 0) + 1);
  }
  const groups = grouped([...counts].map(([colour, count]) => ({ colour, count })), most);
  // Each group is drawn in the colour that occurs most in it, so that grounds stay exactly what they are.
  const palette = groups.map((group) => group.reduce((best, one) => (one.count > best.count ? one : best)).colour);
  const indexOf = new Map(groups.flatMap((group, index) => group.map(({ colour }) => [colour, index] as const)));
  const lines = Buffer.alloc(height * (1 + width));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) lines[y * (1 + width) + 1 + x] = indexOf.get(colourAt(x, y)) ?? 0;
  }
  const colours = Buffer.from(palette.flatMap((colour) => CHANNELS.map((shift) => (colour >> shift) & 255)));
  return png(width, height, INDEXED, [chunk('PLTE', colours), chunk('IDAT', deflateSync(lines, { level: 9 }))]);
}

/** Red, green and blue in a colour that is written as one number. */
const CHANNELS = [16, 8, 0];

interface Counted {
  colour: number;
  count: number;
}

/** How far the points of a group lie apart in one channel, all together. */
function spread(group: Counted[], shift: number): number {
  let [sum, squares, count] = [0, 0, 0];
  for (const one of group) {
    const value = (one.colour >> shift) & 255;
    sum += value * one.count;
    squares += value * value * one.count;
    count += one.count;
  }
  return squares - (sum * sum) / count;
}

/** Colours in so many groups: the group that lies furthest apart is cut in two again and again (median cut). */
function grouped(colours: Counted[], most: number): Counted[][] {
  const widest = (group: Counted[]) => {
    const spreads = CHANNELS.map((shift) => ({ shift, by: spread(group, shift) }));
    return spreads.reduce((best, one) => (one.by > best.by ? one : best));
  };
  const groups = [{ group: colours, ...widest(colours) }];
  while (groups.length < most) {
    const at = groups.reduce((best, one, index) => (one.by > (groups[best]?.by ?? 0) ? index : best), 0);
    const next = groups[at];
    if (!next || next.by < 1) break;
    const value = ({ colour }: Counted): number => (colour >> next.shift) & 255;
    const all = next.group.reduce((sum, one) => sum + one.count, 0);
    const mean = next.group.reduce((sum, one) => sum + value(one) * one.count, 0) / all;
    const halves = [next.group.filter((one) => value(one) <= mean), next.group.filter((one) => value(one) > mean)];
    groups.splice(at, 1, ...halves.map((group) => ({ group, ...widest(group) })));
  }
  return groups.map(({ group }) => group);
}

const TRUE_COLOUR = 2;
const INDEXED = 3;

/** A file of eight bits a channel, without transparency. */
function png(width: number, height: number, colourType: number, chunks: Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}
