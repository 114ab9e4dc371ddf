import { readdir, statfs } from 'node:fs/promises';
import type { Deps } from '../../lib/deps.ts';
import type { Operations } from '../../lib/operations.ts';

/** Milliseconds that the database gets for an answer: whoever asks wants one soon. */
const patience = 3_000;

/** Below this a database soon refuses to write. */
const lowBytes = 1024 ** 3;

export interface Readiness {
  database: boolean;
  /** How many the database has; 0 where it can't be asked. */
  applied: number;
  /** Migrations of this program that the database lacks. */
  missing: string[];
}

/** Looks whether requests can be served: the database answers and has what this program wants. */
export async function readReadiness(deps: Deps): Promise<Readiness> {
  const applied = await appliedMigrations(deps).catch(() => null);
  if (applied === null) return { database: false, applied: 0, missing: [] };
  const wanted = await wantedMigrations(deps.operations);
  const missing = wanted.filter((name) => !applied.includes(name));
  return { database: true, applied: applied.length, missing };
}

async function appliedMigrations({ db }: Deps): Promise<string[]> {
  const question = db.pool.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  question.catch(() => {}); // may fail when nobody waits any more
  const { rows } = await Promise.race([question, timeout()]);
  return rows.map(({ name }) => name);
}

function timeout(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), patience).unref();
  });
}

async function wantedMigrations({ migrations }: Operations): Promise<string[]> {
  if (migrations === null) return [];
  const entries = await readdir(migrations, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export interface Disk {
  state: 'ok' | 'low' | 'unknown';
  /** Bytes; null where the database writes to a disk that this process can't see. */
  free: number | null;
  total: number | null;
}

/** The room left where the embedded database writes. */
export async function readDisk({ dataDir }: Operations): Promise<Disk> {
  const stats = dataDir === null ? null : await statfs(dataDir).catch(() => null);
  if (stats === null) return { state: 'unknown', free: null, total: null };
  const free = stats.bavail * stats.bsize;
  return { state: free < lowBytes ? 'low' : 'ok', free, total: stats.blocks * stats.bsize };
}
