import type { EvaluationKind } from '@xuanpai/contracts/evaluation-words';
import type { TermDecision } from '@xuanpai/contracts/term-ends';
import type { PlainDate, Post, Tier } from '@xuanpai/contracts/values';
import type { RoundOutcome } from '@xuanpai/domain/evaluation/round-outcome';
import { rows, type Sql, sql } from '../../../lib/sql.ts';

type Runner = Parameters<typeof rows>[0];

/** Somebody in post at the end of the term, as the database has it. */
export interface TermRow {
  assignmentId: string;
  assignmentVersion: number;
  cadreId: string;
  cadreName: string;
  sortKey: string;
  searchKey: string;
  unitId: string;
  unitName: string;
  unitOrder: number;
  tier: Tier;
  post: Post;
  villageId: string;
  villageName: string;
  townshipId: string;
  townshipName: string;
  place: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  grades: (RoundOutcome & { kind: EvaluationKind; year: number })[];
  months: number;
  inVillage: number;
  absences: number;
  findings: number;
  findingsOpen: number;
  decision: (TermDecision & { proposedById: string | null }) | null;
  earlier: (TermDecision & { proposedById: string | null })[];
  items: { text: string; done: boolean }[] | null;
  takenBy: string | null;
  handedOn: PlainDate | null;
  handoverVersion: number | null;
  membershipIn: PlainDate | null;
  membershipReturnedOn: PlainDate | null;
  endRecordedOn: PlainDate | null;
}

/** The latest decision of a post or a unit as JSON; `d` is the row. */
export const decisionJson = sql`json_build_object('id', d.id, 'outcome', d.outcome,
  'reason', d.reason, 'remaining', d.remaining, 'stayUntil', d.stay_until, 'state', d.state,
  'proposedById', d.proposed_by_id, 'proposedByName', d.proposed_by_name,
  'proposedAt', d.proposed_at, 'decidedByName', d.decided_by_name, 'decidedAt', d.decided_at,
  'documentNumber', d.document_number, 'version', d.version)`;

/**
 * Of a batch those whose post reaches its last day, one post each, as a condition on `a` (the post)
 * keeps them; in the order of villages.
 */
export function readTermRows(runner: Runner, batchId: string, condition: Sql): Promise<TermRow[]> {
  const event = (kind: string) => sql`(SELECT to_json(max(e.date)) #>> '{}' FROM assignment_event e
    WHERE e.assignment_id = a.id AND e.undone_at IS NULL
      AND e.kind = ${kind}::assignment_event_kind)`;
  return rows<TermRow>(
    runner,
    sql`SELECT a.id AS "assignmentId", a.version AS "assignmentVersion", c.id AS "cadreId",
        c.name AS "cadreName", c.sort_key AS "sortKey",
        c.search_key || ' ' || u.search_key || ' ' || v.search_key AS "searchKey",
        u.id AS "unitId", u.name AS "unitName",
        (dense_rank() OVER (ORDER BY u.name COLLATE zh_pinyin, u.id))::int AS "unitOrder",
        a.tier, a.post, v.id AS "villageId", v.name AS "villageName", t.id AS "townshipId",
        t.name AS "townshipName", t.code || v.code AS place, a.starts_on::text AS "startsOn",
        a.ends_on::text AS "endsOn", coalesce(g.grades, '[]') AS grades,
        coalesce(m.months, 0)::int AS months, coalesce(m.village, 0)::float AS "inVillage",
        (SELECT count(*) FROM attendance_absence x WHERE x.assignment_id = a.id)::int AS absences,
        f.findings, f.open AS "findingsOpen", d.decisions -> 0 AS decision,
        coalesce(d.decisions - 0, '[]') AS earlier, h.items, h.taken_by AS "takenBy",
        h.handed_on::text AS "handedOn", h.version AS "handoverVersion",
        ${event('membershipTransferred')} AS "membershipIn",
        ${event('membershipReturned')} AS "membershipReturnedOn",
        ${event('ended')} AS "endRecordedOn"
      FROM assignment a JOIN batch b ON b.id = a.batch_id JOIN cadre c ON c.id = a.cadre_id
      JOIN unit u ON u.id = c.unit_id JOIN village v ON v.id = a.village_id
      JOIN region t ON t.id = v.township_id
      LEFT JOIN term_handover h ON h.assignment_id = a.id
      LEFT JOIN LATERAL (SELECT json_agg(json_build_object('kind', r.kind, 'year', r.year,
          'standing', p.standing, 'grade', coalesce(p.grade, p.unit_grade),
          'ground', p.standing_ground) ORDER BY r.year, r.id) AS grades
        FROM evaluation_person p JOIN evaluation_round r ON r.id = p.round_id
        WHERE p.cadre_id = c.id AND r.batch_id = a.batch_id AND r.status <> 'draft') g ON true
      LEFT JOIN LATERAL (SELECT count(DISTINCT r.month) AS months,
          sum(((cell % 32 = 1)::int + (cell / 32 = 1)::int) * 0.5) AS village
        FROM attendance_row r JOIN attendance_sheet s ON s.id = r.sheet_id
          CROSS JOIN unnest(r.marks) cell
        WHERE r.assignment_id = a.id AND s.status = 'confirmed') m ON true
      LEFT JOIN LATERAL (SELECT count(*)::int AS findings,
          (count(*) FILTER (WHERE n.state <> 'closed'))::int AS open
        FROM finding n WHERE n.village_id = v.id) f ON true
      LEFT JOIN LATERAL (SELECT jsonb_agg(${decisionJson} ORDER BY d.proposed_at DESC, d.id DESC)
        AS decisions FROM term_end d WHERE d.assignment_id = a.id) d ON true
      WHERE a.batch_id = ${batchId}::uuid AND a.state = 'inForce' AND a.tier <> 'city'
        AND coalesce(a.ends_on, b.ends_on) >= b.ends_on AND ${condition}
      ORDER BY t.code, v.code, a.post, a.id`,
  );
}
