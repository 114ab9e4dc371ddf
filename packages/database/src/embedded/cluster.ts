import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { Account } from './account.ts';
import { isAlive } from './processes.ts';

export const superuser = 'xuanpai';

/** Whatever the caller's locale: UTF8, code point order, letters of every script. */
const localeFlags = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--lc-ctype=C.UTF-8',
];

/** Servers and tools of PostgreSQL get nothing of the caller's environment but the path. */
export const plainEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };

/**
 * Makes the cluster `pg` in the data folder unless it is there. Of two starts at once both make one
 * beside, and the first rename wins; one that was killed halfway leaves no half cluster.
 */
export function makeCluster(dataDir: string, initdb: string, account: Account, password: string) {
  const cluster = join(dataDir, 'pg');
  if (existsSync(cluster)) return;
  sweep(dataDir);
  const beside = join(dataDir, `pg.${process.pid}`);
  const passwordFile = join(dataDir, `pg.${process.pid}.password`);
  try {
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account)
      for (const path of [beside, passwordFile]) chownSync(path, account.uid, account.gid);
    run(initdb, [beside, passwordFile], account);
    renameSync(beside, cluster);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Removes what a start that was killed halfway left beside. */
function sweep(dataDir: string) {
  for (const name of readdirSync(dataDir)) {
    const pid = /^pg\.(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(dataDir, name), { recursive: true });
  }
}

function run(initdb: string, [dir = '', passwordFile = '']: string[], account: Account) {
  const flags = [
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    '--no-instructions',
    '--no-sync',
  ];
  const { status, error, stderr, stdout } = spawnSync(
    initdb,
    ['-D', dir, `--pwfile=${passwordFile}`, ...flags, ...localeFlags],
    { cwd: '/', env: plainEnvironment, encoding: 'utf8', ...account },
  );
  if (status !== 0) throw initdbFailed(error?.message ?? `${stderr}${stdout}`);
}

function initdbFailed(output: string) {
  const reason = output.trim().split('\n').slice(-8).join('\n');
  const [zh, en] = /could not look up effective user/.test(reason)
    ? ['当前用户须在 /etc/passwd 中有记录', 'the current user needs an entry in /etc/passwd']
    : ['请核对磁盘空间和文件夹权限', 'check disk space and permissions'];
  return new StartProblem(
    'initdbFailed',
    `不能建立数据库(initdb):\n${reason}\n${zh},或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
    `The database can't be made (initdb, see above): ${en}, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}
