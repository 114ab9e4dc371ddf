import { judgedRankWords } from '@xuanpai/contracts/target-values';
import type { Measure } from '@xuanpai/contracts/targets';
import { isMoney, numberText } from '../../lib/measure-number.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';

type Text = Dictionary['targets'];
type Unit = Pick<Measure, 'unit'>;

export function unitText({ unit }: Unit, text: Text): string {
  return isMoney({ unit }) ? text.tenThousand : (unit ?? '');
}

/** 力争5以上, 每年须5以上, 力争高于本镇4.4%. */
export function thresholdText(
  measure: Pick<Measure, 'kind' | 'unit' | 'direction' | 'binding' | 'period' | 'thresholdRank'>,
  threshold: string | null,
  mean: string | null,
  text: Text,
): string {
  const { kind, direction, binding, period, thresholdRank } = measure;
  const must = text.must(binding, period === 'yearly' && binding);
  if (kind === 'yesNo') return '';
  if (kind === 'rank') return thresholdRank ? must + word(judgedRankWords[thresholdRank]) : '';
  if (kind === 'relative') {
    const than = mean === null ? '' : numberText(mean, measure) + unitText(measure, text);
    return must + text.againstMean[direction](than);
  }
  if (threshold === null) return '';
  return must + text.than[direction](numberText(threshold, measure));
}

/** The same with its unit: 力争5以上（万元）, 须完成. */
export function wantedText(
  measure: Parameters<typeof thresholdText>[0],
  threshold: string | null,
  text: Text,
): string {
  const wanted = thresholdText(measure, threshold, null, text);
  if (wanted === '') return measure.kind === 'yesNo' ? text.mustBeDone : '';
  const unit = unitText(measure, text);
  return unit === '' ? wanted : text.inUnit(wanted, unit);
}

/** What was reported, in words: 2.2, 是, or nothing. */
export function valueText(
  measure: Pick<Measure, 'kind' | 'unit'>,
  value: { value: string | null; answer: boolean | null },
  text: Text,
): string {
  if (measure.kind === 'yesNo') {
    return value.answer === null ? '' : value.answer ? text.yes : text.no;
  }
  return value.value === null ? '' : numberText(value.value, measure);
}
