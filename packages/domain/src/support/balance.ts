import type { Brought } from '@xuanpai/contracts/support';
import type { SupportPart, SupportSource } from '@xuanpai/contracts/support-words';
import { supportSources } from '@xuanpai/contracts/support-words';
import type { Tier } from '@xuanpai/contracts/values';
import { fenOf, moneyText } from '../office/money.ts';

/** Money that a source brought in a year, in yuan as the API writes it. */
export interface BroughtLine {
  year: number;
  source: SupportSource;
  amount: string;
}

/** What the sources brought together: in whole fen, so that no part of one is lost. */
export function broughtBy(lines: readonly Pick<BroughtLine, 'source' | 'amount'>[]): Brought {
  const fen: Record<SupportSource, number> = {
    publicFund: 0,
    unit: 0,
    enterprise: 0,
    village: 0,
    other: 0,
  };
  for (const { source, amount } of lines) fen[source] += fenOf(amount);
  const total = supportSources.reduce((sum, source) => sum + fen[source], 0);
  return {
    publicFund: moneyText(fen.publicFund),
    unit: moneyText(fen.unit),
    enterprise: moneyText(fen.enterprise),
    village: moneyText(fen.village),
    other: moneyText(fen.other),
    total: moneyText(total),
  };
}

/** By year, the latest first; years between that brought nothing are there with zeros. */
export function balanceByYear(lines: readonly BroughtLine[]): { year: number; brought: Brought }[] {
  if (lines.length === 0) return [];
  const years = lines.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, at) => last - at).map((year) => ({
    year,
    brought: broughtBy(lines.filter((line) => line.year === year)),
  }));
}

/** What a village has of the four in a year. */
export interface FourInOne {
  cadres: number;
  /** Money or other help of a sending unit, confirmed in the year. */
  unitHelp: boolean;
  /** Paired on the day, or helped in the year. */
  enterprises: boolean;
  publicFunds: boolean;
}

/** S1: which of the four a village is without. A city village's people and units are the city's. */
export function lackingOf(four: FourInOne, tier: Tier | null): SupportPart[] {
  return [
    ...(four.publicFunds ? [] : ['publicFund' as const]),
    ...(four.cadres > 0 || tier === 'city' ? [] : ['cadre' as const]),
    ...(four.unitHelp || tier === 'city' ? [] : ['unit' as const]),
    ...(four.enterprises ? [] : ['enterprise' as const]),
  ];
}

/** Somebody in post on a day. */
export interface PostedPerson {
  unitId: string;
  villageId: string;
  tier: Tier;
}

/**
 * Whether a unit's people are split over villages here: one alone, while the unit has others in post
 * elsewhere. D2 sends two to a village; a township's own people are one a village and never split.
 */
export function isSplit(
  people: readonly PostedPerson[],
  unitId: string,
  villageId: string,
): boolean {
  const ofUnit = people.filter((person) => person.unitId === unitId && person.tier === 'district');
  const here = ofUnit.filter((person) => person.villageId === villageId);
  return here.length === 1 && ofUnit.length > 1;
}
