import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { chunkFileNames, chunks } from './chunks.ts';
import { pdfData } from './pdf-data.ts';
import { preload } from './preload.ts';

// Chrome 109 is the last one for Windows 7, which township offices still run.
export default defineConfig({
  plugins: [
    react(),
    pdfData(),
    preload('sign-in'),
    // Served as they are: an office line is slow, its server old.
    compression({
      algorithms: [defineAlgorithm('brotliCompress'), defineAlgorithm('gzip')],
      threshold: 1024,
    }),
  ],
  // The server puts a nonce there, for antd's styles, that is another in each reply.
  html: { cspNonce: 'CSP_NONCE' },
  server: {
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
  build: {
    target: 'chrome109',
    cssTarget: 'chrome109',
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // All styles together are smaller than the requests for them by page.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunks }, chunkFileNames } },
  },
});
