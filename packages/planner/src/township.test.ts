import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryPlan } from './fixtures/arbitrary.ts';
import { bestByTrying } from './fixtures/brute-force.ts';
import { problem, townshipCadre, village } from './fixtures/build.ts';
import { checkPlan } from './rules.ts';
import { solve } from './solve.ts';

const plans = arbitraryPlan({ tier: 'township', villages: 4, cadres: 5 });

it('every township gets the best of all placements', () => {
  fc.assert(
    fc.property(plans, (input) => {
      expect(solve(input).score.total).toBeCloseTo(bestByTrying(input), 6);
    }),
    { numRuns: 60 },
  );
});

it('breaks no hard rule but leaves places empty', () => {
  fc.assert(
    fc.property(plans, (input) => {
      const hard = checkPlan(input, solve(input).placement).filter(
        ({ severity }) => severity === 'hard',
      );
      expect(hard.filter(({ code }) => code !== 'firstSecretaryMissing')).toEqual([]);
    }),
  );
});

const lagging = village('l', { tier: 'township', kinds: ['lagging'] });
const plain = village('t', { tier: 'township' });

it('keeps the leading body for the lagging village where people are short', () => {
  const input = problem([lagging, plain], [townshipCadre('leader', { leadingBody: true })]);
  expect([...solve(input).placement]).toEqual([['l-1', 'leader']]);
});

it('a lagging village stays empty rather than take an office cadre', () => {
  const input = problem([lagging, plain], [townshipCadre('a'), townshipCadre('b')]);
  expect([...solve(input).placement]).toEqual([['t-1', 'a']]);
});

it('a pin stands, whatever it costs', () => {
  const best = townshipCadre('best', { speciality: 'governance' });
  const pins = [{ placeId: 't-1', cadreId: 'other' }];
  const input = problem([plain], [best, townshipCadre('other', { speciality: 'funding' })], {
    pins,
  });
  expect([...solve(input).placement]).toEqual([['t-1', 'other']]);
});

it('a pin that breaks a rule is left out', () => {
  const pins = [{ placeId: 't-1', cadreId: 'waiting' }];
  const input = problem(
    [plain],
    [townshipCadre('ready'), townshipCadre('waiting', { eligible: false })],
    { pins },
  );
  expect([...solve(input).placement]).toEqual([['t-1', 'ready']]);
});
