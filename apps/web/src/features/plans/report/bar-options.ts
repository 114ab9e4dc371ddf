import type { BarSeriesOption } from 'echarts/charts';
import type { ChartOptions } from '../../../ui/chart/chart.tsx';
import {
  categoryAxis,
  chartFont,
  chartLegend,
  countAxis,
  lyingAxis,
} from '../../../ui/chart/chart-parts.ts';

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

/** Lying bars of parts, each with its number; the categories from the top down. */
export function stackedBars({ categories, series }: Bars): ChartOptions {
  return {
    animation: false,
    grid: { left: 0, right: 12, top: 30, bottom: 0, containLabel: true },
    legend: chartLegend,
    xAxis: countAxis,
    yAxis: lyingAxis(categories),
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
    legend: chartLegend,
    xAxis: categoryAxis(categories),
    yAxis: countAxis,
    series: series.map((one, at) => ({
      ...seriesOf(one, strongest - at),
      barMaxWidth: 28,
      label: { show: true, position: 'top', ...chartFont },
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
