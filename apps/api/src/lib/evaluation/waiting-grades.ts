import type { EvaluationKind } from '@xuanpai/contracts/evaluation-words';
import { may } from '@xuanpai/contracts/permissions';
import type { GradesWanting } from '@xuanpai/domain/evaluation/waiting';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { scopeFor } from '../scope.ts';
import { rows, type Sql, sql } from '../sql.ts';
import { peopleReached } from './reach.ts';

type Row = Omit<GradesWanting, 'round'> & { id: string; kind: EvaluationKind; name: string };

/** What opened rounds of a batch want of somebody: within reach, and nothing of the own proposals. */
export async function readGradesWanting(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  batchId: string,
): Promise<GradesWanting[]> {
  if (!may(actor.roles, 'grades.note')) return [];
  const found = await rows<Row>(
    db.pool,
    sql`SELECT r.id, r.kind, r.name,
        count(*) FILTER (WHERE open AND ${opinionOwed(actor)})::int AS opinions,
        count(*) FILTER (WHERE open AND p.state = 'proposed'
          AND p.proposed_by_id IS DISTINCT FROM ${actor.userId}::uuid)::int AS "toCheck",
        count(*) FILTER (WHERE open AND p.state = 'checked')::int AS "toDecide",
        count(*) FILTER (WHERE p.state = 'decided' AND 'told' = ANY(r.steps)
          AND NOT EXISTS (SELECT 1 FROM grade_signature s WHERE s.person_id = p.id
            AND s.edition = (SELECT max(e.edition) FROM grade_edition e
              WHERE e.person_id = p.id)))::int AS "toTell",
        COALESCE(sum(o.count), 0)::int AS objections, count(k.id)::int AS cases,
        min(k.due_on)::text AS "casesDueOn", COALESCE(sum(f.count), 0)::int AS "toReceive"
      FROM evaluation_round r
      JOIN evaluation_person p ON p.round_id = r.id
      CROSS JOIN LATERAL (SELECT r.status = 'open' AND p.standing = 'evaluated' AS open) l
      LEFT JOIN LATERAL (SELECT count(*) FROM notice_objection q WHERE q.person_id = p.id
        AND q.answer IS NULL) o ON true
      LEFT JOIN grade_case k ON k.person_id = p.id AND k.result IS NULL
      LEFT JOIN LATERAL (SELECT count(*) FROM grade_feedback g WHERE g.person_id = p.id
        AND g.received_on IS NULL AND ${receives(actor)}) f ON true
      WHERE r.batch_id = ${batchId}::uuid AND r.status <> 'draft'
        AND ${peopleReached(actor, 'grades.note')}
      GROUP BY r.id ORDER BY r.date, r.id`,
  );
  return found.map(({ id, kind, name, ...counts }) => ({ round: { id, kind, name }, ...counts }));
}

/** Opinions that the actor's own township or unit gives; the office enters those on paper unasked. */
function opinionOwed(actor: Actor): Sql {
  const scope = scopeFor(actor, 'grades.note', 'assignments');
  if (typeof scope === 'string') return sql`false`;
  const lacks = (kind: string) => sql`NOT EXISTS (SELECT 1 FROM evaluation_record n
    WHERE n.person_id = p.id AND n.kind = ${kind}::evaluation_record_kind)`;
  return sql`(p.state <> 'decided' AND 'opinions' = ANY(r.steps) AND (
    (p.township_id = ANY(${scope.townshipIds}::uuid[]) AND (
      (NOT (r.kind = 'term' AND p.tier = 'township') AND ${lacks('townshipOpinion')})
      OR (r.kind = 'term' AND p.tier = 'township' AND ${lacks('committeeOpinion')})))
    OR (p.unit_id = ANY(${scope.unitIds}::uuid[]) AND (
      (r.kind = 'annual' AND ${lacks('unitOpinion')})
      OR (r.kind = 'term' AND ${lacks('committeeOpinion')})))))`;
}

function receives(actor: Actor): Sql {
  const scope = scopeFor(actor, 'grades.receive', 'assignments');
  if (scope === 'all') return sql`g.recipient <> 'unit'`;
  if (scope === 'none') return sql`false`;
  return sql`(g.recipient = 'unit' AND p.unit_id = ANY(${scope.unitIds}::uuid[]))`;
}
