import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { Example, listExamples } from '@xuanpai/contracts/examples';
import type { Actor } from '../../lib/actor.ts';
import { asOf } from '../../lib/editions.ts';
import { fileThereAt } from '../../lib/evidence/on-day.ts';
import type { Seen } from '../../lib/known.ts';
import { type ListSql, matches } from '../../lib/list.ts';
import { examplesReadSql } from '../../lib/records/example-reach.ts';
import { oneOf, orderBy, type Sql, sql } from '../../lib/sql.ts';

export type Query = Omit<QueryOf<typeof listExamples>, 'page' | 'pageSize'>;

export interface ExampleRow
  extends Omit<Example, 'acts' | 'writtenAt' | 'submittedAt' | 'reviewedAt'> {
  writtenAt: Date;
  submittedAt: Date | null;
  reviewedAt: Date | null;
  writtenById: string | null;
  submittedById: string | null;
}

/** Characters of the text that a list shows. */
const shown = 120;

const order = {
  reviewedAt: ['coalesce(e.reviewed_at, e.submitted_at, e.written_at)'],
  title: 'e.title COLLATE zh_pinyin',
  township: ['r.code NULLS LAST', 'e.title COLLATE zh_pinyin'],
};

/**
 * Examples as they read on a day, to be read as the table `example`; for today the table itself. Drafts are
 * their writers' alone and aren't looked back at.
 */
export function examplesOn({ over, before }: Seen): Sql {
  if (!over) return sql`example`;
  return sql`(SELECT * FROM ${asOf('example', before)} d WHERE d.state <> 'draft')`;
}

/** What the actor reads of a day (e): what was taken back or removed since isn't read by way of a past day. */
export function readableOn(actor: Actor, { over }: Seen): Sql {
  const reads = examplesReadSql(actor);
  if (!over) return reads;
  return sql`${reads} AND e.id IN (SELECT e.id FROM example e WHERE ${reads})`;
}

/** Examples within reach on a day: those released, and what one's own side writes. */
export function exampleList(actor: Actor, query: Query, seen: Seen): ListSql {
  const isThere = fileThereAt('f', seen.before);
  return {
    select: sql`e.id, e.batch_id AS "batchId", e.kind::text AS kind, e.title,
      e.village_id AS "villageId", v.name AS "villageName", e.township_id AS "townshipId",
      r.name AS "townshipName", e.state::text AS state, e.written_by_id AS "writtenById",
      e.written_by_name AS "writtenByName", e.written_at AS "writtenAt",
      e.submitted_by_id AS "submittedById", e.submitted_at AS "submittedAt",
      e.reviewed_by_name AS "reviewedByName", e.reviewed_at AS "reviewedAt", e.reason,
      CASE WHEN length(e.text) > ${shown}::int THEN left(e.text, ${shown}::int - 1) || '…'
        ELSE e.text END AS beginning, e.version,
      (SELECT f.id FROM attachment f WHERE f.example_id = e.id AND ${isThere}
          AND f.type IN ('jpeg', 'png')
        ORDER BY f.uploaded_at, f.id LIMIT 1) AS "pictureId",
      (SELECT count(*)::int FROM attachment f
        WHERE f.example_id = e.id AND ${isThere}) AS files`,
    table: sql`${examplesOn(seen)} e`,
    id: sql`e.id`,
    joins: sql`LEFT JOIN region r ON r.id = e.township_id`,
    details: sql`LEFT JOIN village v ON v.id = e.village_id`,
    conditions: [readableOn(actor, seen), ...filters(query)],
    order: orderBy(query.sort, order, 'e.id'),
  };
}

function filters({ q, batchId, kind, states, townshipIds, villageId }: Query): Sql[] {
  return [
    ...(q ? [matches('e.search_key', q)] : []),
    ...(batchId ? [sql`e.batch_id = ${batchId}::uuid`] : []),
    ...(kind ? [sql`e.kind = ${kind}::example_kind`] : []),
    ...(states ? [oneOf('e.state', states, 'example_state')] : []),
    ...(townshipIds ? [oneOf('e.township_id', townshipIds, 'uuid')] : []),
    ...(villageId ? [sql`e.village_id = ${villageId}::uuid`] : []),
  ];
}
