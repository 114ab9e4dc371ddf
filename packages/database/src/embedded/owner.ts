import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { StartProblem } from '../start-problem.ts';
import { isAlive } from './processes.ts';

/** Who serves from a data folder. */
export interface Owner {
  readonly pid: number;
  /** Where it answers. */
  readonly address: string;
}

const ownerLock = 72_707_370;

/**
 * Takes the data folder for the life of `session`: the lock is the database's, so it goes with the
 * process however that ends. False when another process has it.
 */
export async function takeFolder(session: pg.Client): Promise<boolean> {
  // A process that was killed a moment ago holds it until the server notices.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { rows } = await session.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS taken',
      [ownerLock],
    );
    if (rows[0]?.taken) return true;
    await wait(100);
  }
  return false;
}

export function recordOwner(dataDir: string, owner: Owner) {
  writeFileSync(ownerFile(dataDir), `${JSON.stringify(owner)}\n`);
}

export function forgetOwner(dataDir: string) {
  rmSync(ownerFile(dataDir), { force: true });
}

/** The living process that recorded itself in the folder. */
export function readOwner(dataDir: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(ownerFile(dataDir), 'utf8')) as Owner;
    return owner.pid !== process.pid && isAlive(owner.pid) ? owner : null;
  } catch {
    return null;
  }
}

export function folderInUse(dataDir: string, owner: Owner | null) {
  const who = owner ? `(进程 ${owner.pid},${owner.address})` : '';
  const whoEnglish = owner ? ` (process ${owner.pid}, ${owner.address})` : '';
  return new StartProblem(
    'folderInUse',
    `数据文件夹 ${dataDir} 正由另一个已启动的系统使用${who}。请直接使用它，或先在它的终端按 Ctrl-C 再启动。`,
    `The data folder ${dataDir} is in use by another running start${whoEnglish}. Use that one, or press Ctrl-C in its terminal first.`,
  );
}

function ownerFile(dataDir: string) {
  return join(dataDir, 'owner.json');
}
