import { createHash } from 'node:crypto';
import type { Json } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Actor } from './actor.ts';

/** Keeps writers of the chain in line; held from the last statement to the commit. */
const chainLock = 72_707_370;

export interface AuditChange {
  entity: string;
  entityId: string;
  /** The row's version after the change. */
  versionAfter?: number;
  /** Changed fields only; personal data masked by the caller. Null: the row was not there. */
  before: { [field: string]: Json } | null;
  after: { [field: string]: Json } | null;
}

export interface AuditRecord {
  /** `resource.act`, stable: `cadre.correct`, `plan.publish`. */
  action: string;
  entity: string;
  entityId: string | null;
  /** Facts for the sentence that pages show. */
  params?: { [name: string]: Json };
  changes?: AuditChange[];
}

const collected = new WeakMap<Tx, AuditRecord[]>();

/** Notes an act in the transaction that does it; written at its end, with it or not at all. */
export function record(tx: Tx, entry: AuditRecord) {
  const entries = collected.get(tx);
  if (entries) entries.push(entry);
  else collected.set(tx, [entry]);
}

/** The last statements before a commit: takes the chain's lock, and adds what was collected. */
export async function writeAudit(tx: Tx, actor: Actor): Promise<void> {
  const entries = collected.get(tx);
  if (!entries) return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock})`;
  const last = await tx.auditEntry.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  });
  let seq = last?.seq ?? 0;
  let previousHash = last?.hash ?? '';
  for (const entry of entries) {
    seq += 1;
    const changes = (entry.changes ?? []).map((change) => ({ id: uuid(), seq, ...change }));
    const row = {
      seq,
      at: new Date(),
      userId: actor.userId,
      userName: actor.name,
      requestId: actor.requestId,
      action: entry.action,
      entity: entry.entity,
      entityId: entry.entityId,
      params: entry.params ?? {},
    };
    const hash = hashOf(row, changes, previousHash);
    await tx.auditEntry.create({ data: { ...row, previousHash, hash } });
    if (changes.length > 0) {
      await tx.auditChange.createMany({
        data: changes.map(({ before, after, ...change }) => ({
          ...change,
          ...(before === null ? {} : { before }),
          ...(after === null ? {} : { after }),
        })),
      });
    }
    previousHash = hash;
  }
}

export interface ChainedEntry {
  seq: number;
  at: Date;
  userId: string | null;
  userName: string;
  requestId: string | null;
  action: string;
  entity: string;
  entityId: string | null;
  params: unknown;
}

type ChainedChange = Pick<AuditChange, 'entity' | 'entityId' | 'before' | 'after'> & { id: string };

/** SHA-256 over the entry before, this entry, and the digest of its changes in the order of their ids. */
export function hashOf(
  entry: ChainedEntry,
  changes: ChainedChange[],
  previousHash: string,
): string {
  const digest = createHash('sha256');
  for (const { id, entity, entityId, before, after } of changes) {
    digest.update(canonical([id, entity, entityId, before ?? null, after ?? null]));
  }
  return createHash('sha256')
    .update(
      canonical([
        previousHash,
        entry.seq,
        entry.at.toISOString(),
        entry.userId,
        entry.userName,
        entry.requestId,
        entry.action,
        entry.entity,
        entry.entityId,
        entry.params,
        digest.digest('hex'),
      ]),
    )
    .digest('hex');
}

/** JSON with the keys of objects in order: jsonb doesn't keep theirs. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The fields that differ, before and after, for `AuditChange`. */
export function difference<Row extends { [field: string]: Json }>(before: Row, after: Row) {
  const fields = Object.keys(after).filter(
    (field) => canonical(before[field]) !== canonical(after[field]),
  );
  const pick = (row: Row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
  return { before: pick(before), after: pick(after) };
}
