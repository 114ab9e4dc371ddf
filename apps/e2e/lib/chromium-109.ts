import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../bin/chromium.br');
const unpacked = resolve(import.meta.dirname, '../node_modules/.cache/chromium-109');

/**
 * The last Chromium for Windows 7, as the offices run it, from a package. It is unpacked once; its
 * libraries are those of the system's Chromium. Gives the executable's path.
 */
export function chromium109(): string {
  if (!existsSync(unpacked)) {
    mkdirSync(dirname(unpacked), { recursive: true });
    const mine = `${unpacked}.${process.pid}`;
    writeFileSync(mine, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    renameSync(mine, unpacked);
  }
  return unpacked;
}
