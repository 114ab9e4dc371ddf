import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

/** Codes of Chinese texts in PDFs without fonts of their own, and pictures of scanners (JPEG 2000) without wasm. */
const files = [
  ...readdirSync(join(root, 'cmaps'))
    .filter((name) => /^(GB|Uni|Adobe-GB1).*\.bcmap$/.test(name))
    .map((name) => `cmaps/${name}`),
  'wasm/openjpeg_nowasm_fallback.js',
];

/** What pdf.js asks for by name while it draws: it is served by us, as all of a page is. */
export function pdfData(): Plugin {
  return {
    name: 'pdf-data',
    apply: 'build',
    generateBundle() {
      for (const name of files) {
        const source = readFileSync(join(root, name));
        this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${name}`, source });
      }
    },
  };
}
