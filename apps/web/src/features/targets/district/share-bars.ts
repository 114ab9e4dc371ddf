import { type TargetState, targetStateWords } from '@xuanpai/contracts/target-values';
import { word } from '../../../locales/word.ts';
import type { ChartOptions } from '../../../ui/chart/chart.tsx';
import { chartFont, chartLegend, lyingAxis, shareAxis } from '../../../ui/chart/chart-parts.ts';
import { type Shares, stateOrder } from './shares.ts';

const colours: Record<TargetState, string> = {
  reached: 'var(--green)',
  onCourse: 'var(--s1)',
  behind: 'var(--amber)',
  notReported: 'var(--s3)',
  notDue: 'var(--line)',
};

/** Lying bars of 100 %, a part for each state. */
export function shareBars(rows: readonly Shares[]): ChartOptions {
  return {
    animation: false,
    grid: { left: 0, right: 60, top: 26, bottom: 0, containLabel: true },
    legend: chartLegend,
    xAxis: shareAxis,
    yAxis: lyingAxis(rows.map(({ name }) => name)),
    series: stateOrder.map((state, at) => ({
      type: 'bar',
      name: word(targetStateWords[state]),
      stack: 'share',
      data: rows.map(({ counts, of }) => percent(counts[state], of)),
      silent: true,
      emphasis: { disabled: true },
      barMaxWidth: 14,
      itemStyle: { color: colours[state] },
      ...(at === stateOrder.length - 1
        ? {
            label: {
              show: true,
              position: 'right' as const,
              ...chartFont,
              formatter: ({ dataIndex }: { dataIndex: number }) => {
                const row = rows[dataIndex];
                return row ? `${row.counts.reached}/${row.of}` : '';
              },
            },
          }
        : {}),
    })),
  };
}

/** Cut off, so that the parts of a bar never come to more than the scale: its words would be left out. */
function percent(count: number, of: number): number {
  return of === 0 ? 0 : Math.floor((count / of) * 1e8) / 1e6;
}
