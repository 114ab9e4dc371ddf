import { createHash } from 'node:crypto';
import type { Json } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { maskIdNumbers } from '@xuanpai/domain/office/id-number';
import { v7 as uuid } from 'uuid';
import type { Actor } from './actor.ts';
import type { StagedChanges } from './staged-changes.ts';

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
  /** Changes of an act too large to be held in memory, written ahead. */
  staged?: StagedChanges;
}

const collected = new WeakMap<Tx, AuditRecord[]>();

/** Notes an act in the transaction that does it; written at its end, with it or not at all. */
export function record(tx: Tx, entry: AuditRecord) {
  const entries = collected.get(tx);
  if (entries) entries.push(entry);
  else collected.set(tx, [entry]);
}

/**
 * The last statements before a commit: takes the chain's lock, and adds what was collected. What
 * doesn't depend on the entry before is reckoned ahead, so that others wait for little.
 */
export async function writeAudit(tx: Tx, actor: Actor): Promise<void> {
  const prepared = (collected.get(tx) ?? []).map(prepare);
  if (prepared.length === 0) return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock})`;
  const last = await tx.auditEntry.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  });
  const entries = chain(prepared, actor, last ?? { seq: 0, hash: '' });
  await insertEntries(tx, entries);
  const changes = prepared.flatMap((one, at) =>
    one.changes.map((change) => ({ ...change, seq: entries[at]?.seq ?? 0 })),
  );
  if (changes.length > 0) await insertChanges(tx, changes);
}

/** Personal data comes masked; an ID number may still stand in a reason, a note or a file's name. */
function prepare({ changes = [], staged, ...given }: AuditRecord) {
  const entry = { ...given, params: masked(given.params ?? {}) };
  if (staged) return { entry, changes: [], actId: staged.actId, digest: staged.digest() };
  const rows = changes.map(prepareChange);
  return { entry, changes: rows, actId: null, digest: digestOf(rows) };
}

/** A change as it is kept, with its id: ids grow, so that they say the order. */
export function prepareChange({ before, after, ...change }: AuditChange) {
  return { id: uuid(), ...change, before: masked(before), after: masked(after) };
}

export type PreparedChange = ReturnType<typeof prepareChange>;

function masked<Value extends Json>(value: Value): Value;
function masked(value: Json): Json {
  if (typeof value === 'string') return maskIdNumbers(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => masked(inner));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner)]));
}

type Prepared = ReturnType<typeof prepare>;

function chain(prepared: Prepared[], actor: Actor, last: { seq: number; hash: string }) {
  let { seq, hash } = last;
  const at = new Date();
  const { userId, name: userName, requestId } = actor;
  return prepared.map(({ entry, actId, digest }) => {
    seq += 1;
    const { action, entity, entityId, params } = entry;
    const row = { seq, at, userId, userName, requestId, action, entity, entityId, params };
    const previousHash = hash;
    hash = entryHash(row, digest, previousHash);
    return { ...row, actId, previousHash, hash };
  });
}

async function insertEntries(tx: Tx, entries: ReturnType<typeof chain>) {
  await tx.$executeRaw`INSERT INTO audit_entry (seq, at, user_id, user_name, request_id, action,
      entity, entity_id, params, act_id, previous_hash, hash)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS e(seq int, at timestamptz,
      "userId" uuid, "userName" text, "requestId" text, action text, entity text, "entityId" text,
      params jsonb, "actId" uuid, "previousHash" text, hash text)`;
}

/** One statement for thousands of rows: the lock is held meanwhile. */
async function insertChanges(tx: Tx, changes: (PreparedChange & { seq: number })[]) {
  await tx.$executeRaw`INSERT INTO audit_change (id, seq, entity, entity_id, version_after, before, after)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(id uuid, seq int,
      entity text, "entityId" text, "versionAfter" int, before jsonb, after jsonb)`;
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

/** `before` and `after` as they come back from the database: JSON that nobody has checked. */
export interface ChainedChange {
  id: string;
  entity: string;
  entityId: string;
  versionAfter?: number | null;
  before: unknown;
  after: unknown;
}

function digestOf(changes: readonly ChainedChange[]): string {
  const digest = createHash('sha256');
  for (const change of changes) digest.update(canonicalChange(change));
  return digest.digest('hex');
}

/** What a change adds to the digest of its entry. */
export function canonicalChange(change: ChainedChange): string {
  const { id, entity, entityId, versionAfter, before, after } = change;
  return canonical([id, entity, entityId, versionAfter ?? null, before ?? null, after ?? null]);
}

/** SHA-256 over the entry before, this entry, and the digest of its changes in the order of their ids. */
export function entryHash(entry: ChainedEntry, digest: string, previousHash: string): string {
  const { seq, at, userId, userName, requestId, action, entity, entityId, params } = entry;
  const who = [userId, userName, requestId];
  const what = [action, entity, entityId, params, digest];
  return createHash('sha256')
    .update(canonical([previousHash, seq, at.toISOString(), ...who, ...what]))
    .digest('hex');
}

/** JSON with the keys of objects in order: jsonb doesn't keep theirs. */
function canonical(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([key, inner]) => [key, ordered(inner)]));
}

/** The fields that differ, before and after, for `AuditChange`. */
export function difference<Row extends { [field: string]: Json }>(before: Row, after: Row) {
  const fields = Object.keys(after).filter(
    (field) => canonical(before[field]) !== canonical(after[field]),
  );
  const pick = (row: Row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
  return { before: pick(before), after: pick(after) };
}
