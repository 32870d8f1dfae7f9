// Inputs made from the schemas that the core prints of its commands, so that no text field is forgotten: every
// field that takes free text gets it, and a new field gets it by itself.

import { execFileSync } from 'node:child_process';
import { target } from './places.ts';

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
}

interface Command {
  name: string;
  input: Schema;
}

const commands = JSON.parse(
  execFileSync(target('debug/kringboek'), ['commands'], { encoding: 'utf8', maxBuffer: 64 << 20 }),
) as Command[];

const isText = (schema: Schema): boolean =>
  [schema.type].flat().includes('string') &&
  !['format', 'pattern', 'enum', 'const'].some((limit) => limit in schema);

/** Longer text is given as blocks; a block of each sort that shows its text in another way. */
function blocks(text: string): object[] {
  const link = { from: 0, to: [...text].length, kind: 'link', value: text };
  return [
    { text, marks: [] },
    { text, kind: 'heading', level: 2, marks: [] },
    { text, kind: 'task', marks: [link] },
    { text, kind: 'quote', marks: [{ ...link, kind: 'bold', value: '' }] },
  ];
}

function fill(schema: Schema, text: string, defs: Record<string, Schema>): unknown {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return name === 'Blocks' ? blocks(text) : fill(defs[name] ?? {}, text, defs);
  }
  if (isText(schema)) return text;
  if (schema.items) {
    const item = fill(schema.items, text, defs);
    return item === undefined ? undefined : [item];
  }
  if (schema.properties) {
    const fields = Object.entries(schema.properties)
      .map(([name, field]) => [name, fill(field, text, defs)] as const)
      .filter(([, value]) => value !== undefined);
    return fields.length > 0 ? Object.fromEntries(fields) : undefined;
  }
  for (const way of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    const value = fill(way, text, defs);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The input of a command with `text` in every field that takes free text; absent when it has none. */
export function filled(command: string, text: string): Record<string, unknown> | undefined {
  const { input } = commands.find(({ name }) => name === command) ?? {};
  if (!input) throw new Error(`no command ${command}`);
  return fill(input, text, input.$defs ?? {}) as Record<string, unknown> | undefined;
}

/** The commands that take free text somewhere. */
export const takingText = commands.map(({ name }) => name).filter((name) => filled(name, 'x') !== undefined);
