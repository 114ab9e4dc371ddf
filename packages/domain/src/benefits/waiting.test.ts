import { may } from '@xuanpai/contracts/permissions';
import type { Role } from '@xuanpai/contracts/values';
import { expect, test } from 'vitest';
import { type BenefitsWanting, noBenefitsWanted, waitingBenefits } from './waiting.ts';

const wanting: BenefitsWanting = {
  owing: { units: ['区财政局'], yuan: 6000, dueOn: '2017-05-31' },
  ...{ toClose: ['区水利局'], lost: ['王伟'], toPropose: ['李强'], toDecide: ['赵刚'] },
};
const told = (role: Role) =>
  waitingBenefits(wanting, (permission) => may([role], permission)).map(({ code }) => code);

test('each is told what is theirs to do', () => {
  expect(told('liaison')).toEqual(['payExpenses']);
  expect(told('office')).toEqual([
    ...['settleBenefits', 'proposeTermEnds', 'payExpenses', 'closeExpenses'],
  ]);
  expect(told('planner')).toEqual(['settleBenefits', 'decideTermEnds', 'closeExpenses']);
  expect(told('leader')).toEqual([]);
});

test('what isn’t wanted isn’t told, and a payment has its day', () => {
  expect(waitingBenefits(noBenefitsWanted, () => true)).toEqual([]);
  const [pay] = waitingBenefits({ ...noBenefitsWanted, owing: wanting.owing }, () => true);
  expect(pay).toEqual({
    ...{ code: 'payExpenses', counts: { units: 1, yuan: 6000 }, names: ['区财政局'] },
    dueOn: '2017-05-31',
  });
});
