import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The gateway serves the page at / and its files below /console/; it puts a nonce of each answer in place of the word here.
const gateway = process.env.ONEPERMIT_CONSOLE ?? 'http://localhost:8080';

export default defineConfig(({ command }) => ({
  base: command === 'serve' ? '/' : '/console/',
  html: { cspNonce: '__NONCE__' },
  plugins: [react()],
  build: { outDir: '../../../target/classes/console', emptyOutDir: true, modulePreload: { polyfill: false } },
  server: { proxy: { '/console/api': gateway, '/console/session': gateway } },
}));
