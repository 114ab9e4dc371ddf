import type { Text } from '@xuanpai/contracts/text';
import type { Speciality } from '@xuanpai/contracts/values';
import { specialityWords, villageKindWords } from '@xuanpai/contracts/words';
import type { Need } from '@xuanpai/planner/match';
import type { PlanVillage } from '@xuanpai/planner/model';
import { percent } from './words.ts';

const poorWord = { zh: '经济薄弱村', en: 'poor' };

/** What a village is to the batch: 软弱涣散村、经济薄弱村. */
export function kindWords({ kinds, poor }: Pick<PlanVillage, 'kinds' | 'poor'>): Text {
  const words = [...kinds.map((kind) => villageKindWords[kind]), ...(poor ? [poorWord] : [])];
  if (words.length === 0) return { zh: '一般村', en: 'A village of no special kind' };
  return {
    zh: words.map(({ zh }) => zh).join('、'),
    en: words.map(({ en }) => en).join(', '),
  };
}

/** What is needed, the most first: 产业 100%、资金项目 100%. */
export function needWords(need: Need): Text {
  const asked = [...need].filter(([, share]) => share > 0).sort(([, a], [, b]) => b - a);
  const list = (language: 'zh' | 'en') =>
    asked.map(
      ([speciality, share]) => `${specialityWords[speciality][language]} ${percent(share)}`,
    );
  return { zh: list('zh').join('、'), en: list('en').join(', ') };
}

/** 软弱涣散村、经济薄弱村，需要产业 50%、党建 50%（各类的平均）。 */
export function villageNeed(village: PlanVillage, need: Need): Text {
  const kinds = kindWords(village);
  const wants = needWords(need);
  const several = new Set(village.kinds).size + (village.poor ? 1 : 0) > 1;
  return {
    zh: `${kinds.zh}，需要${wants.zh}${several ? '（各类的平均）' : ''}。`,
    en: `${kinds.en}: needs ${wants.en}${several ? ' (the mean of its kinds)' : ''}.`,
  };
}

/** The most that any speciality is needed. */
export function greatestNeed(need: Need): number {
  return Math.max(0, ...need.values());
}

/** The strength of a unit that the village needs most; null where none is registered. */
export function bestStrength(need: Need, strengths: readonly Speciality[]): Speciality | null {
  const [best = null] = strengths.toSorted((a, b) => (need.get(b) ?? 0) - (need.get(a) ?? 0));
  return best;
}
