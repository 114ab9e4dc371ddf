import type { Text } from '@xuanpai/contracts/text';
import { numberKeys } from '../policy/keys.ts';
import { isNumeric } from './measure-kind.ts';
import type { Measure } from './measures.ts';

export interface TemplateFault {
  /** `measures.3.threshold`. */
  path: string;
  code: string;
  message: Text;
}

/** Everything that is wrong with the measures of a template, each with its place. */
export function templateFaults(measures: readonly Measure[]): TemplateFault[] {
  return measures.flatMap((measure, at) => {
    const twice = measures.findIndex(({ key }) => key === measure.key) < at;
    const other = measures.find(({ aim }) => aim === measure.aim);
    return [
      ...(twice ? [fault('key', 'twice', words.twice)] : []),
      ...(other && other.aimName !== measure.aimName
        ? [fault('aimName', 'twoNames', words.twoNames(other.aimName))]
        : []),
      ...thresholdFaults(measure),
      ...sourceFaults(measure),
    ].map((one) => ({ ...one, path: `measures.${at}.${one.path}` }));
  });
}

function thresholdFaults({ kind, threshold, policyKey, thresholdRank }: Measure): TemplateFault[] {
  const given = [threshold, policyKey].filter((one) => one !== null).length;
  return [
    ...(isNumeric(kind) && given !== 1 ? [fault('threshold', 'required', words.oneThreshold)] : []),
    ...(!isNumeric(kind) && given > 0 ? [fault('threshold', 'notOfKind', words.noThreshold)] : []),
    ...(policyKey !== null && !isNumberKey(policyKey)
      ? [fault('policyKey', 'unknown', words.unknownKey)]
      : []),
    ...(kind === 'rank' && thresholdRank === null
      ? [fault('thresholdRank', 'required', words.rankNeeded)]
      : []),
    ...(kind !== 'rank' && thresholdRank !== null
      ? [fault('thresholdRank', 'notOfKind', words.noRank)]
      : []),
  ];
}

function sourceFaults({ kind, source, direction, period, figure }: Measure): TemplateFault[] {
  const comparison = direction === 'above' || direction === 'below';
  return [
    ...((kind === 'relative') !== comparison
      ? [fault('direction', 'notOfKind', words.direction)]
      : []),
    ...((kind === 'rank') !== (source === 'judgement')
      ? [fault('source', 'notOfKind', words.judgement)]
      : []),
    ...(source === 'projects' &&
    (kind !== 'amount' || period !== 'yearly' || figure !== 'infrastructureInvestment')
      ? [fault('source', 'notOfKind', words.projects)]
      : []),
  ];
}

function isNumberKey(key: string): boolean {
  return (numberKeys as readonly string[]).includes(key);
}

function fault(path: string, code: string, message: Text): TemplateFault {
  return { path, code, message };
}

const words = {
  twice: { zh: '指标代码重复。', en: 'The key occurs twice.' },
  twoNames: (name: string) => ({
    zh: `同一目标的名称应一致：“${name}”。`,
    en: `One aim has one name: “${name}”.`,
  }),
  oneThreshold: {
    zh: '目标值填一个：自己的数，或政策参数。',
    en: 'One threshold: its own number, or a parameter of the policy.',
  },
  noThreshold: { zh: '这类指标没有数值目标。', en: 'A measure of this kind has no number.' },
  unknownKey: { zh: '没有这个政策参数。', en: 'The policy has no such parameter.' },
  rankNeeded: { zh: '填应达到的等次。', en: 'Say which rank is to be reached.' },
  noRank: { zh: '这类指标不评等次。', en: 'A measure of this kind has no rank.' },
  direction: {
    zh: '与平均比的指标选高于或低于，其他选不低于或不高于。',
    en: 'Compared measures are above or below, others at least or at most.',
  },
  judgement: {
    zh: '评定等次由选派办评定，其他指标不由评定得出。',
    en: 'Ranks are judged by the office, and nothing else is.',
  },
  projects: {
    zh: '只有每年的基础设施投入由项目支出得出。',
    en: 'Only the yearly infrastructure investment comes from projects.',
  },
} as const;
