import type { listAudit } from '@xuanpai/contracts/audit';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { startOfDay } from '../../lib/calendar.ts';
import type { ListSql } from '../../lib/list.ts';
import { contains, empty, join, orderBy, raw, type Sql, sql } from '../../lib/sql.ts';

export type AuditFilter = Omit<QueryOf<typeof listAudit>, 'page' | 'pageSize'>;

/** An entry as it is stored; `presentEntry` makes the contract's of it. */
export interface EntryRow {
  seq: number;
  at: Date;
  userId: string | null;
  userName: string;
  requestId: string | null;
  action: string;
  entity: string;
  entityId: string | null;
  params: Record<string, never>;
  previousHash: string;
  hash: string;
  changes: number;
}

export function presentEntry({ at, previousHash: _, ...entry }: EntryRow) {
  return { ...entry, at: at.toISOString() };
}

export function auditList(filter: AuditFilter): ListSql {
  return {
    select: sql`e.seq, e.at, e.user_id AS "userId", e.user_name AS "userName",
      e.request_id AS "requestId", e.action, e.entity, e.entity_id AS "entityId", e.params,
      e.previous_hash AS "previousHash", e.hash,
      (SELECT count(*)::int FROM audit_change c WHERE c.seq = e.seq OR c.act_id = e.act_id) AS changes`,
    table: sql`audit_entry e`,
    id: sql`e.seq`,
    idType: 'bigint',
    joins: empty,
    conditions: conditions(filter),
    order: orderBy(filter.sort, { seq: 'e.seq' }, 'e.seq'),
  };
}

function conditions({ q, action, userName, entityId, from, to }: AuditFilter): Sql[] {
  return [
    ...(q ? [found(q)] : []),
    ...(action ? [sql`e.action = ${action}`] : []),
    ...(userName ? [contains('e.user_name', userName)] : []),
    ...(entityId ? [sql`(e.entity_id = ${entityId} OR ${touches(entityId)})`] : []),
    ...(from ? [sql`e.at >= ${startOfDay(from)}`] : []),
    ...(to ? [sql`e.at < ${startOfDay(addDays(to, 1))}`] : []),
  ];
}

/** What a person may remember of an act: who, or a name that its sentence holds. */
function found(q: string): Sql {
  return sql`(${join([contains('e.user_name', q), contains('e.params::text', q)], ' OR ')})`;
}

/** An act that is filed under another row changed this one too, as an import does. */
function touches(entityId: string): Sql {
  const changed = (key: 'seq' | 'act_id') =>
    sql`SELECT c.${raw(key)} FROM audit_change c WHERE c.entity_id = ${entityId}`;
  return sql`(e.seq IN (${changed('seq')}) OR e.act_id IN (${changed('act_id')}))`;
}
