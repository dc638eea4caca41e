import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the console is developed on its own. */
const api = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  server: { proxy: { '/api': api } },
  build: { target: 'chrome108', chunkSizeWarningLimit: 1600 },
});
