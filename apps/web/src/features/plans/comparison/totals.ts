import type { Comparison } from '@xuanpai/contracts/plan-variants';
import { formatNumber } from '../../../lib/format.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';

type Side = Comparison['first'];

/** The totals of both; points by the first's weights, and by each one's own where these differ. */
export function totalsOf({ first, second, sameWeights }: Comparison, text: Dictionary['whatIf']) {
  const suffix = sameWeights ? '' : text.byFirst(first.name);
  const points = (key: 'score' | 'districtScore' | 'townshipScore') => {
    const after = sameWeights ? second[key] : (second.byOther?.[key] ?? null);
    return {
      label: `${text.rows[key]}${key === 'score' ? suffix : ''}`,
      before: pointsText(first[key]),
      after: pointsText(after),
      change: (after ?? 0) - (first[key] ?? 0),
    };
  };
  const count = (key: 'pairs' | 'inversions' | 'homes' | 'splitUnits' | 'filled') => ({
    label: text.rows[key],
    before: formatNumber(first[key]),
    after: formatNumber(second[key]),
    change: second[key] - first[key],
    counted: true,
  });
  const limit = (side: Side) => (side.optimal ? text.optimal : pointsText(side.bound));
  return [
    points('score'),
    points('districtScore'),
    points('townshipScore'),
    ...(sameWeights
      ? []
      : [
          {
            label: text.rows.ownScore,
            before: pointsText(first.score),
            after: pointsText(second.score),
            change: null,
          },
        ]),
    { label: text.rows.bound, before: limit(first), after: limit(second), change: null },
    ...(['filled', 'pairs', 'inversions', 'homes', 'splitUnits'] as const).map(count),
  ];
}

function pointsText(value: number | null): string {
  return value === null ? '–' : formatNumber(value, 1);
}
