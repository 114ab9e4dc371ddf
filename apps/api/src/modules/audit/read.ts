import type { getAuditEntry, listAudit } from '@xuanpai/contracts/audit';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Deps } from '../../lib/deps.ts';
import { readOne, readPage } from '../../lib/list.ts';
import { rows, sql } from '../../lib/sql.ts';
import { auditList, type EntryRow, presentEntry } from './list.ts';

export async function readLog(
  { db }: Deps,
  query: QueryOf<typeof listAudit>,
): Promise<ReplyOf<typeof listAudit>> {
  const [{ found, total }, actions] = await Promise.all([
    readPage<EntryRow>(db.pool, auditList(query), query),
    readActions(db.pool),
  ]);
  return { items: found.map(presentEntry), total, actions };
}

/** Every action of the log, from the index: one step for each, however long the log is. */
async function readActions(pool: Deps['db']['pool']): Promise<string[]> {
  const found = await rows<{ action: string }>(
    pool,
    sql`WITH RECURSIVE known AS (
        SELECT min(action) AS action FROM audit_entry
        UNION ALL
        SELECT (SELECT min(e.action) FROM audit_entry e WHERE e.action > known.action)
        FROM known WHERE known.action IS NOT NULL)
      SELECT action FROM known WHERE action IS NOT NULL`,
  );
  return found.map(({ action }) => action);
}

/** An entry with a page of what it changed. Throws `notFound`. */
export async function readEntry(
  { db }: Deps,
  seq: number,
  { page, pageSize }: QueryOf<typeof getAuditEntry>,
): Promise<ReplyOf<typeof getAuditEntry>> {
  const entry = await readOne<EntryRow>(db.pool, auditList({ sort: 'seq' }), sql`e.seq = ${seq}`);
  const { actId } = await db.prisma.auditEntry.findUniqueOrThrow({
    where: { seq },
    select: { actId: true },
  });
  const changes = await db.prisma.auditChange.findMany({
    where: actId === null ? { seq } : { actId },
    select: { entity: true, entityId: true, before: true, after: true },
    orderBy: { id: 'asc' },
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  return {
    entry: presentEntry(entry),
    previousHash: entry.previousHash,
    changes: changes as ReplyOf<typeof getAuditEntry>['changes'],
    total: entry.changes,
  };
}
