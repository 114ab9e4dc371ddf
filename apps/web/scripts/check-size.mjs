// The sign-in page must open fast on an old machine: its script, gzipped, stays below the limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 250_000;
const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const routes = ['index.html', 'src/features/sign-in/sign-in-page.tsx'];

/** A chunk and everything that it imports without waiting. */
function collect(key, seen) {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest`);
  for (const imported of chunk.imports ?? []) collect(imported, seen);
}

const keys = new Set();
for (const route of routes) collect(route, keys);

let total = 0;
for (const key of keys) {
  const { file } = manifest[key];
  const size = gzipSync(readFileSync(join(dist, file))).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  sign-in page, gzip; limit ${limit}`);
if (total > limit) process.exit(1);
