import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap.mjs';
import { layOut } from './lib/release.mjs';
import { Stop, stopWith } from './lib/stop.mjs';

/**
 * `node scripts/release.mjs --to <folder>` builds and lays out what a server needs, without Node.js
 * and PostgreSQL: the Dockerfile brings the one, its neighbour the other.
 */
try {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  if (!values.to) throw new Stop('--to <文件夹> (folder)');
  await bootstrap('web');
  await layOut(resolve(values.to), { database: false, node: false });
} catch (error) {
  stopWith(error);
}
