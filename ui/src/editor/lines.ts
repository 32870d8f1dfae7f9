// A pasted text as lines: what the readers of web pages, Word and plain text make, before it is a document.
import { MAX_HEADING, MAX_INDENT } from './kinds';

export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  href?: string;
}

export interface Line {
  kind: string;
  level: number;
  checked: boolean;
  runs: Run[];
}

export const line = (kind = 'paragraph', level = 0, checked = false): Line => ({ kind, level, checked, runs: [] });

const INVISIBLE = /[\u200b\ufeff\u00ad\u0000]/g;

/** Adds text to a line, as a browser would show it: white space is one space, and none begins a line. */
export function write(to: Line, raw: string, marks: Omit<Run, 'text'>): void {
  const before = to.runs.at(-1);
  let text = raw.replace(INVISIBLE, '').replace(/[\t\n\r\f \u2028\u2029]+/g, ' ').replace(/ *\u00a0[ \u00a0]+| +\u00a0/g, ' ');
  if (!before || /[ \u00a0]$/.test(before.text)) text = text.replace(/^[ \u00a0]+/, '');
  if (!text) return;
  const isSame = before && before.bold === marks.bold && before.italic === marks.italic && before.href === marks.href;
  if (isSame) before.text += text;
  else to.runs.push({ text, ...marks });
}

/** The line without white space at its end; nothing when nothing is left. */
export function finished(from: Line): Line | undefined {
  const runs = [...from.runs];
  while (runs.length) {
    const last = runs[runs.length - 1] as Run;
    const text = last.text.replace(/[ \u00a0]+$/, '');
    runs.pop();
    if (text) {
      runs.push({ ...last, text });
      break;
    }
  }
  return runs.length ? { ...from, runs } : undefined;
}

function marked(document: Document, run: Run): globalThis.Node {
  let node: globalThis.Node = document.createTextNode(run.text);
  const wrap = (tag: string, attribute?: [string, string]) => {
    const element = document.createElement(tag);
    if (attribute) element.setAttribute(...attribute);
    element.append(node);
    node = element;
  };
  if (run.italic) wrap('em');
  if (run.bold) wrap('strong');
  if (run.href) wrap('a', ['href', run.href]);
  return node;
}

const TAGS: Record<string, string> = { bullet: 'ul', numbered: 'ol', task: 'ul', quote: 'blockquote', paragraph: 'p' };

/** The lines as the HTML that the schema reads, and nothing besides. */
export function toHtml(lines: Line[], document: Document): string {
  const body = document.createElement('div');
  for (const { kind, level, checked, runs } of lines) {
    const isHeading = kind === 'heading';
    const depth = isHeading ? Math.max(1, Math.min(level, MAX_HEADING)) : Math.min(level, MAX_INDENT);
    const block = document.createElement(isHeading ? `h${depth + 1}` : (TAGS[kind] ?? 'p'));
    block.className = kind;
    if (depth) block.dataset.level = String(depth);
    if (kind === 'task') block.dataset.checked = String(checked);
    const text = ['ul', 'ol'].includes(block.localName) ? document.createElement('li') : block;
    text.append(...runs.map((run) => marked(document, run)));
    if (text !== block) block.append(text);
    body.append(block);
  }
  return body.innerHTML;
}
