import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { percent } from '../explain/words.ts';

/** What the exported report says, in Chinese: the words of the meeting's paper. */
export const exceptionTitles: Record<PlanReport['exceptions'][number]['kind'], string> = {
  broken: '不合规定',
  empty: '岗位空缺',
  overAge: '年龄经研究同意',
  unitSplit: '同单位的人分在多个村',
  homeTownship: '回家乡镇街任职',
  inversion: '职级倒挂',
  wish: '锁定和其他要求',
};

export function totalsWords({ totals, batchName }: PlanReport): string {
  const city = totals.city > 0 ? `另有${totals.city}个村由市直选派，` : '';
  return `${batchName}共${totals.villages}个村。区直选派${totals.district}个村、${totals.districtPeople}名，来自${totals.units}个单位；镇街选派${totals.township}个村、${totals.townshipPeople}名；${city}本方案共安排${totals.people}名。同单位搭班${totals.pairs}对，平均年龄${totals.meanAge ?? '–'}岁。`;
}

export function fitWords({ fit }: PlanReport): string {
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return `契合度是到村干部的专长和单位优势满足本村需要的程度，以本村能达到的最高匹配为100%。区直村平均${share(fit.district)}，镇街村平均${share(fit.township)}。`;
}

export function bandLabel({ from, to }: PlanReport['fit']['bands'][number]): string {
  return `${Math.round(from * 100)}%–${Math.round(to * 100)}%`;
}

/** 区直 软弱涣散村、经济薄弱村. */
export function villageLabel(village: PlanReport['fit']['weakest'][number]): string {
  const kinds: string[] = village.kinds.map((kind) => villageKindWords[kind].zh);
  if (village.poor) kinds.push('经济薄弱村');
  return [tierWords[village.tier].zh, kinds.join('、')].filter((part) => part !== '').join(' ');
}

export function exceptionLine({ kind, text, reason }: PlanReport['exceptions'][number]): string {
  if (reason === null) return kind === 'empty' ? `${text}未写明理由。` : text;
  return `${text}理由：${reason.replace(/。$/, '')}。`;
}
