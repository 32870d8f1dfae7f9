import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const here = import.meta.dirname;
const components = readdirSync(join(here, 'src'), { recursive: true })
  .map((path) => join(here, 'src', path))
  .filter((path) => path.endsWith('.svelte'))
  .sort();

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // The older way of writing components is not used here, and its half of Svelte stays out.
    runes: true,
    // A component's styles are told apart by its place among all components: two or three letters in the
    // class of every element instead of thirteen, and the same in every build.
    cssHash: ({ filename, css, hash }) => {
      const at = components.indexOf(resolve(here, filename));
      return at < 0 ? `svelte-${hash(css)}` : `s${at.toString(36)}`;
    },
  },
};
