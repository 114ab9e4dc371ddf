import type { RecordKind, StepAct } from '@xuanpai/contracts/evaluation-step-words';
import type {
  EvaluationKind,
  EvaluationState,
  EvaluationStep,
  Grade,
} from '@xuanpai/contracts/evaluation-words';
import { evaluationSteps } from '@xuanpai/contracts/evaluation-words';
import type { Permission } from '@xuanpai/contracts/permissions';
import type { PlainDate, Tier } from '@xuanpai/contracts/values';
import { keptFrom, type StepBack } from './stepping-back.ts';

interface Transition {
  by: Permission;
  from: readonly EvaluationState[];
  /** Steps that come first, where the round has them (E6). */
  after: readonly EvaluationStep[];
}

const undecided = ['entering', 'proposed', 'checked'] as const;

/** E6 as one table: who does what, in which states, after which steps. */
export const stepTransitions: Readonly<Record<StepAct, Transition>> = {
  ownReport: { by: 'grades.record', from: undecided, after: [] },
  townshipOpinion: { by: 'grades.townshipOpinion', from: undecided, after: [] },
  unitOpinion: { by: 'grades.unitOpinion', from: undecided, after: [] },
  committeeOpinion: { by: 'grades.committeeOpinion', from: undecided, after: [] },
  discipline: { by: 'grades.record', from: undecided, after: [] },
  check: {
    by: 'grades.check',
    from: ['proposed'],
    after: ['ownReport', 'visit', 'opinions', 'discipline'],
  },
  return: { by: 'grades.check', from: ['proposed', 'checked'], after: [] },
  meeting: { by: 'grades.record', from: ['checked'], after: ['proposal'] },
  notice: { by: 'grades.record', from: ['checked'], after: ['meeting'] },
  decide: { by: 'grades.decide', from: ['checked'], after: ['meeting', 'publicNotice'] },
  tell: { by: 'grades.record', from: ['decided'], after: ['decision'] },
  form: { by: 'grades.record', from: ['decided'], after: ['told'] },
  file: { by: 'grades.record', from: ['decided'], after: ['form'] },
  feedback: { by: 'grades.record', from: ['decided'], after: ['decision'] },
  ask: { by: 'grades.record', from: ['decided'], after: ['decision'] },
};

/** Where the public notice of an intended 优秀 is: `refused` when an objection was upheld. */
export type NoticeStanding = 'none' | 'open' | 'objections' | 'refused' | 'over';

/** How far somebody is, as the steps judge it. */
export interface StepStanding {
  kind: EvaluationKind;
  tier: Tier;
  /** Those of the round; the others are left out. */
  steps: readonly EvaluationStep[];
  state: EvaluationState;
  proposedGrade: Grade | null;
  /** What is on record, of the grade in force where it follows the decision. */
  records: readonly RecordKind[];
  visited: boolean;
  notice: NoticeStanding;
  /** Of the grade in force. */
  told: boolean;
  proposedBySelf: boolean;
  /** Whether whoever looks steps back from this person (E8). */
  back: StepBack | null;
  /** Only what comes late by its nature is entered then. */
  batchClosed: boolean;
}

/** Whether an act is done in a closed batch too: the papers are filled in and filed after the grades. */
export function isLate(act: StepAct): boolean {
  return act === 'form' || act === 'file';
}

/**
 * Whose opinions a round asks for (E1, E6): of the township and the unit in a year; at term end of the
 * sending Party committee, which for township cadres is the township's own.
 */
export function opinionsWanted(kind: EvaluationKind, tier: Tier): readonly RecordKind[] {
  if (kind === 'annual') return ['townshipOpinion', 'unitOpinion'];
  return tier === 'township' ? ['committeeOpinion'] : ['townshipOpinion', 'committeeOpinion'];
}

