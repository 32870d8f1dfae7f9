// Reads a pasted page, of the web or of Word, into lines: headings, lists, quotes, bold, italic and links.
// Images, scripts, styles, comments and tracking do not come along. The page is parsed into a document that
// runs nothing and fetches nothing.
import { cleanAddress } from './address';
import { finished, line, write, type Line, type Run } from './lines';
import { MAX_HEADING } from './kinds';

type Marks = Omit<Run, 'text'>;

const NOTHING = new Set(['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'noscript', 'iframe', 'object', 'embed',
  'svg', 'math', 'img', 'picture', 'video', 'audio', 'canvas', 'select', 'button', 'textarea', 'form-control', 'xml', 'w:sdtpr']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'address', 'pre', 'figure',
  'figcaption', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'caption', 'dl', 'dt', 'dd', 'ul', 'ol', 'li', 'form', 'fieldset', 'center',
  'details', 'summary', 'hr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'body']);

// Styles are read from their text: an inert document computes none. The attribute itself is renamed before
// parsing, because the content policy would have every one of them reported, and so would style sheets be.
const STYLE = 'data-pasted-style';
const withoutStyles = (html: string): string =>
  html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, '').replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, `$1${STYLE}$2`));

const styleOf = (element: Element): string => (element.getAttribute(STYLE) ?? '').toLowerCase();

function marksOf(element: Element, style: string, marks: Marks): Marks {
  const next: Marks = { ...marks };
  const tag = element.localName;
  if (tag === 'b' || tag === 'strong') next.bold = true;
  if (tag === 'i' || tag === 'em') next.italic = true;
  const weight = /(?:^|[;\s])font-weight\s*:\s*(bold(?:er)?|normal|lighter|\d+)/.exec(style)?.[1];
  if (weight) next.bold = /^bold/.test(weight) || Number(weight) >= 600 || undefined;
  const slant = /(?:^|[;\s])font-style\s*:\s*(italic|oblique|normal)/.exec(style)?.[1];
  if (slant) next.italic = slant !== 'normal' || undefined;
  if (tag === 'a' && element.hasAttribute('href')) next.href = cleanAddress(element.getAttribute('href') ?? '');
  return next;
}

const isHidden = (element: Element, style: string): boolean =>
  NOTHING.has(element.localName) || element.hasAttribute('hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(comment|footnote|endnote)/.test(style);

// Word has no lists in HTML, only paragraphs that name a list, a level, and the sign it drew before them.
function wordItem(element: Element, style: string): Line | undefined {
  const level = /mso-list\s*:[^;]*\blevel(\d)/.exec(style)?.[1];
  if (!level) return undefined;
  const sign = [...element.querySelectorAll(`[${STYLE}]`)].find((one) => /mso-list\s*:\s*ignore/.test(styleOf(one)));
  const isNumbered = /^\s*\(?([0-9]+|[a-z]{1,4})[.)]/i.test(sign?.textContent ?? '');
  return line(isNumbered ? 'numbered' : 'bullet', Number(level) - 1);
}

const WORD_HEADING = /\b(?:mso)?(?:heading|kop|title|titel)\s*([1-9])?/i;

class Reader {
  readonly lines: Line[] = [];
  #line = line();
  /** Lists around what is read, innermost last. */
  #lists: string[] = [];

  #flush(next: Line = line()): void {
    const done = finished(this.#line);
    if (done) this.lines.push(done);
    this.#line = next;
  }

  /** What a block begins as; it may be inside another that says so. */
  #lineFor(element: Element, style: string, around: Line): Line {
    const tag = element.localName;
    if (/^h[1-6]$/.test(tag)) return line('heading', Math.min(Number(tag[1]), MAX_HEADING));
    if (tag === 'blockquote') return line('quote');
    if (tag === 'li') return this.#item(element);
    const item = tag === 'p' && wordItem(element, style);
    if (item) return item;
    const heading = tag === 'p' && WORD_HEADING.exec(element.className);
    if (heading) return line('heading', Math.min(Number(heading[1] ?? 1), MAX_HEADING));
    return { ...around, runs: [] };
  }

  #item(element: Element): Line {
    const level = Math.max(0, this.#lists.length - 1);
    const box = element.querySelector(':scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]');
    if (box) return line('task', 0, box.hasAttribute('checked'));
    return line(this.#lists.at(-1) === 'ol' ? 'numbered' : 'bullet', level);
  }

  #block(element: Element, style: string, marks: Marks, around: Line): void {
    const tag = element.localName;
    const isList = tag === 'ul' || tag === 'ol';
    if (isList) this.#lists.push(tag);
    const own = this.#lineFor(element, style, around);
    // The first paragraph of an item or a quote is that item, so it goes on with the line that was begun.
    const isBegun = this.#line.runs.length === 0 && this.#line.kind === own.kind && this.#line.level === own.level;
    if (!isBegun || tag === 'li') this.#flush(own);
    this.#inside(element, marks, own);
    if (isList) this.#lists.pop();
    // What follows an item in the same item stands under it; what follows a list is plain again.
    this.#flush(isList ? line() : { ...around, runs: [] });
  }

  #inside(element: globalThis.Node, marks: Marks, around: Line): void {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) write(this.#line, child.textContent ?? '', marks);
      else if (child.nodeType === 1) this.#element(child as Element, marks, around);
    }
  }

  #element(element: Element, marks: Marks, around: Line): void {
    const style = styleOf(element);
    if (isHidden(element, style) || /mso-list\s*:\s*ignore/.test(style)) return;
    const tag = element.localName;
    if (tag === 'br') {
      if (around.kind === 'paragraph' || around.kind === 'quote') this.#flush({ ...around, runs: [] });
      else write(this.#line, ' ', {});
      return;
    }
    if (tag === 'td' || tag === 'th') {
      if (this.#line.runs.length) write(this.#line, ' | ', {});
      this.#cell(element, marks);
      return;
    }
    if (tag === 'pre') {
      this.#pre(element);
      return;
    }
    // A heading is bold by itself; only words that are bold in other text are marked.
    if (/^h[1-6]$/.test(tag)) this.#block(element, style, marks, around);
    else if (BLOCKS.has(tag)) this.#block(element, style, marksOf(element, style, marks), around);
    else this.#inside(element, marksOf(element, style, marks), around);
  }

  // A row of a table is one line; the blocks in its cells are words of that line.
  #cell(element: Element, marks: Marks): void {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) write(this.#line, child.textContent ?? '', marks);
      else if (child.nodeType === 1) {
        const inner = child as Element;
        const style = styleOf(inner);
        if (isHidden(inner, style)) continue;
        this.#cell(inner, marksOf(inner, style, marks));
        if (BLOCKS.has(inner.localName) || inner.localName === 'br') write(this.#line, ' ', {});
      }
    }
  }

  #pre(element: Element): void {
    this.#flush();
    for (const text of (element.textContent ?? '').split(/\r?\n/)) {
      write(this.#line, text, {});
      this.#flush();
    }
  }

  read(body: Element): Line[] {
    this.#inside(body, {}, line());
    this.#flush();
    return this.lines;
  }
}

/** The lines of a pasted page. */
export function readPage(html: string): Line[] {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  return new Reader().read(page.body);
}
