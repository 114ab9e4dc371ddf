import { useText } from '../locales/use-text.ts';
import { FilterDay } from './filter-day.tsx';

interface FilterDaysProps {
  filters: { from?: string | undefined; to?: string | undefined };
  setFilter: (name: 'from' | 'to', day: string | null) => void;
}

/** From a day to a day as a filter, either may be open. */
export function FilterDays({ filters, setFilter }: FilterDaysProps) {
  const text = useText().ui;
  return (
    <>
      <FilterDay
        label={text.fromDay}
        value={filters.from}
        onChange={(day) => setFilter('from', day)}
      />
      <FilterDay label={text.toDay} value={filters.to} onChange={(day) => setFilter('to', day)} />
    </>
  );
}
