import { useTownshipOptions } from '../lib/register-options.ts';
import { useText } from '../locales/use-text.ts';
import { FilterSelect } from './filter-bar.tsx';

interface FilterTownshipProps {
  /** The township's id. */
  value: string | undefined;
  onChange: (id: string | null) => void;
}

/** One of the district's townships as a filter. */
export function FilterTownship({ value, onChange }: FilterTownshipProps) {
  return (
    <FilterSelect
      label={useText().ui.township}
      options={useTownshipOptions()}
      value={value}
      onChange={onChange}
      width={170}
      searchable
    />
  );
}
