import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { DescriptionList } from '../../../ui/description-list.tsx';

export function Totals({ report: { totals } }: { report: PlanReport }) {
  const text = useText().report;
  const { villages, district, township, city, districtPeople, townshipPeople } = totals;
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: text.villages, value: text.villagesOf(villages, district, township, city) },
        { term: text.people, value: text.peopleOf(districtPeople, townshipPeople) },
        { term: text.units, value: text.unitsOf(totals.units, totals.pairs) },
        {
          term: text.meanAge,
          value: totals.meanAge === null ? null : text.years(formatNumber(totals.meanAge, 1)),
        },
      ]}
    />
  );
}
