import { describe, expect, it } from 'vitest';
import { cadre, problem, townshipCadre, village } from '../fixtures/build.ts';
import type { Pin, PlanProblemInput, Wish } from '../model.ts';
import { findContradictions } from './find.ts';

const villages = [
  village('v'),
  village('w'),
  village('t', { tier: 'township' }),
  village('l', { tier: 'township', kinds: ['lagging'] }),
];
const people = [
  ...['a', 'b', 'c', 'd'].map((id) => cadre(id)),
  cadre('young', { eligible: false }),
  townshipCadre('clerk'),
  townshipCadre('leader', { leadingBody: true }),
];

function found(asked: { pins?: Pin[]; wishes?: Wish[] }, of = problem(villages, people)) {
  const input: PlanProblemInput = { ...of, ...asked };
  return findContradictions(input);
}
const codes = (...asked: Parameters<typeof found>) => found(...asked).map(({ code }) => code);

const pin = (placeId: string, cadreId: string): Pin => ({
  id: `${cadreId} in ${placeId}`,
  placeId,
  cadreId,
});
const together = (one: string, other: string): Wish => ({
  id: `${one} with ${other}`,
  kind: 'together',
  cadreIds: [one, other],
});
const apart = (one: string, other: string, relative = false): Wish => ({
  id: `${one} without ${other}`,
  kind: 'apart',
  cadreIds: [one, other],
  relative,
});
const ban = (cadreId: string, villageId: string, relative = false): Wish => ({
  id: `${cadreId} not in ${villageId}`,
  kind: 'banVillage',
  cadreId,
  villageId,
  relative,
});
const prefer = (cadreId: string, villageId: string | null, townshipId: string | null): Wish => ({
  id: `${cadreId} rather`,
  kind: 'prefer',
  cadreId,
  villageId,
  townshipId,
});

it('wishes that a plan can keep are no contradiction', () => {
  const pins = [pin('v-1', 'a'), pin('t-1', 'clerk')];
  const wishes = [together('a', 'b'), apart('c', 'a', true), ban('c', 'v'), prefer('c', 'w', null)];
  expect(found({ pins, wishes })).toEqual([]);
});

it('all of them are named at once, with the wishes they are about', () => {
  const asked = { pins: [pin('v-1', 'a'), pin('w-1', 'a')], wishes: [ban('a', 'v')] };
  expect(found(asked)).toMatchObject([
    {
      code: 'cadrePinnedTwice',
      wishIds: ['a in v-1', 'a in w-1'],
      cadreIds: ['a'],
      villageIds: ['v', 'w'],
    },
    { code: 'pinForbidden', wishIds: ['a in v-1', 'a not in v'], rules: ['banned'] },
  ]);
});

describe('pins', () => {
  it('of two people to one place', () => {
    expect(codes({ pins: [pin('v-1', 'a'), pin('v-1', 'b')] })).toEqual(['placePinnedTwice']);
  });
  it.each([
    ['of somebody not eligible', pin('v-1', 'young'), 'notEligible'],
    ['to the wrong tier', pin('t-1', 'a'), 'wrongTier'],
    ['of no leading member to a lagging village', pin('l-1', 'clerk'), 'laggingNeedsLeadingBody'],
    ['of somebody who isn’t named any more', pin('v-1', 'gone'), 'unknownCadre'],
    ['to a place that the plan doesn’t have', pin('x-1', 'a'), 'unknownPlace'],
  ])('%s', (_, one, rule) => {
    expect(found({ pins: [one] })).toMatchObject([{ code: 'pinForbidden', rules: [rule] }]);
  });
  it('where the own unit is banned, or kin sits in the committees', () => {
    const unit: Wish = { id: 'u', kind: 'banTownship', unitId: 'unit of a', townshipId: 'A' };
    const wishes = [unit, ban('a', 'v', true)];
    expect(found({ pins: [pin('v-1', 'a')], wishes })).toMatchObject([
      { rules: ['relativeInVillage', 'banned'], wishIds: ['a in v-1', 'a not in v', 'u'] },
    ]);
  });
});

describe('two to be together', () => {
  it('who are to be apart, or are kin', () => {
    expect(codes({ wishes: [together('a', 'b'), apart('b', 'a')] })).toEqual(['togetherAndApart']);
    expect(codes({ wishes: [together('a', 'b'), apart('b', 'a', true)] })).toEqual([
      'togetherWithKin',
    ]);
  });
  it('in a chain of three', () => {
    const wishes = [together('a', 'b'), together('c', 'b')];
    expect(found({ wishes })).toMatchObject([
      { code: 'togetherChain', cadreIds: ['b', 'a', 'c'], wishIds: ['a with b', 'c with b'] },
    ]);
  });
  it('of the township tier, which sends one person to a village', () => {
    expect(codes({ wishes: [together('clerk', 'leader')] })).toEqual(['togetherNotDistrict']);
    expect(codes({ wishes: [together('a', 'leader')] })).toEqual(['togetherNotDistrict']);
  });
  it('of whom one isn’t eligible', () => {
    expect(codes({ wishes: [together('a', 'young')] })).toEqual(['togetherNotEligible']);
  });
  it('who are pinned to two villages', () => {
    const pins = [pin('v-1', 'a'), pin('w-1', 'b')];
    expect(codes({ pins, wishes: [together('a', 'b')] })).toEqual(['togetherPinnedApart']);
  });
  it('whom pins and bans leave no village', () => {
    const pins = [pin('v-1', 'c')];
    expect(codes({ pins, wishes: [together('a', 'b'), ban('b', 'w')] })).toEqual([
      'togetherNowhere',
    ]);
    const beside = [pin('v-1', 'a'), pin('v-2', 'c')];
    expect(codes({ pins: beside, wishes: [together('a', 'b')] })).toEqual(['togetherNowhere']);
  });
  it('who are more pairs than villages', () => {
    const one = problem([village('v')], people);
    expect(found({ wishes: [together('a', 'b'), together('c', 'd')] }, one)).toMatchObject([
      { code: 'togetherTooMany', cadreIds: ['c', 'd', 'a', 'b'], villageIds: ['v'] },
    ]);
  });
});

it('two to be apart, or kin, who are pinned to one village', () => {
  const pins = [pin('v-1', 'a'), pin('v-2', 'b')];
  expect(codes({ pins, wishes: [apart('a', 'b')] })).toEqual(['apartPinnedTogether']);
  expect(codes({ pins, wishes: [apart('b', 'a', true)] })).toEqual(['kinPinnedTogether']);
});

describe('a preference', () => {
  it('for a banned village', () => {
    expect(codes({ wishes: [prefer('a', 'v', null), ban('a', 'v')] })).toEqual(['preferForbidden']);
  });
  it('for a township where no village takes the person', () => {
    expect(codes({ wishes: [prefer('clerk', null, 'A')] })).toEqual([]);
    const bans = ['v', 'w'].map((id) => ban('a', id));
    expect(codes({ wishes: [prefer('a', null, 'A'), ...bans] })).toEqual(['preferForbidden']);
  });
});
