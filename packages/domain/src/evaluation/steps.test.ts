import { recordKinds, type StepAct, stepActs } from '@xuanpai/contracts/evaluation-step-words';
import {
  type EvaluationState,
  type EvaluationStep,
  evaluationStates,
  evaluationSteps,
} from '@xuanpai/contracts/evaluation-words';
import { may } from '@xuanpai/contracts/permissions';
import { type Role, roles } from '@xuanpai/contracts/values';
import { describe, expect, test } from 'vitest';
import {
  actsOnPerson,
  isActOf,
  missingBefore,
  needsNotice,
  opinionsWanted,
  type StepStanding,
  stepsDone,
} from './steps.ts';

const ready: StepStanding = {
  ...{ kind: 'annual', tier: 'district', steps: evaluationSteps, state: 'checked' },
  ...{ proposedGrade: 'excellent', records: recordKinds, visited: true, notice: 'none' },
  ...{ told: true, proposedBySelf: false, back: null, batchClosed: false },
};
const standing = (given: Partial<StepStanding>): StepStanding => ({ ...ready, ...given });
const acts = (given: Partial<StepStanding>, ...held: Role[]) =>
  actsOnPerson(standing(given), (permission) => may(held, permission));

/** Every act: who has it, in which states, with all steps before it done. */
const table: Record<StepAct, { roles: Role[]; states: EvaluationState[] }> = {
  ownReport: { roles: ['planner', 'office'], states: ['entering', 'proposed', 'checked'] },
  townshipOpinion: {
    roles: ['office', 'officer', 'head'],
    states: ['entering', 'proposed', 'checked'],
  },
  unitOpinion: { roles: ['office', 'liaison'], states: ['entering', 'proposed', 'checked'] },
  committeeOpinion: { roles: [], states: [] },
  discipline: { roles: ['planner', 'office'], states: ['entering', 'proposed', 'checked'] },
  check: { roles: ['planner', 'office'], states: ['proposed'] },
  return: { roles: ['planner', 'office'], states: ['proposed', 'checked'] },
  meeting: { roles: ['planner', 'office'], states: ['checked'] },
  notice: { roles: ['planner', 'office'], states: ['checked'] },
  decide: { roles: ['planner'], states: ['checked'] },
  tell: { roles: ['planner', 'office'], states: ['decided'] },
  form: { roles: ['planner', 'office'], states: ['decided'] },
  file: { roles: ['planner', 'office'], states: ['decided'] },
  feedback: { roles: ['planner', 'office'], states: ['decided'] },
  ask: { roles: ['planner', 'office'], states: ['decided'] },
};

describe('every act × role × state', () => {
  test.each(stepActs)('%s', (act) => {
    const given: Partial<StepStanding> = { notice: act === 'notice' ? 'none' : 'over' };
    const found = roles.flatMap((role) =>
      evaluationStates
        .filter((state) => acts({ ...given, state }, role).includes(act))
        .map((state) => `${role} ${state}`),
    );
    const { roles: who, states } = table[act];
    const wanted = roles.flatMap((role) =>
      who.includes(role) ? states.map((state) => `${role} ${state}`) : [],
    );
    expect(found).toEqual(wanted);
  });
});

test('nobody checks the own proposal', () => {
  expect(acts({ state: 'proposed' }, 'office')).toContain('check');
  expect(acts({ state: 'proposed', proposedBySelf: true }, 'office', 'planner')).not.toContain(
    'check',
  );
});

test.each<[StepAct, Partial<StepStanding>, EvaluationStep[]]>([
  ['check', { records: [], visited: false }, ['ownReport', 'visit', 'opinions', 'discipline']],
  ['check', { records: ['ownReport', 'townshipOpinion', 'discipline'] }, ['opinions']],
  ['meeting', { state: 'proposed' }, ['proposal']],
  ['decide', { records: [], notice: 'open' }, ['meeting', 'publicNotice']],
  ['decide', { notice: 'objections' }, ['publicNotice']],
  ['decide', { notice: 'refused' }, ['publicNotice']],
  ['decide', { notice: 'over' }, []],
  ['decide', { proposedGrade: 'competent', notice: 'none' }, []],
  ['form', { state: 'decided', told: false }, ['told']],
  ['file', { state: 'decided', records: [] }, ['form']],
])('before %s %#: %j', (act, given, missing) => {
  expect(missingBefore(act, standing(given))).toEqual(missing);
});

test('a step that the round leaves out is neither asked for nor done', () => {
  for (const left of evaluationSteps) {
    const steps = evaluationSteps.filter((step) => step !== left);
    const bare = standing({ steps, records: [], visited: false, told: false, state: 'proposed' });
    for (const act of stepActs) expect(missingBefore(act, bare)).not.toContain(left);
    expect(stepsDone(standing({ steps, state: 'decided' }))).toEqual(steps);
  }
  expect(isActOf('meeting', standing({ steps: ['decision'] }))).toBe(false);
  expect(needsNotice({ steps: ['decision'] }, 'excellent')).toBe(false);
  expect(needsNotice({ steps: evaluationSteps }, 'excellent')).toBe(true);
  expect(needsNotice({ steps: evaluationSteps }, 'competent')).toBe(false);
});

test('E1: at term end the sending Party committee gives its opinion', () => {
  expect(opinionsWanted('annual', 'district')).toEqual(['townshipOpinion', 'unitOpinion']);
  expect(opinionsWanted('term', 'district')).toEqual(['townshipOpinion', 'committeeOpinion']);
  expect(opinionsWanted('term', 'township')).toEqual(['committeeOpinion']);
  const term = { kind: 'term', state: 'entering' } as const;
  expect(acts(term, 'liaison')).toEqual(['committeeOpinion']);
  expect(acts({ ...term, tier: 'township' }, 'head')).toEqual(['committeeOpinion']);
});

test('only an intended 优秀 is put up, and once', () => {
  expect(acts({}, 'office')).toContain('notice');
  expect(acts({ proposedGrade: 'competent' }, 'office')).not.toContain('notice');
  expect(acts({ notice: 'open' }, 'office')).not.toContain('notice');
});

test('whoever steps back does nothing; the own unit and township still say their opinions', () => {
  const all = acts({ back: null }, 'office');
  expect(all).toContain('townshipOpinion');
  expect(acts({ back: 'personal' }, 'office')).toEqual([]);
  expect(acts({ back: 'ownUnit' }, 'office')).toEqual(['townshipOpinion', 'unitOpinion']);
  expect(acts({ back: 'ownUnit', state: 'decided' }, 'office', 'planner')).toEqual([]);
});
