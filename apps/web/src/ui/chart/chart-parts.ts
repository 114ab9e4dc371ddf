/** What every chart draws alike. Colours are the page's own tokens. */

export const chartFont = { fontSize: 11, color: 'var(--ink2)' };

/** In its corner above the bars, for reading only. */
export const chartLegend = {
  ...{ left: 0, top: 0, itemWidth: 10, itemHeight: 10 },
  textStyle: chartFont,
  selectedMode: false,
};

export function categoryAxis(names: readonly string[]) {
  return {
    type: 'category' as const,
    data: [...names],
    axisLabel: chartFont,
    axisLine: { lineStyle: { color: 'var(--line2)' } },
    axisTick: { show: false },
  };
}

/** Of lying bars, from the top down. */
export function lyingAxis(names: readonly string[]) {
  return { ...categoryAxis(names), inverse: true };
}

const splitLine = { lineStyle: { color: 'var(--line)' } };

/** Whole numbers. */
export const countAxis = {
  ...{ type: 'value' as const, minInterval: 1 },
  ...{ axisLabel: chartFont, splitLine },
};

/** From 0 to 100 %. */
export const shareAxis = {
  ...{ type: 'value' as const, min: 0, max: 100, interval: 25 },
  ...{ axisLabel: { ...chartFont, formatter: '{value}%' }, splitLine },
};
