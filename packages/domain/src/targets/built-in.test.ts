import { describe, expect, test } from 'vitest';
import { numberKeys } from '../policy/keys.ts';
import { builtInTemplates } from './built-in.ts';
import { everyMeasure, measuresOf } from './measures.ts';

const [goods, breakthroughs] = builtInTemplates as [
  (typeof builtInTemplates)[number],
  (typeof builtInTemplates)[number],
];
const keysOf = (aim: number, { measures } = goods) =>
  measures.filter((measure) => measure.aim === aim).map(({ key }) => key);

describe('四个好 and 四个新突破', () => {
  test('each names its four aims in the notice’s order, with the clause of each', () => {
    const aims = builtInTemplates.map(({ measures }) => [
      ...new Set(measures.map(({ aim, aimName }) => `${aim} ${aimName}`)),
    ]);
    expect(aims).toEqual([
      ['1 班子建设', '2 产业发展', '3 管理服务', '4 运行机制'],
      ['1 集体经济', '2 农民增收', '3 生产生活条件', '4 基层组织'],
    ]);
    for (const { measures } of builtInTemplates) {
      for (const { aim, basis } of measures) {
        expect(basis.kind).toBe('notice');
        expect(basis.source).toMatch(new RegExp(`^三（[一二]）${aim}$`));
      }
    }
  });

  test('three plans and five mechanisms, organisations of three sorts in one count', () => {
    expect(keysOf(3).slice(0, 4)).toEqual([
      'layoutPlan',
      'spacePlan',
      'detailedPlan',
      'newOrganisations',
    ]);
    expect(keysOf(4).filter((key) => key.endsWith('Mechanism'))).toHaveLength(5);
  });

  test('numbers are the policy’s, and only 力争 ones aren’t binding', () => {
    for (const { measures } of builtInTemplates) {
      for (const { kind, threshold, policyKey, thresholdRank } of measures) {
        expect(threshold).toBeNull();
        expect(policyKey !== null).toBe(['amount', 'count', 'ratio'].includes(kind));
        if (policyKey) expect(numberKeys).toContain(policyKey);
        expect(thresholdRank !== null).toBe(kind === 'rank');
      }
    }
    const striven = everyMeasure(builtInTemplates).filter(({ binding }) => !binding);
    expect(striven.map(({ key }) => key)).toEqual([
      'operatingIncome',
      'incomeGrowth',
      'rankInTownship',
    ]);
  });

  test('evidence is asked for nowhere (M8)', () => {
    expect(everyMeasure(builtInTemplates).some(({ evidence }) => evidence)).toBe(false);
  });
});

describe('the measures of a village', () => {
  const keys = (village: Parameters<typeof measuresOf>[0]) =>
    measuresOf(village, builtInTemplates).map(({ key }) => key);

  test('of two kinds are those of both, the re-election once', () => {
    const both = keys({ kinds: ['communityBuilding', 'weakLax'], poor: false, chosen: null });
    expect(both.filter((key) => key === 'election')).toHaveLength(1);
    expect(both).toHaveLength(goods.measures.length + breakthroughs.measures.length - 1);
  });

  test('that is poor and not weak and lax has nothing to be turned round', () => {
    const poor = keys({ kinds: [], poor: true, chosen: null });
    expect(poor).toContain('operatingIncome');
    expect(poor).not.toContain('weakLaxTurned');
    expect(keys({ kinds: ['weakLax'], poor: false, chosen: null })).toContain('weakLaxTurned');
  });

  test('of neither kind are what the planner picked, or none', () => {
    expect(keys({ kinds: ['modelSecretary'], poor: false, chosen: null })).toEqual([]);
    const picked = keys({ kinds: ['modelSecretary'], poor: false, chosen: ['fourGoods'] });
    expect(picked).toHaveLength(goods.measures.length);
    expect(keys({ kinds: ['lagging'], poor: true, chosen: [] })).toEqual([]);
  });
});
