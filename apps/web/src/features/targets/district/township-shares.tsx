import { useMemo } from 'react';
import { useDay } from '../../../lib/day.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { Link } from '../../../ui/link.tsx';
import type { GridVillage } from '../values.ts';
import { shareBars } from './share-bars.ts';
import { sharesOf, statesOf } from './shares.ts';
import { SharesTable } from './shares-table.tsx';

/** Of the measures of each township's villages how many are reached, on course, behind. */
export function TownshipShares({ villages }: { villages: readonly GridVillage[] }) {
  const text = useText().targets;
  const { day } = useDay();
  const rows = useMemo(() => {
    const names = new Map(
      villages.map(({ townshipId, townshipName }) => [townshipId, townshipName]),
    );
    return [...names].map(([id, name]) => {
      const own = villages.filter(({ townshipId }) => townshipId === id);
      return sharesOf(
        id,
        name,
        own.flatMap((village) => statesOf(village, day)),
      );
    });
  }, [villages, day]);
  const options = useMemo(() => shareBars(rows), [rows]);
  return (
    <>
      <Chart
        label={text.townshipChart(day)}
        options={options}
        height={rows.length * 24 + 50}
        picture={`${text.byTownship} ${day}`}
      />
      <SharesTable
        label={text.byTownship}
        title={text.township}
        rows={rows}
        name={({ key, name }) => <Link to={linkTo.targetTownship(key)}>{name}</Link>}
      />
    </>
  );
}
