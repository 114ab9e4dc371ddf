import type { Database } from '@xuanpai/database/client';
import { type ChainedChange, type ChainedEntry, hashOf } from '../../lib/audit.ts';
import { rows, sql } from '../../lib/sql.ts';

/** Entries that are in memory at a time; an import's entry may carry thousands of changes. */
const pageSize = 100;

export interface ChainState {
  /** How many entries follow each other as they were written. */
  entries: number;
  /** The first place where they don't; null when all do. */
  firstBroken: number | null;
  /** The last sound entry's hash: written down elsewhere, it shows later that none was taken off the end. */
  lastHash: string;
}

type StoredEntry = ChainedEntry & { previousHash: string; hash: string };
type StoredChange = ChainedChange & { seq: number };

/** Reckons the chain again from the first entry, page by page, up to where it ends now. */
export async function verifyChain({ pool }: Pick<Database, 'pool'>): Promise<ChainState> {
  const [{ end } = { end: 0 }] = await rows<{ end: number }>(
    pool,
    sql`SELECT COALESCE(max(seq), 0) AS end FROM audit_entry`,
  );
  let state: ChainState = { entries: 0, firstBroken: null, lastHash: '' };
  while (state.firstBroken === null && state.entries < end) {
    const from = state.entries;
    const to = Math.min(from + pageSize, end);
    const [entries, changes] = await Promise.all([
      readEntries(pool, from, to),
      readChanges(pool, from, to),
    ]);
    state = follow(state, to, entries, changes);
  }
  return state;
}

function follow(
  before: ChainState,
  to: number,
  entries: StoredEntry[],
  changes: Map<number, StoredChange[]>,
): ChainState {
  let { entries: count, lastHash } = before;
  for (const entry of entries) {
    const sound =
      entry.seq === count + 1 &&
      entry.previousHash === lastHash &&
      entry.hash === hashOf(entry, changes.get(entry.seq) ?? [], lastHash);
    if (!sound) break;
    count = entry.seq;
    lastHash = entry.hash;
  }
  return { entries: count, firstBroken: count === to ? null : count + 1, lastHash };
}

function readEntries(pool: Database['pool'], from: number, to: number) {
  return rows<StoredEntry>(
    pool,
    sql`SELECT seq, at, user_id AS "userId", user_name AS "userName", request_id AS "requestId", action,
        entity, entity_id AS "entityId", params, previous_hash AS "previousHash", hash
      FROM audit_entry WHERE seq > ${from} AND seq <= ${to} ORDER BY seq`,
  );
}

async function readChanges(pool: Database['pool'], from: number, to: number) {
  const found = await rows<StoredChange>(
    pool,
    sql`SELECT id, seq, entity, entity_id AS "entityId", version_after AS "versionAfter", before, after
      FROM audit_change WHERE seq > ${from} AND seq <= ${to} ORDER BY seq, id`,
  );
  const bySeq = new Map<number, StoredChange[]>();
  for (const change of found) {
    const known = bySeq.get(change.seq);
    if (known) known.push(change);
    else bySeq.set(change.seq, [change]);
  }
  return bySeq;
}
