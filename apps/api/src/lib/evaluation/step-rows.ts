import type {
  GradeCaseKind,
  RecordKind,
  SignatureManner,
} from '@xuanpai/contracts/evaluation-step-words';
import type {
  EvaluationKind,
  EvaluationStanding,
  EvaluationState,
  EvaluationStep,
  Grade,
  GradeSet,
} from '@xuanpai/contracts/evaluation-words';
import type { PlainDate, Post, StaffingType, Tier } from '@xuanpai/contracts/values';
import type { StepBack } from '@xuanpai/domain/evaluation/stepping-back';
import type { NoticeStanding, StepStanding } from '@xuanpai/domain/evaluation/steps';
import { rows, type Sql, sql, where } from '../sql.ts';

type Runner = Parameters<typeof rows>[0];

/** A person of a round with everything that the steps judge by; editions are those of the grade. */
export interface StepRow {
  id: string;
  roundId: string;
  kind: EvaluationKind;
  steps: EvaluationStep[];
  roundStatus: 'draft' | 'open' | 'closed';
  batchClosed: boolean;
  roundStartsOn: PlainDate;
  /** Of the meeting that holds. */
  meetingOn: PlainDate | null;
  cadreId: string;
  name: string;
  unitId: string;
  unitName: string;
  townshipId: string;
  townshipName: string;
  villageId: string;
  villageName: string;
  post: Post;
  tier: Tier;
  staffingType: StaffingType;
  gradeSet: GradeSet;
  daysInPost: number;
  standing: EvaluationStanding;
  standingGround: string | null;
  unitGrade: Grade | null;
  state: EvaluationState;
  proposedGrade: Grade | null;
  proposalReason: string | null;
  proposedById: string | null;
  proposedByName: string | null;
  proposedAt: string | null;
  checkedById: string | null;
  checkedByName: string | null;
  decidedById: string | null;
  grade: Grade | null;
  gradeGround: string | null;
  decidedOn: PlainDate | null;
  decisionDocument: string | null;
  version: number;
  visited: boolean;
  visitedOn: PlainDate | null;
  edition: number;
  gradeBefore: Grade | null;
  /** Those that hold: a meeting only until a return, a form and a file by their editions. */
  records: RecordKind[];
  form: number[];
  file: number[];
  toldEditions: number[];
  told: { toldOn: PlainDate; manner: SignatureManner } | null;
  notice: {
    id: string;
    startsOn: PlainDate;
    endsOn: PlainDate;
    objections: number;
    unanswered: number;
    upheld: number;
  } | null;
  openCase: { id: string; kind: GradeCaseKind; dueOn: PlainDate | null } | null;
  feedback: { edition: number; received: boolean }[];
  oldLetters: boolean;
  /** A use of benefits stands on the grade as it was. */
  lostBenefit: boolean;
}

/**
 * People of opened rounds by township, village and post, as the conditions pick them (aliases p, r).
 * One statement for a round's 144 people.
 */
export function readStepRows(runner: Runner, conditions: readonly Sql[]): Promise<StepRow[]> {
  return rows<StepRow>(
    runner,
    sql`SELECT p.id, p.round_id AS "roundId", r.kind, r.steps::text[] AS steps,
        r.status AS "roundStatus", r.starts_on::text AS "roundStartsOn",
        EXISTS (SELECT 1 FROM batch_closing z WHERE z.batch_id = r.batch_id) AS "batchClosed",
        n.meeting_on AS "meetingOn", p.cadre_id AS "cadreId", c.name, p.unit_id AS "unitId",
        u.name AS "unitName", p.township_id AS "townshipId", t.name AS "townshipName",
        p.village_id AS "villageId", v.name AS "villageName", a.post, p.tier,
        p.staffing_type AS "staffingType", p.grade_set AS "gradeSet",
        p.days_in_post AS "daysInPost", p.standing, p.standing_ground AS "standingGround",
        p.unit_grade AS "unitGrade", p.state, p.proposed_grade AS "proposedGrade",
        p.proposal_reason AS "proposalReason", p.proposed_by_id AS "proposedById",
        p.proposed_by_name AS "proposedByName",
        to_json(p.proposed_at) #>> '{}' AS "proposedAt", p.checked_by_id AS "checkedById",
        p.checked_by_name AS "checkedByName", p.decided_by_id AS "decidedById", p.grade,
        p.grade_ground AS "gradeGround", p.decided_on::text AS "decidedOn",
        p.decision_document AS "decisionDocument", p.version,
        w.held_on IS NOT NULL AS visited, w.held_on::text AS "visitedOn",
        COALESCE(e.edition, 0) AS edition, b.grade AS "gradeBefore",
        COALESCE(n.records, '{}') AS records, COALESCE(n.form, '{}') AS form,
        COALESCE(n.file, '{}') AS file, COALESCE(s.editions, '{}') AS "toldEditions", s.told,
        o.notice, k.open AS "openCase", COALESCE(f.feedback, '[]') AS feedback,
        COALESCE(e.edition > 1 AND EXISTS (SELECT 1 FROM letter l WHERE l.round_id = p.round_id
          AND l.voided_at IS NULL AND l.made_at < e.entered_at
          AND (l.person_id = p.id OR l.unit_id = p.unit_id)), false) AS "oldLetters",
        COALESCE(e.edition > 1 AND EXISTS (SELECT 1 FROM benefit_use y,
          jsonb_array_elements(y.grounds) g WHERE y.cadre_id = p.cadre_id AND y.voided_at IS NULL
          AND (g->>'year')::int = r.year AND g->>'grade' <> p.grade::text), false) AS "lostBenefit"
      FROM evaluation_person p
      JOIN evaluation_round r ON r.id = p.round_id
      JOIN cadre c ON c.id = p.cadre_id
      JOIN unit u ON u.id = p.unit_id
      JOIN region t ON t.id = p.township_id
      JOIN village v ON v.id = p.village_id
      JOIN assignment a ON a.id = p.assignment_id
      LEFT JOIN evaluation_visit w ON w.round_id = p.round_id AND w.village_id = p.village_id
      LEFT JOIN LATERAL (SELECT g.edition, g.entered_at FROM grade_edition g
        WHERE g.person_id = p.id ORDER BY g.edition DESC LIMIT 1) e ON true
      LEFT JOIN grade_edition b ON b.person_id = p.id AND b.edition = e.edition - 1
      ${recordsOf} ${signaturesOf} ${noticeOf}
      LEFT JOIN LATERAL (SELECT json_build_object('id', x.id, 'kind', x.kind, 'dueOn', x.due_on)
        AS open FROM grade_case x WHERE x.person_id = p.id AND x.result IS NULL) k ON true
      LEFT JOIN LATERAL (SELECT json_agg(json_build_object('edition', x.edition,
        'received', x.received_on IS NOT NULL)) AS feedback
        FROM grade_feedback x WHERE x.person_id = p.id) f ON true
      ${where([sql`r.status <> 'draft'`, ...conditions])}
      ORDER BY t.code, v.code, (a.post = 'deputySecretary'), p.id`,
  );
}

