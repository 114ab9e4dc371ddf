import { type TargetState, targetStateWords } from '@xuanpai/contracts/target-values';
import { word } from '../../../locales/word.ts';
import type { ChartOptions } from '../../../ui/chart/chart.tsx';
import { type Shares, stateOrder } from './shares.ts';

const font = { fontSize: 11, color: 'var(--ink2)' };

const colours: Record<TargetState, string> = {
  reached: 'var(--green)',
  onCourse: 'var(--s1)',
  behind: 'var(--amber)',
  notReported: 'var(--s3)',
  notDue: 'var(--line)',
};

/** Lying bars of 100 %, a part for each state. Colours are the page's own tokens. */
export function shareBars(rows: readonly Shares[]): ChartOptions {
  return {
    animation: false,
    grid: { left: 0, right: 60, top: 26, bottom: 0, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: font,
      selectedMode: false,
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { ...font, formatter: '{value}%' },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: font,
      axisLine: { lineStyle: { color: 'var(--line2)' } },
      axisTick: { show: false },
    },
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
              ...font,
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
