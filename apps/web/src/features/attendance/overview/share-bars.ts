import type { ChartOptions } from '../../../ui/chart/chart.tsx';
import { chartFont, lyingAxis, shareAxis } from '../../../ui/chart/chart-parts.ts';

interface ShareBar {
  name: string;
  /** 0 to 100; null without anybody. */
  share: number | null;
  /** 16/16: beside the bar. */
  words: string;
}

/** Lying bars from 0 to 100 %, in the order of the townships. */
export function shareBars(bars: readonly ShareBar[]): ChartOptions {
  return {
    animation: false,
    grid: { left: 0, right: 76, top: 4, bottom: 0, containLabel: true },
    xAxis: shareAxis,
    yAxis: lyingAxis(bars.map(({ name }) => name)),
    series: [
      {
        type: 'bar',
        data: bars.map(({ share }) => share),
        silent: true,
        emphasis: { disabled: true },
        barMaxWidth: 16,
        itemStyle: { color: 'var(--s1)' },
        label: {
          show: true,
          position: 'right',
          ...chartFont,
          formatter: ({ dataIndex }) => bars[dataIndex]?.words ?? '',
        },
      },
    ],
  };
}
