import { createHash } from 'node:crypto';
import type { Connection, Database } from '@xuanpai/database/client';
import { type ChainedChange, type ChainedEntry, canonicalChange, entryHash } from './audit.ts';

/** Rows that are in memory at a time; an import's entry may carry hundreds of thousands of changes. */
const pageSize = 500;

/** The first entry that isn't as it was written. */
export interface Break {
  seq: number;
  /** Null when the entry is gone. */
  at: Date | null;
  /**
   * `missing`: the entry is gone; `link`: it doesn't follow the one before; `content`: it or the rows
   * of what it changed differ from what was written.
   */
  what: 'missing' | 'link' | 'content';
  /** Rows of changes that stand with it now. */
  changes: number;
}

export interface ChainState {
  /** How many entries follow each other as they were written. */
  entries: number;
  broken: Break | null;
  /** The last sound entry's hash: written down elsewhere, it shows later that none was taken off the end. */
  lastHash: string;
}

type StoredEntry = ChainedEntry & { actId: string | null; previousHash: string; hash: string };
type StoredChange = ChainedChange & { seq: number };

/** `followChain` on a connection of its own, as the log is at this moment. */
export async function verifyChain({ pool }: Pick<Database, 'pool'>): Promise<ChainState> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await followChain(client);
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

/**
 * Reckons the chain again from the first entry to the last, as a stream, inside the caller's
 * transaction. `onEntry` hears the number and hash of each sound entry.
 */
export async function followChain(
  client: Connection,
  onEntry: (seq: number, hash: string) => void = () => {},
): Promise<ChainState> {
  const changes = new ChangesInOrder(client);
  let entries = 0;
  let lastHash = '';
  for await (const entry of fetched<StoredEntry>(client, 'chain_entries', entriesInOrder)) {
    const { digest, rows } = await changes.of(entry);
    const what = faultOf(entry, { entries, lastHash, digest });
    if (what === 'missing') {
      return { entries, lastHash, broken: { seq: entries + 1, at: null, what, changes: 0 } };
    }
    if (what) {
      return { entries, lastHash, broken: { seq: entry.seq, at: entry.at, what, changes: rows } };
    }
    entries = entry.seq;
    lastHash = entry.hash;
    onEntry(entries, lastHash);
  }
  const left = await withoutEntry(client);
  const broken: Break = { seq: entries + 1, at: null, what: 'missing', changes: left };
  return { entries, broken: left > 0 ? broken : null, lastHash };
}

/** Changes written ahead whose entry is gone. */
async function withoutEntry(client: Connection): Promise<number> {
  const { rows } = await client.query<{ left: number }>(
    `SELECT count(*)::int AS left FROM audit_change c JOIN audit_act a ON a.id = c.act_id
     WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.act_id = a.id)`,
  );
  return rows[0]?.left ?? 0;
}

function faultOf(
  entry: StoredEntry,
  { entries, lastHash, digest }: { entries: number; lastHash: string; digest: string },
): Break['what'] | null {
  if (entry.seq !== entries + 1) return 'missing';
  if (entry.previousHash !== lastHash) return 'link';
  return entry.hash === entryHash(entry, digest, lastHash) ? null : 'content';
}

/** The digest of each entry's changes; to be asked for by growing numbers. */
class ChangesInOrder {
  readonly #client: Connection;
  readonly #rows: AsyncIterator<StoredChange>;
  #next: StoredChange | null | undefined;

  constructor(client: Connection) {
    this.#client = client;
    this.#rows = fetched<StoredChange>(client, 'chain_changes', changesInOrder);
  }

  async of({ seq, actId }: StoredEntry): Promise<{ digest: string; rows: number }> {
    const digest = createHash('sha256');
    let rows = 0;
    if (actId !== null) {
      const cursor = `chain_act_${seq}`;
      for await (const change of fetched<StoredChange>(this.#client, cursor, ofAct, [actId])) {
        digest.update(canonicalChange(change));
        rows += 1;
      }
    }
    for (
      let change = await this.#peek();
      change && change.seq <= seq;
      change = await this.#peek()
    ) {
      this.#next = undefined;
      if (change.seq < seq) continue;
      digest.update(canonicalChange(change));
      rows += 1;
    }
    return { digest: digest.digest('hex'), rows };
  }

  async #peek(): Promise<StoredChange | null> {
    if (this.#next === undefined) {
      const { done, value } = await this.#rows.next();
      this.#next = done ? null : value;
    }
    return this.#next ?? null;
  }
}

const entriesInOrder = `SELECT seq, at, user_id AS "userId", user_name AS "userName",
    request_id AS "requestId", action, entity, entity_id AS "entityId", params,
    act_id AS "actId", previous_hash AS "previousHash", hash
  FROM audit_entry ORDER BY seq`;

const columns = `SELECT id, seq, entity, entity_id AS "entityId",
    version_after AS "versionAfter", before, after
  FROM audit_change`;
const changesInOrder = `${columns} WHERE seq IS NOT NULL ORDER BY seq, id`;
const ofAct = `${columns} WHERE act_id = $1 ORDER BY id`;

/** The rows of a query through a cursor of the transaction. */
async function* fetched<Row extends object>(
  client: Connection,
  cursor: string,
  sql: string,
  values: string[] = [],
): AsyncGenerator<Row> {
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, values);
  while (true) {
    const { rows } = await client.query<Row>(`FETCH ${pageSize} FROM ${cursor}`);
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.query(`CLOSE ${cursor}`);
}
