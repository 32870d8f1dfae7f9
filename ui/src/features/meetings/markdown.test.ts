import { describe, expect, it } from 'vitest';
import { inline, parse } from './markdown';

describe('a summary read back', () => {
  it('has headings, facts, quotes, tables and lists', () => {
    const parts = parse([
      'Kring · concept **Voorbeeld**', '', '# Samenvatting', '', '- **Datum:** 12 maart', '- **Plaats:** De Glind', '',
      '## Besluiten', '', '| Nr. | Besluit |', '| --- | --- |', '| 2026-001 | Wij \\| zij |', '| nog geen |  |', '',
      '> **◐ voorbehoud · Bas de Wit**', '>', '> Niet voor pubers.', '',
      '1. een', '   - diep', '   - dieper', '2. twee', '',
    ].join('\n'));
    expect(parts.map((part) => part.kind)).toEqual([
      'paragraph', 'heading', 'list', 'heading', 'table', 'quote', 'list',
    ]);
    expect(parts[4]).toEqual({
      kind: 'table',
      head: [[{ text: 'Nr.' }], [{ text: 'Besluit' }]],
      rows: [[[{ text: '2026-001' }], [{ text: 'Wij | zij' }]], [[{ text: 'nog geen' }], []]],
    });
    expect(parts[5]).toEqual({
      kind: 'quote',
      paragraphs: [[{ text: '◐ voorbehoud · Bas de Wit', isBold: true }], [{ text: 'Niet voor pubers.' }]],
    });
    expect(parts[6]).toEqual({
      kind: 'list',
      list: {
        isNumbered: true,
        entries: [
          {
            runs: [{ text: 'een' }],
            lists: [
              { isNumbered: false, entries: [{ runs: [{ text: 'diep' }], lists: [] }, { runs: [{ text: 'dieper' }], lists: [] }] },
            ],
          },
          { runs: [{ text: 'twee' }], lists: [] },
        ],
      },
    });
  });

  it('keeps the marks of user text literal', () => {
    expect(inline(String.raw`\*x\* \_y\_ \[z\](u) \<b\> a\|b \#`)).toEqual([{ text: '*x* _y_ [z](u) <b> a|b #' }]);
    expect(parse(String.raw`\- geen lijst`)).toEqual([{ kind: 'paragraph', runs: [{ text: '- geen lijst' }] }]);
    expect(parse(String.raw`2011\. Een jaar`)).toEqual([{ kind: 'paragraph', runs: [{ text: '2011. Een jaar' }] }]);
  });

  it('reads styles, also one within the other, and links', () => {
    expect(inline('een **dik _schuin_** woord')).toEqual([
      { text: 'een ' }, { text: 'dik ', isBold: true }, { text: 'schuin', isBold: true, isItalic: true }, { text: ' woord' },
    ]);
    expect(inline('zie [bron](<https://x.nl/)[a](b>).')).toEqual([
      { text: 'zie ' }, { text: 'bron', address: 'https://x.nl/)[a](b' }, { text: '.' },
    ]);
    expect(inline('[**dik**](<https://x.nl>)')).toEqual([{ text: 'dik', isBold: true, address: 'https://x.nl' }]);
  });
});
