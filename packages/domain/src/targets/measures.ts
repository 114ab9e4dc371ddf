import type { Basis } from '@xuanpai/contracts/problems';
import type {
  JudgedRank,
  MeasureDirection,
  MeasureKind,
  MeasurePeriod,
  MeasureSource,
  VillageFigure,
} from '@xuanpai/contracts/target-values';
import type { VillageKind } from '@xuanpai/contracts/values';
import type { NumberKey } from '../policy/keys.ts';
import type { Policy } from '../policy/policy.ts';

/** A measure (指标) of an aim, as a template has it. Money is in yuan, ratios in per cent. */
export interface Measure {
  /** The same key in two templates is one measure, reported once. */
  key: string;
  aim: number;
  aimName: string;
  name: string;
  kind: MeasureKind;
  source: MeasureSource;
  unit: string | null;
  direction: MeasureDirection;
  threshold: number | null;
  /** The parameter of the policy that the threshold is, else its own. */
  policyKey: NumberKey | null;
  thresholdRank: JudgedRank | null;
  period: MeasurePeriod;
  /** False: striven for (力争). */
  binding: boolean;
  weight: number;
  figure: VillageFigure | null;
  /** Only villages of these kinds are asked; empty: all. */
  onlyKinds: readonly VillageKind[];
  evidence: boolean;
  basis: Basis;
}

/** An edition of a template as far as villages get it. */
export interface Template {
  family: string;
  kinds: readonly VillageKind[];
  /** Poor villages get it too. */
  poor: boolean;
  measures: readonly Measure[];
}

export interface VillageOfTargets {
  kinds: readonly VillageKind[];
  poor: boolean;
  /** What the planner picked instead of the families of its kinds; null: nothing was picked. */
  chosen: readonly string[] | null;
}

/** The templates that a village has: those of its kinds, both where it is of two, or those picked. */
export function templatesOf<T extends Template>(
  village: VillageOfTargets,
  templates: readonly T[],
): T[] {
  const { chosen, kinds, poor } = village;
  if (chosen) return templates.filter(({ family }) => chosen.includes(family));
  return templates.filter(
    (template) => (poor && template.poor) || template.kinds.some((kind) => kinds.includes(kind)),
  );
}

/** The measures that a village is asked, common ones once, in the order of the templates. */
export function measuresOf(village: VillageOfTargets, templates: readonly Template[]): Measure[] {
  return everyMeasure(templatesOf(village, templates)).filter(
    ({ onlyKinds }) =>
      onlyKinds.length === 0 || onlyKinds.some((kind) => village.kinds.includes(kind)),
  );
}

/** `measuresOf` for many villages: those of the same kinds are asked the same, found once. */
export function measuresByVillage(
  templates: readonly Template[],
): (village: VillageOfTargets) => readonly Measure[] {
  const known = new Map<string, Measure[]>();
  return (village) => {
    const { chosen, kinds, poor } = village;
    const sort = `${chosen === null} ${chosen} ${kinds} ${poor}`;
    const measures = known.get(sort) ?? measuresOf(village, templates);
    known.set(sort, measures);
    return measures;
  };
}

/** Every measure of some templates, each once: the first template that has it says what it is. */
export function everyMeasure(templates: readonly Template[]): Measure[] {
  const byKey = new Map<string, Measure>();
  for (const { measures } of templates) {
    for (const measure of measures) if (!byKey.has(measure.key)) byKey.set(measure.key, measure);
  }
  return [...byKey.values()];
}

/** What a village must reach: a number with its side, or a rank. */
export interface Threshold {
  number: number | null;
  /** Whether the number itself is enough. */
  inclusive: boolean;
  rank: JudgedRank | null;
  adjusted: boolean;
}

/** Another threshold for one village; both null and not left out: back to the template's. */
export interface Adjustment {
  threshold: number | null;
  thresholdRank: JudgedRank | null;
  leftOut: boolean;
}

/** The threshold of a measure by the policy of a day and the village's adjustment, if it has one. */
export function thresholdOf(
  measure: Measure,
  policy: Policy,
  adjustment: Adjustment | null,
): Threshold {
  const own = ownThreshold(measure, policy);
  if (!adjustment) return own;
  const { threshold, thresholdRank } = adjustment;
  if (threshold === null && thresholdRank === null) return own;
  return { ...own, number: threshold, rank: thresholdRank, adjusted: true };
}

function ownThreshold({ kind, policyKey, threshold, thresholdRank }: Measure, policy: Policy) {
  const plain = { number: threshold, inclusive: true, rank: thresholdRank, adjusted: false };
  if (kind === 'relative') return { ...plain, inclusive: false };
  if (policyKey === null) return plain;
  const { value, inclusive } = policy.bound(policyKey);
  return { ...plain, number: value, inclusive };
}

/** Whether a measure stands for itself in each calendar year; a judgement holds until the next one. */
export function isByYear({ period, source }: Pick<Measure, 'period' | 'source'>): boolean {
  return period === 'yearly' && source !== 'judgement';
}

/** Where the line of a measure begins: the register's last figure of the years before the term. */
export function baselineOf<Year extends { year: number } & Record<VillageFigure, number | null>>(
  { figure }: Pick<Measure, 'figure'>,
  years: readonly Year[],
  startsOn: string,
): number | null {
  if (figure === null) return null;
  const first = Number(startsOn.slice(0, 4));
  return years.findLast((one) => one.year < first && one[figure] !== null)?.[figure] ?? null;
}
