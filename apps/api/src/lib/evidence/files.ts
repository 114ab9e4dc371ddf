import { join } from 'node:path';
import { filesLock } from '@xuanpai/database/backup/files';
import type { Tx } from '@xuanpai/database/transaction';
import type { Deps } from '../deps.ts';
import { rows, runnerOf, sql } from '../sql.ts';
import type { Sweep } from '../upkeep.ts';
import { fileStore } from './store.ts';

/** Files of the rows. */
export const filesOf = ({ settings }: Pick<Deps, 'settings'>) => fileStore(settings.files);

/** Thumbnails by the digest of their picture; made anew where they are missing. */
export const thumbnailsOf = ({ settings }: Pick<Deps, 'settings'>) =>
  fileStore(join(settings.files, 'thumbnails'));

/** Milliseconds after which a file without a row was left behind: its row would be there long since. */
const leftBehind = 86_400_000;

/** While it is held, no file is swept: whoever gives a file its name and its row holds it for both. */
export async function keepFromSweep(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${filesLock})`;
}

/** Removes files that no row names, and what never arrived in full. */
export function evidenceSweep(deps: Pick<Deps, 'settings'>): Sweep {
  return {
    name: 'evidence',
    async run(tx) {
      const [got] = await tx.$queryRaw<{ free: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${filesLock}) AS free`;
      // Somebody keeps a file or makes a backup: at the next turn.
      if (got?.free) await sweep(deps, tx, Date.now() - leftBehind);
    },
  };
}

async function sweep(deps: Pick<Deps, 'settings'>, tx: Tx, olderThan: number): Promise<void> {
  for (const store of [filesOf(deps), thumbnailsOf(deps)]) {
    await store.removeStale(olderThan);
    for await (const digests of store.digests()) {
      for (const digest of await unnamed(tx, digests)) await store.remove(digest, olderThan);
    }
  }
}

/** Those of the digests that no row names. */
async function unnamed(tx: Tx, digests: string[]): Promise<string[]> {
  const named = await rows<{ digest: string }>(
    runnerOf(tx),
    sql`SELECT DISTINCT digest FROM attachment WHERE digest = ANY(${digests}::text[])`,
  );
  const known = new Set(named.map(({ digest }) => digest));
  return digests.filter((digest) => !known.has(digest));
}
