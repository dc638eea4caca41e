import { defineConfig } from 'vite';

export default defineConfig({
  base: '/report/',
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    target: 'chrome108',
    manifest: true,
    rolldownOptions: {
      // Our own libraries do nothing when they are only loaded: what a page does not use stays out of its chunk.
      treeshake: { moduleSideEffects: [{ test: /[\\/]libs[\\/][a-z-]+[\\/]dist[\\/].*\.js$/, sideEffects: false }] },
    },
  },
});