/** Whether a step is behind somebody, or is none of theirs. */
export function isStepDone(standing: StepStanding, step: EvaluationStep): boolean {
  const { kind, tier, state, records, visited, notice, told, proposedGrade } = standing;
  const noted = (one: RecordKind) => records.includes(one);
  switch (step) {
    case 'ownReport':
    case 'discipline':
    case 'meeting':
    case 'form':
    case 'file':
      return noted(step);
    case 'visit':
      return visited;
    case 'opinions':
      return opinionsWanted(kind, tier).every(noted);
    case 'proposal':
      return state === 'checked' || state === 'decided';
    case 'publicNotice':
      // Nobody else than an intended 优秀 is put up, which is known once it is checked.
      if (state === 'entering' || state === 'proposed') return false;
      return state === 'decided' || proposedGrade !== 'excellent' || notice === 'over';
    case 'decision':
      return state === 'decided';
    case 'told':
      return told;
  }
}

/** The steps of the round that somebody has behind them, in their order. */
export function stepsDone(standing: StepStanding): EvaluationStep[] {
  return stepsOf(standing).filter((step) => isStepDone(standing, step));
}

export function stepsOf({ steps }: Pick<StepStanding, 'steps'>): EvaluationStep[] {
  return evaluationSteps.filter((step) => steps.includes(step));
}

/** What has to come before an act and isn't there; steps that the round leaves out don't. */
export function missingBefore(act: StepAct, standing: StepStanding): EvaluationStep[] {
  return stepTransitions[act].after.filter(
    (step) => standing.steps.includes(step) && !isStepDone(standing, step),
  );
}

/** The step that an act belongs to; null where a round can't leave it out. */
const partOf: Partial<Record<StepAct, EvaluationStep>> = {
  ...{ ownReport: 'ownReport', discipline: 'discipline', meeting: 'meeting' },
  ...{ townshipOpinion: 'opinions', unitOpinion: 'opinions', committeeOpinion: 'opinions' },
  ...{ notice: 'publicNotice', tell: 'told', form: 'form', file: 'file' },
};

/** Whether the round has the act at all, and for this person. */
export function isActOf(act: StepAct, standing: StepStanding): boolean {
  const { steps, kind, tier, proposedGrade } = standing;
  const part = partOf[act];
  if (part && !steps.includes(part)) return false;
  if (part === 'opinions') return opinionsWanted(kind, tier).some((one) => one === act);
  return act !== 'notice' || proposedGrade === 'excellent';
}

/**
 * What somebody may do with a person: by permission, state, steps before; never on the own proposal, and
 * nothing with whom they step back from.
 */
export function actsOnPerson(
  standing: StepStanding,
  may: (permission: Permission) => boolean,
): StepAct[] {
  const acts = Object.keys(stepTransitions) as StepAct[];
  return acts.filter((act) => {
    const { by, from } = stepTransitions[act];
    if (standing.batchClosed && !isLate(act)) return false;
    if (!may(by) || !from.includes(standing.state) || !isActOf(act, standing)) return false;
    if (missingBefore(act, standing).length > 0) return false;
    if (standing.back !== null && keptFrom(act, standing.back)) return false;
    if (act === 'notice') return standing.notice === 'none';
    return act !== 'check' || !standing.proposedBySelf;
  });
}

/** The days that an act is measured by. */
export interface StepDays {
  roundStartsOn: PlainDate;
  /** Of the meeting that holds; null: none, or the round leaves it out. */
  meetingOn: PlainDate | null;
  decidedOn: PlainDate | null;
}

/**
 * The first day that an act can bear: a notice and a decision follow the meeting, what is told or asked
 * for follows the decision, everything else lies in the round. No day set back in time makes a limit
 * run out, or begin again.
 */
export function earliestDay(
  act: StepAct,
  { roundStartsOn, meetingOn, decidedOn }: StepDays,
): PlainDate {
  if (act === 'notice' || act === 'decide') return meetingOn ?? roundStartsOn;
  const from: readonly EvaluationState[] = stepTransitions[act].from;
  return from.includes('decided') ? (decidedOn ?? roundStartsOn) : roundStartsOn;
}

/** Which grades can be decided: an 优秀 only after its public notice (E6). */
export function needsNotice({ steps }: Pick<StepStanding, 'steps'>, grade: Grade): boolean {
  return grade === 'excellent' && steps.includes('publicNotice');
}
