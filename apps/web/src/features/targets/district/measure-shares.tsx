import { useMemo } from 'react';
import { useDay } from '../../../lib/day.ts';
import { useText } from '../../../locales/use-text.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import type { GridVillage, TargetGrid } from '../values.ts';
import { shareBars } from './share-bars.ts';
import { sharesOf, statesOf } from './shares.ts';
import { SharesTable } from './shares-table.tsx';

interface MeasureSharesProps {
  villages: readonly GridVillage[];
  measures: TargetGrid['measures'];
}

/** Of the villages that have a measure how many reached it, are on course, are behind. */
export function MeasureShares({ villages, measures }: MeasureSharesProps) {
  const text = useText().targets;
  const { day } = useDay();
  const rows = useMemo(
    () =>
      measures
        .map(({ key, name }) =>
          sharesOf(
            key,
            name,
            villages.flatMap((village) => statesOf(village, day, key)),
          ),
        )
        .filter(({ of }) => of > 0),
    [villages, measures, day],
  );
  const options = useMemo(() => shareBars(rows), [rows]);
  return (
    <>
      <Chart
        label={text.measureChart(day)}
        options={options}
        height={rows.length * 20 + 50}
        picture={`${text.byMeasure} ${day}`}
      />
      <SharesTable label={text.byMeasure} title={text.measure} rows={rows} />
    </>
  );
}
