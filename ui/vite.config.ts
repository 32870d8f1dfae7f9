import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
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
  },
  test: { include: ['src/**/*.test.ts'], setupFiles: ['src/text.setup.ts'], environment: 'node' },
}));
