import { evaluationStateWords, gradeWords } from '@xuanpai/contracts/evaluation-words';
import { toPlainDate } from '@xuanpai/database/dates';
import type { EvaluationRound } from '@xuanpai/database/generated/client';
import { ladderOf } from '@xuanpai/domain/evaluation/grades';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { requireRound } from '../../lib/evaluation/reach.ts';
import { readStepRows, type StepRow } from '../../lib/evaluation/step-rows.ts';
import { type LeftOut, leftOut, readStepBacks } from '../../lib/evaluation/stepping-back.ts';
import { readPolicy } from '../../lib/policy.ts';
import { sql } from '../../lib/sql.ts';
import { readSheetFacts, type SheetFacts } from './sheet-facts.ts';

/** A person on the sheet for the meeting, in words. */
export interface SheetRow extends StepRow {
  ballots: string;
  /** The facts that the suggestion rested on, as they stood at the proposal. */
  facts: string;
  suggested: string;
  score: string;
  proposed: string;
  /** Why the proposal differs; empty where it doesn't. */
  differs: string;
  townshipOpinion: string;
  unitOpinion: string;
  discipline: string;
  outcome: string;
}

export interface ReviewSheet {
  round: EvaluationRound;
  rows: SheetRow[];
  /** Of those left out (E8). */
  leftOut: LeftOut['text'];
}

/**
 * Everybody who is evaluated, by township and village, never by score; without those whom the actor steps
 * back from.
 */
export async function readReviewSheet(
  deps: Deps,
  actor: Actor,
  roundId: string,
): Promise<ReviewSheet> {
  const round = await requireRound(deps, actor, 'grades.sheet', roundId);
  if (round.status === 'draft') throw notFound();
  const { pool, prisma } = deps.db;
  const policy = await readPolicy(prisma, round.batchId, toPlainDate(round.date));
  const inRound = sql`p.round_id = ${roundId}::uuid AND p.standing <> 'leftOut'`;
  const [people, tied, more] = await Promise.all([
    readStepRows(pool, [inRound]),
    readStepBacks(pool, actor.userId, inRound),
    readSheetFacts(deps.db.pool, roundId, policy.number('evaluation.ballotsShown')),
  ]);
  const byId = new Map(more.map((one) => [one.id, one]));
  const { ids, text } = leftOut(tied);
  const shown = people.filter(({ id }) => !ids.has(id));
  return { round, rows: shown.map((row) => inWords(row, byId.get(row.id))), leftOut: text };
}

function inWords(row: StepRow, more: SheetFacts | undefined): SheetRow {
  const suggestion = more?.suggestion;
  const opinions = more?.opinions ?? {};
  const rungs = more?.rungs ?? null;
  const { proposedGrade, state, grade, unitGrade, standing } = row;
  return {
    ...row,
    ballots: rungs
      ? ladderOf(row.gradeSet)
          .map((rung, at) => `${gradeWords[rung].zh}${rungs[at] ?? 0}`)
          .join(' ')
      : '',
    facts: suggestion?.grounds.map(({ words }) => words.zh).join('；') ?? '',
    suggested: suggestion?.grade ? gradeWords[suggestion.grade].zh : '',
    score: suggestion?.score?.total?.toString() ?? '',
    proposed: proposedGrade && state !== 'entering' ? gradeWords[proposedGrade].zh : '',
    differs: state === 'entering' ? '' : (row.proposalReason ?? ''),
    townshipOpinion: opinions.townshipOpinion ?? '',
    unitOpinion: opinions.unitOpinion ?? opinions.committeeOpinion ?? '',
    discipline: opinions.discipline ?? '',
    outcome:
      standing === 'byUnit'
        ? `派出单位考核${unitGrade ? `：${gradeWords[unitGrade].zh}` : ''}`
        : grade
          ? gradeWords[grade].zh
          : evaluationStateWords[state].zh,
  };
}
