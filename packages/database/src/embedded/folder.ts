import { chmodSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { Account } from './account.ts';

/**
 * Makes the data folder: closed to others, except that `postgres` may pass through when we are root.
 * Gives its real path, by which the server of the folder is known.
 */
export function prepareFolder(dataDir: string, account: Account): string {
  const folder = make(dataDir, account ? 0o711 : 0o700);
  for (let dir = folder; account; dir = dirname(dir)) {
    if (!mayPass(dir, account)) throw outOfReach(folder, dir);
    if (dir === dirname(dir)) break;
  }
  return folder;
}

function make(dataDir: string, mode: number) {
  try {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, mode);
    return realpathSync(dataDir);
  } catch (error) {
    throw notWritable(dataDir, error);
  }
}

function mayPass(dir: string, { uid, gid }: NonNullable<Account>) {
  const stat = statSync(dir);
  const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
  return (stat.mode & bit) !== 0;
}

function notWritable(dataDir: string, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartProblem(
    'folderNotWritable',
    `数据文件夹 ${dataDir} 不能写入（${reason}）。请更改其权限，或用 DATA_DIR 另指一处。`,
    `The data folder ${dataDir} can't be written (${reason}). Change its permissions, or set DATA_DIR to another place.`,
    error,
  );
}

function outOfReach(dataDir: string, dir: string) {
  return new StartProblem(
    'folderOutOfReach',
    `以 root 启动时数据库由 postgres 账号运行，而它进不了 ${dir}。请用 DATA_DIR 另指一处（现为 ${dataDir}），或执行 chmod o+x ${dir}。`,
    `Started by root, the database runs as postgres, which can't enter ${dir}. Set DATA_DIR to another place (now ${dataDir}), or run chmod o+x ${dir}.`,
  );
}
