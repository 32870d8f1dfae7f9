// Writes src/ipc/generated.ts from the command list that the core prints of itself; with --check it only
// says whether the file is fresh. The core's JSON Schemas are the one declaration of every command.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const program = join(target, 'debug', 'kringboek');
const file = join(here, '../src/ipc/generated.ts');

const commands = JSON.parse(execFileSync(program, ['commands'], { maxBuffer: 64 << 20 }).toString());
const definitions = {};

// A longer text is given as blocks or as plain text; the core always answers blocks, and so does the screen.
const asBlocks = (schema) => (schema.anyOf?.some((one) => one.type === 'string') && schema.anyOf.find((one) => one.type === 'array')) || schema;

// Fields the core always fills are required in an answer, whatever they may default to on the way in.
const named = (schema) => (schema.title ?? '').replace(/[^A-Za-z0-9]+(.)/g, (_, letter) => letter.toUpperCase());

function define(name, schema) {
  const known = definitions[name];
  if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`two different types are called ${name}:\n${JSON.stringify(known)}\n${JSON.stringify(schema)}`);
  }
  definitions[name] = schema;
}

// A record on its way in may leave fields out that are always there on its way out: two types, unless it
// is no record but a word or an id.
const isRecord = (schema) => schema.type === 'object' && Boolean(schema.properties);
const renamed = (name, schema, way) => (way === 'input' && isRecord(schema) ? `${name}Input` : name);

function pointTo(schema, names) {
  if (Array.isArray(schema)) return schema.map((one) => pointTo(one, names));
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, pointTo(value, names)]));
  if (Array.isArray(copy.required)) copy.required.sort();
  // A pair is called by another name in the version of JSON Schema that the TypeScript is made from.
  if (copy.prefixItems) {
    copy.items = copy.prefixItems;
    delete copy.prefixItems;
  }
  if (typeof copy.$ref === 'string') {
    const name = copy.$ref.replace('#/$defs/', '');
    // Without the words beside it: a reference with a description of its own becomes a second type.
    return { $ref: `#/$defs/${names[name] ?? name}` };
  }
  return copy;
}

// Moves a command's schema among the shared definitions and answers a reference to it.
function place(schema, way) {
  const { $schema, $defs = {}, ...rest } = schema;
  const names = {};
  for (const [name, definition] of Object.entries($defs)) {
    names[name] = name === 'Blocks' && way === 'input' ? 'BlocksInput' : renamed(name, definition, way);
  }
  for (const [name, definition] of Object.entries($defs)) {
    const pointed = pointTo(name === 'Blocks' ? asBlocks(definition) : definition, names);
    define(names[name], pointed);
  }
  const root = pointTo(rest, names);
  if (!isRecord(root) || !root.title) return { ...root, title: undefined };
  const name = renamed(named(root), root, way);
  define(name, { ...root, title: undefined });
  return { $ref: `#/$defs/${name}` };
}

// The answer of a command: what has a default on the way in is always there on the way out.
function filled(schema) {
  if (Array.isArray(schema)) return schema.map(filled);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, filled(value)]));
  if (copy.type === 'object' && copy.properties) copy.required = Object.keys(copy.properties).sort();
  return copy;
}

function table(scope) {
  const entries = commands.filter((command) => command.scope === scope);
  const properties = {};
  for (const { name, about, input, output } of entries) {
    properties[name] = {
      type: 'object',
      description: about,
      properties: { input: place(input, 'input'), output: place(filled(output), 'output') },
      required: ['input', 'output'],
      additionalProperties: false,
    };
  }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

for (const command of commands) command.scope ??= 'circle';
const schema = {
  title: 'Contract',
  type: 'object',
  properties: { circle: table('circle'), app: table('app') },
  required: ['circle', 'app'],
  additionalProperties: false,
  $defs: definitions,
};

const banner = '// @generated from the core\'s command list by `npm run types -w ui`; do not edit.\n';
const text = await compile(schema, 'Contract', {
  bannerComment: banner,
  additionalProperties: false,
  unreachableDefinitions: true,
  style: { singleQuote: true, printWidth: 120 },
});

if (process.argv.includes('--check')) {
  const present = readFileSync(file, 'utf8');
  if (present !== text) {
    console.error('ui/src/ipc/generated.ts is not fresh; renew it with: npm run types -w ui');
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
