import type { Plan } from '@xuanpai/contracts/plans';
import { postWords, rankWords, tierWords } from '@xuanpai/contracts/words';
import { formatChange, formatNumber } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { StateName } from '../../ui/state-badge.tsx';
import type { BoardVillage, PlanCadre, PlanPlace } from './board-model.ts';

type Text = Dictionary['plans'];

/** 软弱涣散·薄弱. */
export function kindsText({ kinds, poor }: BoardVillage, text: Text): string {
  return [...kinds.map((kind) => text.kinds[kind]), ...(poor ? [text.poor] : [])].join('·');
}

/** The points of a place that is empty say nothing about the village: they stand for a person. */
export function isComplete({ parts }: BoardVillage): boolean {
  return !parts.some(({ kind }) => kind === 'unfilled');
}

/** 93.4; a dash where somebody is still missing. */
export function scoreText(village: BoardVillage): string {
  return isComplete(village) ? formatNumber(village.score, 1) : '–';
}

/** Beside a name: where a district cadre comes from, what a township's is. */
export function originText(cadre: PlanCadre, text: Text): string {
  const rank = word(rankWords[cadre.rank]);
  if (cadre.tier === 'district') return `${cadre.unitName} ${rank}`;
  const leading = cadre.category === 'leadingBody' ? text.leadingBody : null;
  return [cadre.position, rank, leading].filter((part) => part !== null).join(' ');
}

export function postText(place: PlanPlace): string {
  return word(postWords[place.post]);
}

/** 村得分 93.4 ＝ 匹配 50.0，职级 30.0，均衡 −10.6. */
export function partsText(village: BoardVillage, text: Text): string {
  const parts = village.parts.map(
    ({ kind, value }, at) =>
      `${text.parts[kind]} ${at === 0 ? formatNumber(value, 1) : formatChange(value)}`,
  );
  const separator = currentLanguage() === 'zh' ? '，' : ', ';
  return text.partsOf(formatNumber(village.score, 1), parts.join(separator));
}

/** 14,606.8 ＋ 5,870.0 ＝ 20,476.8 分. */
export function sumText(plan: Pick<Plan, 'score' | 'districtScore' | 'townshipScore'>, text: Text) {
  const points = (value: number | null) => formatNumber(value ?? 0, 1);
  return text.sum(points(plan.districtScore), points(plan.townshipScore), points(plan.score));
}

/** 区直72村144名. */
export function tierPart(plan: Plan, tier: PlanCadre['tier'], text: Text): string {
  const villages = plan.villages.filter((village) => village.tier === tier).length;
  const people = plan.places.filter((one) => one.tier === tier && one.cadreId !== null).length;
  return text.tierPart(word(tierWords[tier]), villages, people);
}

export const planStates: Record<Plan['status'], StateName> = {
  draft: 'draft',
  approved: 'approved',
  confirmed: 'confirmed',
  issued: 'issued',
  dropped: 'dropped',
};
