import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import './src/avatar/extended-cast.ts';
import { personaSlugs } from './src/avatar/personas.ts';
import { renderPortrait } from './src/avatar/render-portrait.ts';

const server = 'http://127.0.0.1:8080';

/** The portraits as plain pictures, for whatever is made outside a page: the PDF of a debrief, a mail. */
const portraits: Plugin = {
  name: 'coachvisio-portraits',
  generateBundle() {
    for (const slug of personaSlugs()) this.emitFile({ type: 'asset', fileName: `portraits/${slug}.svg`, source: renderPortrait(slug, undefined, 'card') });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), portraits],
  build: {
    // three.js, in one piece, comes only with a head that somebody brings.
    chunkSizeWarningLimit: 800,
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows no data: URI, so every font and picture stays a file.
    assetsInlineLimit: 0,
    cssMinify: 'lightningcss',
    // Every browser that runs the rest of the page preloads modules by itself.
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/v1': { target: server, ws: true },
      '/healthz': { target: server },
    },
  },
});
