import type { BarSeriesOption } from 'echarts/charts';
import type { ChartOptions } from '../../../ui/chart/chart.tsx';

export interface BarSeries {
  name: string;
  /** One for each category. */
  values: readonly number[];
}

export interface Bars {
  categories: readonly string[];
  series: readonly BarSeries[];
}

/**
 * Colours by the page's own tokens, so that light, dark and print follow without drawing anew; the
 * fourth is hollow, which paper shows too.
 */
const looks = [
  { fill: 'var(--s3)', edge: 'var(--bg)', words: 'var(--on-s3)' },
  { fill: 'var(--s2)', edge: 'var(--bg)', words: 'var(--on-s2)' },
  { fill: 'var(--s1)', edge: 'var(--bg)', words: 'var(--on-s1)' },
  { fill: 'var(--bg)', edge: 'var(--ink2)', words: 'var(--ink)' },
] as const;

/** The first of two beside each other takes the strongest colour: 区直, then 镇街. */
const strongest = 2;

const font = { fontSize: 11, color: 'var(--ink2)' };
const line = { lineStyle: { color: 'var(--line2)' } };

/** Lying bars of parts, each with its number; the categories from the top down. */
export function stackedBars({ categories, series }: Bars): ChartOptions {
  return {
    animation: false,
    grid: { left: 0, right: 12, top: 30, bottom: 0, containLabel: true },
    legend: {
      left: 0,
      top: 0,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: font,
      selectedMode: false,
    },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: font,
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...categories],
      axisLabel: font,
      axisLine: line,
      axisTick: { show: false },
    },
    series: series.map((one, at) => ({
      ...seriesOf(one, at),
      // Nobody is no bar: its edge would be a line at the end of the others.
      data: one.values.map((value) => (value === 0 ? null : value)),
      stack: 'all',
      barWidth: 16,
    })),
  };
}

/** Two standing bars beside each other, their numbers above. */
export function groupedBars({ categories, series }: Bars): ChartOptions {
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 44, bottom: 0, containLabel: true },
    legend: {
      left: 0,
      top: 0,
      itemWidth: 10,
      itemHeight: 10,
      textStyle: font,
      selectedMode: false,
    },
    xAxis: {
      type: 'category',
      data: [...categories],
      axisLabel: font,
      axisLine: line,
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: font,
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    series: series.map((one, at) => ({
      ...seriesOf(one, strongest - at),
      barMaxWidth: 28,
      label: { show: true, position: 'top', ...font },
    })),
  };
}

function seriesOf({ name, values }: BarSeries, at: number): BarSeriesOption {
  const look = looks[at % looks.length] ?? looks[0];
  return {
    type: 'bar',
    name,
    data: [...values],
    silent: true,
    emphasis: { disabled: true },
    itemStyle: { color: look.fill, borderColor: look.edge, borderWidth: 1 },
    label: {
      show: true,
      fontSize: 11,
      color: look.words,
      formatter: ({ value }) => (Number(value) > 0 ? String(value) : ''),
    },
  };
}
