// @vitest-environment jsdom
import { DOMParser as PmParser } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { cleanAddress, hostOf, typedAddress } from './address';
import { toBlocks } from './blocks';
import { toHtml } from './lines';
import { cleanHtml, isTooMuch } from './paste';
import { schema } from './schema';
import { readTyped } from './typed';
import web from './samples/web.html?raw';
import word from './samples/word.html?raw';

function pasted(html: string) {
  const body = document.createElement('div');
  body.innerHTML = html;
  return toBlocks(PmParser.fromSchema(schema).parse(body));
}
const short = (html: string) => pasted(html).map(({ kind, level, text }) => [kind, level, text]);
const typed = (text: string) => short(toHtml(readTyped(text), document));

describe('a paste from Word', () => {
  const blocks = pasted(cleanHtml(word));

  it('becomes headings, lists with their indent, and rows of tables', () => {
    expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ['heading', 1, 'Verslag werkgroep matching'],
      ['paragraph', 0, 'Aanwezig: Annelies van der Meulen, Gé ’t Hart'],
      ['heading', 2, 'Wat we weten'],
      ['bullet', 0, 'Kindfactoren'],
      ['bullet', 1, 'leeftijd'],
      ['numbered', 0, 'Eerst kennismaken'],
      ['numbered', 0, 'Dan besluiten'],
      ['paragraph', 0, 'Zie het NJi en dit bestand.'],
      ['paragraph', 0, 'Jaar | Aantal'],
      ['paragraph', 0, '2020 | 979'],
    ]);
  });

  it('keeps bold and italic, also where only a style says so', () => {
    expect(blocks[1]?.marks.map(({ from, to, kind }) => [from, to, kind])).toEqual([[10, 33, 'bold'], [38, 40, 'italic']]);
    expect(blocks[5]?.marks).toMatchObject([{ from: 0, to: 5, kind: 'bold' }]);
  });

  it('keeps web links without the page in between, and drops links to files', () => {
    expect(blocks[7]?.marks).toEqual([{ from: 4, to: 11, kind: 'link', value: 'https://www.nji.nl/gezinshuizen' }]);
  });
});

describe('a paste from a web page', () => {
  const html = cleanHtml(web);

  it('becomes blocks of the schema', () => {
    expect(short(html)).toEqual([
      ['heading', 1, 'Continuïteit in gezinshuizen'],
      ['paragraph', 0, 'Een stabiele plek, zegt het onderzoek.'],
      ['paragraph', 0, 'Tweede regel.'],
      ['bullet', 0, 'eerste punt'],
      ['bullet', 1, 'dieper punt'],
      ['bullet', 0, 'tweede punt'],
      ['numbered', 0, 'genummerd'],
      ['quote', 0, 'Ouders houden een volwaardige plek.'],
      ['task', 0, 'gedaan'],
      ['task', 0, 'nog doen'],
      ['paragraph', 0, 'klik onveilig mail'],
      ['paragraph', 0, 'niet vet'],
    ]);
  });

  it('leaves nothing that runs, fetches or follows', () => {
    for (const trace of ['script', 'img', 'iframe', 'style', 'onclick', 'utm_', 'fbclid', 'javascript', 'http:', 'verborgen']) {
      expect(html, trace).not.toContain(trace);
    }
    const blocks = pasted(html);
    expect(blocks[1]?.marks.find(({ kind }) => kind === 'link')?.value).toBe('https://www.example.org/onderzoek?id=7');
    expect(blocks[10]?.marks, 'only the mail address is a link').toMatchObject([{ kind: 'link', value: 'mailto:info@kring.nl' }]);
    expect(blocks[8]?.checked).toBe(true);
  });

  it('a page that says it is ours gets no further than the schema', () => {
    const forged = '<p data-pm-slice="0 0 []" id="x" onclick="a()"><span class="reference" data-kind="member" data-value="kwaad">'
      + 'naam</span> <a href="javascript:a()">klik</a><img src="x" onerror="a()"></p>';
    expect(pasted(cleanHtml(forged))).toEqual([
      { id: '', kind: 'paragraph', level: 0, checked: false, text: 'naam klik', marks: [] },
    ]);
  });
});

describe('styles', () => {
  it('count on blocks as they do on words, but a heading is bold by itself', () => {
    const styled = '<h2 style="font-weight:bold">Kop</h2><p style="font-weight:bold">vet <span style="font-weight:400">niet</span></p>';
    expect(pasted(cleanHtml(styled)).map(({ marks }) => marks.map(({ from, to, kind }) => [from, to, kind]))).toEqual([
      [],
      [[0, 4, 'bold']],
    ]);
  });
});

describe('a paste of plain text', () => {
  it('reads the signs that people type', () => {
    expect(typed('Kop\r\n\r\n- een\n  - dieper\n1) twee\n[x] klaar\n☐ open\n> citaat\n2020 - jaar')).toEqual([
      ['paragraph', 0, 'Kop'],
      ['bullet', 0, 'een'],
      ['bullet', 1, 'dieper'],
      ['numbered', 0, 'twee'],
      ['task', 0, 'klaar'],
      ['task', 0, 'open'],
      ['quote', 0, 'citaat'],
      ['paragraph', 0, '2020 - jaar'],
    ]);
  });

  it('makes links of addresses, without the sentence around them', () => {
    const [block] = pasted(toHtml(readTyped('Zie (https://www.nji.nl/a?b=1).'), document));
    expect(block?.marks).toEqual([{ from: 5, to: 29, kind: 'link', value: 'https://www.nji.nl/a?b=1' }]);
    expect(typed('a < b & <b>c</b>')).toEqual([['paragraph', 0, 'a < b & <b>c</b>']]);
  });
});

describe('the size of a paste', () => {
  it('is measured by what is read, not by the page around it', () => {
    expect(isTooMuch('', 'a'.repeat(500_001), 0)).toBe(true);
    expect(isTooMuch('', 'a'.repeat(400_000), 200_000)).toBe(true);
    expect(isTooMuch(`<style>${'x'.repeat(600_000)}</style><p>kort</p>`, 'kort', 0), 'styles weigh nothing').toBe(false);
    expect(isTooMuch(word, '', 0)).toBe(false);
  });
});

describe('addresses', () => {
  it('only web and mail addresses stand behind a link', () => {
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'http://a.nl', 'https://u:p@a.nl', '//a.nl', ' ']) {
      expect(cleanAddress(bad), bad).toBeUndefined();
    }
    expect(typedAddress('www.nji.nl/x')).toBe('https://www.nji.nl/x');
    expect(typedAddress('info@kring.nl')).toBe('mailto:info@kring.nl');
    expect(typedAddress('http://nji.nl')).toBe('https://nji.nl');
    expect(typedAddress('geen adres')).toBeUndefined();
    expect(hostOf('https://www.nji.nl/x')).toBe('www.nji.nl');
    expect(hostOf('mailto:info@kring.nl')).toBe('info@kring.nl');
  });
});
