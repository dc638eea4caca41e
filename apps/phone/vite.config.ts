import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { keepPages } from './keep-pages.plugin';

const here = (place: string) => fileURLToPath(new URL(place, import.meta.url));

export default defineConfig({
  base: '/phone/',
  plugins: [keepPages(here('./public'))],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    target: 'chrome108',
    // Read by the test that holds the budget of the first screen.
    manifest: true,
    rolldownOptions: {
      input: { index: here('./index.html'), sw: here('./src/worker/service-worker.ts') },
      // The worker's address must stay the same from version to version.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      // Our own libraries do nothing when they are only loaded: what a page does not use stays out of its chunk.
      treeshake: { moduleSideEffects: [{ test: /[\\/]libs[\\/][a-z-]+[\\/]dist[\\/].*\.js$/, sideEffects: false }] },
    },
  },
});
