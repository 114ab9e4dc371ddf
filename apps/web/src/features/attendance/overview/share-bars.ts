import type { ChartOptions } from '../../../ui/chart/chart.tsx';

const font = { fontSize: 11, color: 'var(--ink2)' };

interface ShareBar {
  name: string;
  /** 0 to 100; null without anybody. */
  share: number | null;
  /** 16/16: beside the bar. */
  words: string;
}

/** Lying bars from 0 to 100 %, in the order of the townships. Colours are the page's own tokens. */
export function shareBars(bars: readonly ShareBar[]): ChartOptions {
  return {
    animation: false,
    grid: { left: 0, right: 76, top: 4, bottom: 0, containLabel: true },
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
      data: bars.map(({ name }) => name),
      axisLabel: font,
      axisLine: { lineStyle: { color: 'var(--line2)' } },
      axisTick: { show: false },
    },
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
          ...font,
          formatter: ({ dataIndex }) => bars[dataIndex]?.words ?? '',
        },
      },
    ],
  };
}
