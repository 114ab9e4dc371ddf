import type { PlainDate, VillageKind } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import {
  type AssignedVillage,
  askedBy,
  assignedFrom,
  choicesInForce,
  type TargetChoice,
} from './assigned.ts';
import type { Measure, Template } from './measures.ts';

const day = (text: string) => text as PlainDate;
const measure = (key: string, onlyKinds: VillageKind[] = []) =>
  ({ key, onlyKinds }) as unknown as Measure;
const goods: Template = {
  ...{ family: 'fourGoods', kinds: ['communityBuilding'], poor: false },
  measures: [measure('community'), measure('election')],
};
const breakthroughs: Template = {
  ...{ family: 'fourBreakthroughs', kinds: ['weakLax'], poor: true },
  measures: [measure('income'), measure('election'), measure('weakLaxTurned', ['weakLax'])],
};
const templates = [goods, breakthroughs];
const village = (more: Partial<AssignedVillage>): AssignedVillage => ({
  ...{ kinds: [], poor: false, kindsFrom: {}, choices: [] },
  ...more,
});
const chosen = (from: string, ...families: string[]): TargetChoice => ({
  families,
  from: day(from),
});
const since = (more: Partial<AssignedVillage>) =>
  Object.fromEntries(assignedFrom(village(more), templates) ?? []);

describe('since when a village is asked its measures', () => {
  it('is the beginning where kinds always were and nothing was picked', () => {
    expect(assignedFrom(village({ kinds: ['weakLax'] }), templates)).toBeNull();
  });

  it('is the day from which a family was picked without a break', () => {
    const first = chosen('2015-09-01', 'fourGoods');
    expect(since({ choices: [first] })).toEqual({
      ...{ community: '2015-09-01', election: '2015-09-01' },
    });
    const both = chosen('2016-05-10', 'fourGoods', 'fourBreakthroughs');
    // A common measure is asked since the earlier of its families.
    expect(since({ choices: [first, both] })).toEqual({
      ...{ community: '2015-09-01', election: '2015-09-01', income: '2016-05-10' },
    });
    const back = chosen('2016-08-01', 'fourGoods');
    expect(since({ choices: [first, chosen('2016-01-01'), back] }).community).toBe('2016-08-01');
  });

  it('is the beginning for a family that is picked and came by the kinds before', () => {
    const both = chosen('2016-05-10', 'fourGoods', 'fourBreakthroughs');
    expect(since({ poor: true, choices: [both] })).toEqual({ community: '2016-05-10' });
  });

  it('is the day on which the kind was given', () => {
    const kindsFrom = { weakLax: day('2016-03-01') };
    expect(since({ kinds: ['weakLax'], kindsFrom })).toEqual({
      ...{ income: '2016-03-01', election: '2016-03-01', weakLaxTurned: '2016-03-01' },
    });
    // A poor village had the family before; what only the kind is asked came with it.
    expect(since({ kinds: ['weakLax'], poor: true, kindsFrom })).toEqual({
      weakLaxTurned: '2016-03-01',
    });
  });
});

it('a later decision replaces those that were to begin after it', () => {
  const late = chosen('2016-03-01', 'fourGoods');
  const later = chosen('2016-05-01', 'fourBreakthroughs');
  const early = chosen('2015-06-01', 'fourGoods');
  expect(choicesInForce([late, later])).toEqual([late, later]);
  expect(choicesInForce([late, later, early])).toEqual([early]);
});

it('a village is asked of a period that ends on the day or later', () => {
  const isAsked = askedBy(templates);
  const late = village({ choices: [chosen('2016-03-31', 'fourGoods')] });
  expect(isAsked(late, day('2016-03-30'))).toBe(false);
  expect(isAsked(late, day('2016-03-31'))).toBe(true);
  expect(isAsked(village({ poor: true }), day('2015-09-30'))).toBe(true);
  expect(isAsked(village({}), day('2015-09-30'))).toBe(false);
});
