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
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits a colour, no transparency
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(content.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}
