import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = 'apps/web/dist';

interface Chunk {
  file: string;
  imports?: string[];
  isDynamicEntry?: boolean;
}

type Manifest = Record<string, Chunk>;

/** What every page behind the sign-in loads before its own script. */
const always = ['index.html', 'src/shell/shell.tsx', 'src/locales/zh-cn.ts'];
const beforeSignIn = ['index.html'];

/** Script of each page in kB: as run, and as sent by gzip and by brotli; last, gzip of what only it adds. */
export function routeScripts(): (string | number)[][] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const pages = Object.keys(manifest).filter(
    (key) => manifest[key]?.isDynamicEntry && key.endsWith('-page.tsx'),
  );
  return pages.map((page) => {
    const signIn = page.startsWith('src/features/sign-in/');
    const there = files(manifest, signIn ? beforeSignIn : always);
    const all = files(manifest, [...(signIn ? beforeSignIn : always), page]);
    const own = [...all].filter((file) => !there.has(file));
    const name = page.replace('src/features/', '').replace('.tsx', '');
    return [name, kB(all, ''), kB(all, '.gz'), kB(all, '.br'), kB(own, '.gz')];
  });
}

/** Of these chunks and everything that they import without waiting. */
function files(manifest: Manifest, keys: string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    if (seen.has(chunk.file)) continue;
    seen.add(chunk.file);
    files(manifest, chunk.imports ?? [], seen);
  }
  return seen;
}

function kB(all: Iterable<string>, ending: string): string {
  let bytes = 0;
  for (const file of all) bytes += sizeOf(join(dist, file), ending);
  return (bytes / 1000).toFixed(1);
}

/** Small files have no packed form beside them and are sent as they are. */
function sizeOf(file: string, ending: string): number {
  try {
    return readFileSync(file + ending).length;
  } catch {
    return readFileSync(file).length;
  }
}
