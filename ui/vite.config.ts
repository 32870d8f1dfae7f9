import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { shortened, withoutDead } from './scripts/lean';

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), withoutDead(), ...(mode === 'development' ? [] : [shortened()])],
  // The developer page is compiled away from what members get.
  define: { __DEVELOPMENT__: JSON.stringify(mode === 'development') },
  server: { fs: { allow: ['..'] } },
  build: {
    target: ['safari17', 'chrome114'],
    // Fonts come from files of our own: the content policy knows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licences of what others wrote travel with the screen.
    license: { fileName: 'licences.md' },
    reportCompressedSize: true,
    // One sheet of styles for both parts of the code: what is drawn first, and the notebook (`App.svelte`).
    cssCodeSplit: false,
  },
  test: { include: ['{src,scripts}/**/*.test.ts'], setupFiles: ['src/text.setup.ts'], environment: 'node' },
}));
