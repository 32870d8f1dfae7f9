// Reads the Markdown that the core writes (kring-export, markdown.rs) back into parts, so that a preview
// draws it with elements instead of with HTML. It knows what that writer writes and nothing more: what it
// does not know it leaves as text.

export interface Run {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  address?: string;
}

export interface ListEntry {
  runs: Run[];
  lists: MarkdownList[];
}

export interface MarkdownList {
  isNumbered: boolean;
  entries: ListEntry[];
}

export type Part =
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'quote'; paragraphs: Run[][] }
  | { kind: 'list'; list: MarkdownList }
  | { kind: 'table'; head: Run[][]; rows: Run[][][] };

const ENTRY = /^( *)(-|\d+\.) (.*)$/;

/** The parts of a document, in reading order. */
export function parse(markdown: string): Part[] {
  const lines = markdown.split('\n');
  const parts: Part[] = [];
  let at = 0;
  const taken = (belongs: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    if (!line.trim()) {
      at += 1;
    } else if (heading) {
      parts.push({ kind: 'heading', level: heading[1]?.length ?? 1, runs: inline(heading[2] ?? '') });
      at += 1;
    } else if (line.startsWith('>')) {
      parts.push({ kind: 'quote', paragraphs: quote(taken((one) => one.startsWith('>'))) });
    } else if (line.startsWith('|')) {
      parts.push(table(taken((one) => one.startsWith('|'))));
    } else if (ENTRY.test(line)) {
      parts.push({ kind: 'list', list: list(taken((one) => ENTRY.test(one))) });
    } else {
      parts.push({ kind: 'paragraph', runs: inline(line) });
      at += 1;
    }
  }
  return parts;
}

function quote(lines: string[]): Run[][] {
  return lines.map((line) => line.replace(/^> ?/, '')).filter(Boolean).map(inline);
}

function table(lines: string[]): Part {
  const [head = [], , ...rows] = lines.map((line) => cells(line).map(inline));
  return { kind: 'table', head, rows };
}

/** The cells of a row; a bar in a text has a backslash before it. */
function cells(line: string): string[] {
  const found = line.match(/(?:\\.|[^|\\])+/g) ?? [];
  return found.slice(0, line.endsWith('|') ? undefined : -1).map((cell) => cell.trim());
}

function list(lines: string[]): MarkdownList {
  const top: MarkdownList = { isNumbered: false, entries: [] };
  const open: { indent: number; list: MarkdownList }[] = [];
  for (const line of lines) {
    const [, spaces = '', marker = '-', text = ''] = ENTRY.exec(line) ?? [];
    const indent = spaces.length;
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
    let level = open.at(-1);
    if (!level || indent > level.indent) {
      const inner: MarkdownList = level ? { isNumbered: false, entries: [] } : top;
      inner.isNumbered = marker !== '-';
      level?.list.entries.at(-1)?.lists.push(inner);
      level = { indent, list: inner };
      open.push(level);
    }
    level.list.entries.push({ runs: inline(text), lists: [] });
  }
  return top;
}

/** The runs of a line: bold, italic, links, and characters that a backslash keeps literal. */
export function inline(line: string): Run[] {
  const runs: Run[] = [];
  let isBold = false;
  let isItalic = false;
  let text = '';
  const flush = (address?: string) => {
    if (text) {
      runs.push({ text, ...(isBold && { isBold }), ...(isItalic && { isItalic }), ...(address && { address }) });
    }
    text = '';
  };
  const tokens = /\\(.)|(\*\*)|(_)|(\[)|\]\(<([^>]*)>\)|([^\\*_[\]]+|.)/gsu;
  for (const [whole, escaped, bold, italic, opens, address, plain] of line.matchAll(tokens)) {
    if (escaped !== undefined) text += escaped;
    else if (bold) {
      flush();
      isBold = !isBold;
    } else if (italic) {
      flush();
      isItalic = !isItalic;
    } else if (opens) flush();
    else if (address !== undefined) flushLink(address);
    else text += plain ?? whole;
  }
  flush();
  return runs;

  function flushLink(address: string): void {
    // The styles of a link lie inside its brackets, so its last run may already be put away.
    if (text) flush(address);
    else {
      const last = runs.at(-1);
      if (last) last.address = address;
    }
  }
}