/** Nothing was given back since. */
const holds = sql`NOT EXISTS (SELECT 1 FROM evaluation_record back
  WHERE back.person_id = p.id AND back.kind = 'return' AND back.id > x.id)`;

const recordsOf = sql`LEFT JOIN LATERAL (SELECT
    array_agg(DISTINCT x.kind::text) FILTER (WHERE (x.edition IS NULL OR x.edition = e.edition)
      AND (x.kind <> 'meeting' OR ${holds})) AS records,
    max(x.held_on) FILTER (WHERE x.kind = 'meeting' AND ${holds})::text AS meeting_on,
    array_agg(DISTINCT x.edition) FILTER (WHERE x.kind = 'form') AS form,
    array_agg(DISTINCT x.edition) FILTER (WHERE x.kind = 'file') AS file
  FROM evaluation_record x WHERE x.person_id = p.id) n ON true`;

const signaturesOf = sql`LEFT JOIN LATERAL (SELECT array_agg(DISTINCT x.edition) AS editions,
    (array_agg(json_build_object('toldOn', x.told_on, 'manner', x.manner) ORDER BY x.id DESC)
      FILTER (WHERE x.edition = e.edition))[1] AS told
  FROM grade_signature x WHERE x.person_id = p.id) s ON true`;

const noticeOf = sql`LEFT JOIN LATERAL (SELECT json_build_object('id', gn.id,
      'startsOn', gn.starts_on, 'endsOn', gn.ends_on, 'objections', count(q.id),
      'unanswered', count(q.id) FILTER (WHERE q.answer IS NULL),
      'upheld', count(q.id) FILTER (WHERE q.answer = 'upheld')) AS notice
    FROM grade_notice_person np JOIN grade_notice gn ON gn.id = np.notice_id
    LEFT JOIN notice_objection q ON q.notice_id = np.notice_id AND q.person_id = np.person_id
    WHERE np.person_id = p.id AND np.withdrawn_at IS NULL GROUP BY gn.id) o ON true`;

/** An objection that isn't answered, or was upheld, keeps the notice from being over. */
export function noticeStanding(
  { notice }: Pick<StepRow, 'notice'>,
  today: PlainDate,
): NoticeStanding {
  if (notice === null) return 'none';
  if (notice.upheld > 0) return 'refused';
  if (notice.unanswered > 0) return 'objections';
  return today > notice.endsOn ? 'over' : 'open';
}

export function standingOf(
  row: StepRow,
  userId: string | null,
  today: PlainDate,
  back: StepBack | null = null,
): StepStanding {
  const {
    kind,
    tier,
    steps,
    state,
    proposedGrade,
    records,
    visited,
    told,
    proposedById,
    batchClosed,
  } = row;
  return {
    ...{ kind, tier, steps, state, proposedGrade, records, visited, told: told !== null },
    notice: noticeStanding(row, today),
    proposedBySelf: proposedById !== null && proposedById === userId,
    ...{ back, batchClosed },
  };
}
