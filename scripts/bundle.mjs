import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  createReadStream,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { bootstrap } from './bootstrap.mjs';
import { at } from './lib/places.mjs';
import { layOut } from './lib/release.mjs';
import { runTool } from './lib/run.mjs';
import { Stop, stopWith } from './lib/stop.mjs';

/**
 * `npm run bundle` makes one archive under dist/ with everything that a Linux server needs, Node.js
 * and PostgreSQL included; docs/administration/install.md tells how it is installed without a network.
 */
try {
  if (process.platform !== 'linux') {
    throw new Stop('安装包在 Linux 上制作。\nThe archive is made on Linux.');
  }
  await bootstrap('web');
  const { file, size, digest } = await bundle();
  console.log(`${file}  ${(size / 1e6).toFixed(1)} MB\nsha256 ${digest}`);
} catch (error) {
  stopWith(error);
}

async function bundle() {
  const work = at('dist/bundle');
  const inside = join(work, 'xuanpai');
  const { version } = await layOut(inside, { database: true, node: true });
  cpSync(at('deploy/bundle'), inside, { recursive: true });
  for (const name of ['systemd', 'nginx']) {
    cpSync(at('deploy', name), join(inside, name), { recursive: true });
  }
  for (const name of ['install.sh', 'xuanpai']) chmodSync(join(inside, name), 0o755);
  const name = `xuanpai-${version}-linux-${process.arch}`;
  const file = at('dist', `${name}.tar.gz`);
  mkdirSync(at('dist'), { recursive: true });
  rmSync(file, { force: true });
  // The same content gives the same archive.
  const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=2015-04-24'];
  await runTool('bundle', 'tar', [
    ...same,
    `--transform=s,^xuanpai,${name},`,
    '-czf',
    file,
    '-C',
    work,
    'xuanpai',
  ]);
  rmSync(work, { recursive: true });
  const digest = await digestOf(file);
  writeFileSync(`${file}.sha256`, `${digest}  ${name}.tar.gz\n`);
  return { file, size: statSync(file).size, digest };
}

async function digestOf(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
