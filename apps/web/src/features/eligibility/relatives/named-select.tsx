import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Select } from '../../../ui/select.tsx';
import { namedQuery } from './queries.ts';

interface NamedSelectProps {
  what: 'cadre' | 'village';
  /** From the form. */
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** A cadre or a village of the register, found by name as it is typed. */
export function NamedSelect({ what, ...field }: NamedSelectProps) {
  const [typed, setTyped] = useState('');
  const { data, isFetching } = useQuery(namedQuery(what, typed));
  return (
    <Select<string>
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      options={data ?? []}
    />
  );
}
