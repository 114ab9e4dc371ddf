import { describe, expect, it } from 'vitest';
import { hedong } from './fixtures/hedong.ts';
import type { PlanProgress } from './model.ts';
import { checkPlan } from './rules.ts';
import { scorePlan } from './score.ts';
import { solve } from './solve.ts';

const provenOptimum = 20_476.75;

describe('the sample district with every nominee admitted', () => {
  const input = hedong('everyone');
  const solved = solve(input);

  it('has 72 villages in the district tier and 111 in the townships', () => {
    const tiers = input.villages.map(({ tier }) => tier);
    expect(tiers.filter((tier) => tier === 'district')).toHaveLength(72);
    expect(tiers.filter((tier) => tier === 'township')).toHaveLength(111);
  });

  it('places all 255 and breaks no hard rule', () => {
    expect(solved.placement.size).toBe(255);
    const hard = checkPlan(input, solved.placement).filter(({ severity }) => severity === 'hard');
    expect(hard).toEqual([]);
  });

  it('reaches 5,870.0 in the townships and 99.5 % of the proven optimum', () => {
    expect(solved.score.township).toBe(5870);
    expect(solved.score.total).toBeGreaterThanOrEqual(0.995 * provenOptimum);
    expect(solved.score.total).toBeLessThanOrEqual(provenOptimum);
  });

  it('turns no ranks around and sends nobody home', () => {
    const codes = checkPlan(input, solved.placement).map(({ code }) => code);
    expect(codes).not.toContain('inversion');
    expect(codes).not.toContain('homeTownship');
  });

  it('is counted by the independent scorer', () => {
    expect(solved.score).toEqual(scorePlan(input, solved.placement));
    expect(solved.cancelled).toBe(false);
  });

  it('is the same plan for the same seed, whatever the order of the rows', () => {
    const turned = {
      ...input,
      villages: input.villages.toReversed(),
      cadres: input.cadres.toReversed(),
      places: input.places.toReversed(),
    };
    expect(new Map(solve(turned).placement)).toEqual(new Map(solved.placement));
  });
});

describe('the sample district with nine nominees who aren’t full members', () => {
  const input = hedong('fullMembers');
  const { placement, score } = solve(input);

  it('sets 4 district and 5 township nominees aside and places 246', () => {
    const aside = input.cadres.filter(({ eligible }) => !eligible).map(({ tier }) => tier);
    expect(aside.filter((tier) => tier === 'district')).toHaveLength(4);
    expect(aside.filter((tier) => tier === 'township')).toHaveLength(5);
    expect(placement.size).toBe(246);
  });

  it('breaks no hard rule but leaves nine places empty', () => {
    const codes = checkPlan(input, placement).flatMap(({ severity, code }) =>
      severity === 'hard' ? [code] : [],
    );
    expect(codes).toHaveLength(9);
    expect(codes.every((code) => code.endsWith('Missing'))).toBe(true);
    expect(score.total).toBeLessThan(0);
  });
});

describe('a plan made again after three people dropped out', () => {
  it('changes hardly any other published post', () => {
    const input = hedong('everyone');
    const published = [...solve(input).placement].map(([placeId, cadreId]) => ({
      placeId,
      cadreId,
    }));
    const gone = new Set(['d-020', 'd-021', 'd-022']);
    const cadres = input.cadres.map((one) => ({ ...one, eligible: !gone.has(one.id) }));
    const { placement } = solve({ ...input, cadres, published });
    const changed = published.filter(
      ({ placeId, cadreId }) => !gone.has(cadreId) && placement.get(placeId) !== cadreId,
    );
    expect(placement.size).toBe(252);
    expect(changed.length).toBeLessThanOrEqual(3);
  });
});

describe('a plan made again after three were followed by others of their units', () => {
  it('moves at most two other people', () => {
    const input = hedong('everyone');
    const published = [...solve(input).placement].map(([placeId, cadreId]) => ({
      placeId,
      cadreId,
    }));
    const gone = new Set(['d-020', 'd-055', 'd-101']);
    const successors = input.cadres
      .filter(({ id }) => gone.has(id))
      .map((one) => ({ ...one, id: `${one.id}-successor`, rank: 'clerk' as const, level: 1 }));
    const cadres = [
      ...input.cadres.map((one) =>
        gone.has(one.id) ? { ...one, eligible: false, former: true } : one,
      ),
      ...successors,
    ];
    const { placement } = solve({ ...input, cadres, published });
    const moved = published.filter(
      ({ placeId, cadreId }) => !gone.has(cadreId) && placement.get(placeId) !== cadreId,
    );
    expect(placement.size).toBe(255);
    expect(moved.length).toBeLessThanOrEqual(2);
  });
});

describe('a run that is stopped', () => {
  it('gives the best plan so far, with every place filled', () => {
    const input = hedong('everyone');
    const { placement, score, cancelled } = solve(input, { shouldStop: () => true });
    expect(cancelled).toBe(true);
    expect(placement.size).toBe(255);
    expect(score).toEqual(scorePlan(input, placement));
  });

  it('says how far it is, never worse than before', () => {
    const seen: PlanProgress[] = [];
    let looks = 0;
    solve(hedong('everyone'), {
      onProgress: (progress) => seen.push(progress),
      shouldStop: () => ++looks > 20,
    });
    const best = seen.filter(({ phase }) => phase === 'district').map((progress) => progress.best);
    expect(best).toEqual(best.toSorted((a, b) => a - b));
    expect(seen.filter(({ phase }) => phase === 'township').at(-1)).toMatchObject({
      iteration: 10,
      iterations: 10,
      best: 5870,
    });
  });
});
