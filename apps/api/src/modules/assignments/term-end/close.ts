import type { BatchClosing, closeBatch } from '@xuanpai/contracts/batch-closing';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { EvaluationKind } from '@xuanpai/contracts/evaluation-words';
import type { Basis } from '@xuanpai/contracts/problems';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, ruleViolated } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readUnsettled } from '../../../lib/evaluation/unsettled.ts';
import { type BatchRecord, holdBatch, readBatch } from '../../../lib/records/batch.ts';
import { writeAs } from '../../../lib/write.ts';

/** Whether a batch is closed, and what keeps it from being so. */
export async function readClosing(deps: Deps, batchId: string): Promise<BatchClosing> {
  const { prisma } = deps.db;
  const batch = await readBatch(prisma, batchId);
  const closing = await prisma.batchClosing.findUnique({ where: { batchId } });
  const { blockers, notes } = await leftOf(prisma, batch, deps);
  return {
    batchId,
    closedOn: closing ? toPlainDate(closing.closedOn) : null,
    closedByName: closing?.closedByName ?? null,
    documentNumber: closing?.documentNumber ?? null,
    blockers: closing ? [] : blockers,
    notes: closing ? notes.filter(({ late }) => late) : notes,
    version: batch.version,
  };
}

/** Closes a batch whose people are decided on and gone: everything of it is for reading from then on. */
export function close(
  deps: Deps,
  actor: Actor,
  batchId: string,
  { documentNumber, version }: BodyOf<typeof closeBatch>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const batch = await holdBatch(tx, batchId, version);
    const known = await tx.batchClosing.findUnique({ where: { batchId } });
    if (known) throw new ApiError('alreadyDone');
    const { blockers } = await leftOf(tx, batch, deps);
    if (blockers.length > 0) {
      throw ruleViolated(
        blockers.map(({ code, zh, en, basis }) => ({
          ...{ path: 'documentNumber', code, message: { zh, en }, basis },
        })),
      );
    }
    const closedOn = deps.today();
    await tx.batchClosing.create({
      data: { batchId, documentNumber, closedOn: toDate(closedOn), closedByName: actor.name },
    });
    record(tx, {
      ...{ action: 'batch.close', entity: 'batch', entityId: batchId },
      params: { name: batch.name, document: documentNumber },
      changes: [
        {
          ...{ entity: 'batch', entityId: batchId },
          ...{ before: { closed: false }, after: { closed: true, documentNumber, closedOn } },
        },
      ],
    });
  });
}

type In = EvaluationKind | null;

interface Left {
  today: string;
  undecided: number;
  staying: number;
  rounds: number;
  memberships: number;
  handovers: number;
  accounts: number;
  ends: number;
  months: number;
  untold: number;
  unfiled: number;
  unsent: number;
  unreceived: number;
  noTermGrade: number;
  units: number;
  untoldIn: In;
  unfiledIn: In;
  unsentIn: In;
  roundsIn: In;
}

