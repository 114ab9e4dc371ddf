import { recordKinds, type StepAct, stepActs } from '@xuanpai/contracts/evaluation-step-words';
import { evaluationSteps } from '@xuanpai/contracts/evaluation-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { type StepSubject, stepFaults } from './step-faults.ts';
import type { StepStanding } from './steps.ts';

const day = (text: string) => text as PlainDate;
const ready: StepStanding = {
  ...{ kind: 'annual', tier: 'district', steps: evaluationSteps, state: 'checked' },
  ...{ proposedGrade: 'excellent', records: recordKinds, visited: true, notice: 'over' },
  ...{ told: true, proposedBySelf: false, back: null, batchClosed: false },
};
const subject: StepSubject = {
  ...{ id: 'p1', name: '王伟', standing: 'evaluated', roundClosed: false },
  roundStartsOn: day('2015-06-01'),
  ...{ meetingOn: day('2016-01-20'), decidedOn: day('2016-02-01') },
};

interface Case {
  act: StepAct;
  standing?: Partial<StepStanding>;
  of?: Partial<StepSubject>;
  on?: string;
}

test.each<[string, Case]>([
  ['notEvaluated', { act: 'decide', of: { standing: 'byUnit' } }],
  ['roundClosed', { act: 'meeting', of: { roundClosed: true } }],
  ['notInRound', { act: 'meeting', standing: { steps: ['visit', 'proposal', 'decision'] } }],
  ['notInRound', { act: 'committeeOpinion' }],
  ['otherState', { act: 'decide', standing: { state: 'entering' } }],
  ['otherState', { act: 'check', standing: { state: 'decided' } }],
  ['ownProposal', { act: 'check', standing: { state: 'proposed', proposedBySelf: true } }],
  ['stepsMissing', { act: 'decide', standing: { records: [] } }],
  ['stepsMissing', { act: 'decide', standing: { notice: 'open' } }],
  ['tooEarly', { act: 'decide', on: '2016-01-19' }],
  ['tooEarly', { act: 'file', standing: { state: 'decided' }, on: '2016-01-31' }],
  ['batchClosed', { act: 'ask', standing: { state: 'decided', batchClosed: true } }],
])('%s: said of whom, on which basis, and what to do', (code, { act, standing, of, on }) => {
  const given = { ...subject, ...of };
  const found = stepFaults(act, given, { ...ready, ...standing }, on ? day(on) : undefined);
  expect(found).toEqual([
    {
      ...{ path: 'p1', code, basis: { kind: 'reading', source: expect.any(String) } },
      message: { zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
      remedy: { zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
    },
  ]);
});

test('in a closed batch papers are filled in and filed, and nothing else is done', () => {
  const closed: StepStanding = { ...ready, state: 'decided', batchClosed: true };
  const of = { ...subject, roundClosed: true };
  const open = stepActs.filter((act) => stepFaults(act, of, closed).length === 0);
  expect(open).toEqual(['form', 'file']);
});

test('everything in the way is said at once', () => {
  const codes = stepFaults('decide', subject, { ...ready, records: [] }, day('2016-01-01')).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['stepsMissing', 'tooEarly']);
});
