// Leaves out of the screen's JavaScript what this window can never run, and writes the rest shorter.
// Nothing here may change what the screen does: each passage names why its code is dead, and the build
// stops when a package no longer has the passage. What to do then stands in the README, under "Update a
// library of the screen".
import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Where dead code stands, why it is dead, and its passages with what takes their place. */
const DEAD: { file: string; passages: [passage: string, instead: string][] }[] = [
  {
    // The page is always drawn here, never taken over from a server's HTML. Svelte hides all code for that
    // behind this variable, which nothing but `hydrate` sets; the bundler cannot see that by itself.
    file: 'svelte/src/internal/client/dom/hydration.js',
    passages: [
      ['export let hydrating = false;', 'export const hydrating = false;'],
      ['\thydrating = value;\n', ''],
    ],
  },
  {
    // The screen runs in WebKit (Linux, macOS) and Chromium (Windows, tests), on no phone.
    file: 'prosemirror-view/dist/index.js',
    passages: [
      ['const ie = !!(ie_upto10 || ie_11up || ie_edge);', 'const ie = false;'],
      ['const ie_version = ie_upto10 ? document.documentMode : ie_11up ? +ie_11up[1] : ie_edge ? +ie_edge[1] : 0;',
        'const ie_version = 0;'],
      ['const gecko = !ie && /gecko\\/(\\d+)/i.test(agent);', 'const gecko = false;'],
      ['const ios = safari && (/Mobile\\/\\w+/.test(agent) || !!nav && nav.maxTouchPoints > 2);', 'const ios = false;'],
      ['const android = /Android \\d/.test(agent);', 'const android = false;'],
    ],
  },
];

const gone = (file: string, passage: string): string =>
  `ui/scripts/lean.ts: ${file} no longer says “${passage.trim()}”, which this build leaves out. See what its new ` +
  'version does there, then word the passage anew or take it out (README, "Update a library of the screen").';

/** Takes the dead passages out of the packages that carry them. */
export function withoutDead(): Plugin {
  const seen = new Set<unknown>();
  return {
    name: 'without-dead',
    apply: 'build',
    transform(code, id) {
      const dead = DEAD.find(({ file }) => id.endsWith(`/node_modules/${file}`));
      if (!dead) return null;
      seen.add(dead);
      let lean = code;
      for (const [passage, instead] of dead.passages) {
        if (!lean.includes(passage)) this.error(gone(dead.file, passage));
        lean = lean.replace(passage, () => instead);
      }
      return { code: lean, map: null };
    },
    buildEnd(failure) {
      const unseen = DEAD.filter((dead) => !seen.has(dead)).map(({ file }) => file);
      if (!failure && unseen.length) {
        this.error(`ui/scripts/lean.ts: the screen no longer contains ${unseen.join(', ')}. Take its passages out.`);
      }
    },
  };
}

/** Shortens once more what the bundler has shortened: 1.5 % of the gzipped bytes. */
export function shortened(): Plugin {
  return {
    name: 'shortened',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const { code } = await minify(file.code, {
          module: true,
          compress: { passes: 3, ecma: 2020, keep_fargs: false },
          format: { ecma: 2020 },
        });
        if (code) file.code = code;
      }
    },
  };
}