/** Counts in one statement: asked each time that the page is opened. */
async function leftOf(
  client: PrismaClient | Tx,
  batch: BatchRecord,
  { today }: Pick<Deps, 'today'>,
) {
  const on = today();
  const [left] = await client.$queryRaw<Left[]>`
    WITH posts AS (SELECT a.id, a.cadre_id, a.tier, a.ends_on, (SELECT d.state = 'decided' FROM term_end d
          WHERE d.assignment_id = a.id ORDER BY d.proposed_at DESC, d.id DESC LIMIT 1) AS decided
      FROM assignment a WHERE a.batch_id = ${batch.id}::uuid AND a.state = 'inForce'
        AND a.tier <> 'city' AND coalesce(a.ends_on, ${batch.endsOn}::date) >= ${batch.endsOn}::date),
      grades AS (SELECT p.id, r.kind::text AS kind, r.steps::text[] AS steps,
          EXISTS (SELECT 1 FROM grade_signature s WHERE s.person_id = p.id
            AND s.edition = e.edition) AS told,
          EXISTS (SELECT 1 FROM evaluation_record n WHERE n.person_id = p.id
            AND n.kind = 'file' AND n.edition = e.edition) AS filed,
          EXISTS (SELECT 1 FROM grade_feedback f WHERE f.person_id = p.id
            AND f.edition = e.edition) AS fed
        FROM evaluation_person p JOIN evaluation_round r ON r.id = p.round_id
        JOIN LATERAL (SELECT max(g.edition) AS edition FROM grade_edition g
          WHERE g.person_id = p.id) e ON true
        WHERE r.batch_id = ${batch.id}::uuid AND p.state = 'decided'),
      months AS (SELECT DISTINCT v.township_id, m::date AS month
        FROM assignment a JOIN village v ON v.id = a.village_id
        CROSS JOIN generate_series(date_trunc('month', a.starts_on::timestamp),
          least(coalesce(a.ends_on, ${batch.endsOn}::date), ${on}::date), interval '1 month') m
        WHERE a.batch_id = ${batch.id}::uuid AND a.state = 'inForce' AND a.tier <> 'city')
    SELECT (count(*) FILTER (WHERE NOT coalesce(decided, false)))::int AS undecided,
      (count(*) FILTER (WHERE ends_on IS NULL OR ends_on >= ${on}::date))::int AS staying,
      (SELECT count(*) FROM evaluation_round r WHERE r.batch_id = ${batch.id}::uuid
        AND r.status <> 'closed')::int AS rounds,
      (SELECT min(r.kind::text) FROM evaluation_round r WHERE r.batch_id = ${batch.id}::uuid
        AND r.status <> 'closed') AS "roundsIn",
      (count(*) FILTER (WHERE tier = 'district'
        AND EXISTS (SELECT 1 FROM assignment_event e WHERE e.assignment_id = posts.id
          AND e.kind = 'membershipTransferred' AND e.undone_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM assignment_event e WHERE e.assignment_id = posts.id
          AND e.kind = 'membershipReturned' AND e.undone_at IS NULL)))::int AS memberships,
      (count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM term_handover h
        WHERE h.assignment_id = posts.id AND h.handed_on IS NOT NULL)))::int AS handovers,
      (SELECT count(*) FROM work_expense_account w WHERE w.batch_id = ${batch.id}::uuid
        AND w.closed_at IS NULL)::int AS accounts,
      (SELECT count(*) FROM grades WHERE NOT told AND 'told' = ANY(steps))::int AS untold,
      (SELECT min(kind) FROM grades WHERE NOT told AND 'told' = ANY(steps)) AS "untoldIn",
      (SELECT count(*) FROM grades WHERE NOT filed AND 'file' = ANY(steps))::int AS unfiled,
      (SELECT min(kind) FROM grades WHERE NOT filed AND 'file' = ANY(steps)) AS "unfiledIn",
      (SELECT count(*) FROM grades WHERE NOT fed)::int AS unsent,
      (SELECT min(kind) FROM grades WHERE NOT fed) AS "unsentIn",
      (SELECT count(*) FROM grades JOIN grade_feedback f ON f.person_id = grades.id
        WHERE f.received_on IS NULL)::int AS unreceived,
      (count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM evaluation_person p
        JOIN evaluation_round r ON r.id = p.round_id WHERE p.cadre_id = posts.cadre_id
          AND r.batch_id = ${batch.id}::uuid AND r.kind = 'term' AND (p.standing = 'leftOut'
            OR coalesce(p.grade, p.unit_grade) IS NOT NULL))))::int AS "noTermGrade",
      (count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM assignment_event e
        WHERE e.assignment_id = posts.id AND e.undone_at IS NULL
          AND e.kind IN ('ended', 'withdrawn', 'exchanged', 'replaced'))))::int AS ends,
      (SELECT count(*) FROM months m WHERE NOT EXISTS (SELECT 1 FROM attendance_sheet s
        WHERE s.township_id = m.township_id AND s.month = m.month
          AND s.status = 'confirmed'))::int AS months,
      (SELECT count(DISTINCT c.unit_id) FROM posts JOIN assignment a ON a.id = posts.id
        JOIN cadre c ON c.id = a.cadre_id WHERE posts.tier = 'district'
        AND NOT coalesce((SELECT d.state = 'decided' AND d.outcome <> 'stay' FROM term_end d
          WHERE d.batch_id = ${batch.id}::uuid AND d.unit_id = c.unit_id
          ORDER BY d.proposed_at DESC, d.id DESC LIMIT 1), false))::int AS units
    FROM posts`;
  if (!left) throw new Error('a count gives one row');
  const unsettled = await readUnsettled(client, batch.id, on);
  const open = unsettled.map((one) => ({ round: null, ...one }));
  const runs = batch.endsOn >= on ? [termRuns(batch)] : [];
  return { blockers: [...runs, ...blockersOf(left), ...open], notes: notesOf(left) };
}

type Said = { code: string; round: In; zh: string; en: string };
const byNotice: Basis = { kind: 'notice', source: '五、四' };

/** A batch that was never sent out is removed, not closed. */
function termRuns({ endsOn }: BatchRecord): Said & { basis: Basis } {
  return {
    ...{ code: 'termRuns', round: null, basis: { kind: 'reading', source: '按本办理解' } },
    zh: `任期到${endsOn}，届满以后才能办结。`,
    en: `The term runs until ${endsOn}; the batch is closed after it.`,
  };
}

function blockersOf({
  undecided,
  staying,
  rounds,
  units,
  untold,
  ...left
}: Left): (Said & { basis: Basis })[] {
  return [
    said(undecided, 'undecided', '人的期满去留还没有决定', 'people aren’t decided on'),
    said(
      staying,
      'inPost',
      '人仍在任（含不撤回的）',
      'people are in post, those who stay among them',
    ),
    said(
      units,
      'units',
      '个派出单位的期满结果还没有决定（含仍不脱钩的）',
      'units aren’t decided on, those that stay bound among them',
    ),
    said(rounds, 'roundsOpen', '次考核还没有办结', 'rounds of evaluation are open', left.roundsIn),
    said(
      untold,
      'untold',
      '人的等次还没有告知本人',
      'people aren’t told their grade',
      left.untoldIn,
    ),
  ].flatMap((one) => (one ? [{ ...one, basis: byNotice }] : []));
}

/** First what can't be entered any more after the closing, then what may come later. */
function notesOf(left: Left): BatchClosing['notes'] {
  const { memberships, handovers, accounts, unfiled, unreceived, unsent, noTermGrade } = left;
  const lost = [
    said(
      noTermGrade,
      'noTermGrade',
      '人没有期满考核等次',
      'people have no grade at term end',
      'term',
    ),
    said(unsent, 'unsent', '人次的等次还没有反馈', 'grades aren’t fed back', left.unsentIn),
    said(left.ends, 'ends', '人的任期届满还没有登记', 'ends of terms aren’t on record'),
    said(memberships, 'memberships', '人的组织关系还没有转回', 'memberships aren’t moved back'),
    said(handovers, 'handovers', '人还没有登记移交', 'handovers aren’t on record'),
    said(
      left.months,
      'months',
      '个镇街月的考勤还没有确认',
      'months of townships aren’t confirmed in the attendance',
    ),
    said(accounts, 'accounts', '个单位年度的工作经费没有办结', 'years of work expenses are open'),
  ];
  const late = [
    said(
      unfiled,
      'unfiled',
      '人次的等次还没有归档',
      'grades aren’t in the personal file',
      left.unfiledIn,
    ),
    said(unreceived, 'unreceived', '份等次反馈还没有接收', 'feedback letters aren’t received'),
  ];
  const marked = (all: readonly (Said | null)[], isLate: boolean) =>
    all.flatMap((one) => (one ? [{ ...one, late: isLate }] : []));
  return [...marked(lost, false), ...marked(late, true)];
}

function said(count: number, code: string, zh: string, en: string, round: In = null): Said | null {
  return count === 0 ? null : { code, round, zh: `有${count}${zh}。`, en: `${count} ${en}.` };
}
