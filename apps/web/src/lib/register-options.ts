import { queryOptions, useQuery } from '@tanstack/react-query';
import { listRegions } from '@xuanpai/contracts/regions';
import { listUnits } from '@xuanpai/contracts/units';
import { call } from './api.ts';
import { useCan } from './can.tsx';

export interface Option {
  value: string;
  label: string;
}

const townshipsQuery = queryOptions({
  queryKey: ['regions', 'township'],
  queryFn: ({ signal }) => call(listRegions, { query: { level: 'township' }, signal }),
  staleTime: 300_000,
});

const unitsQuery = queryOptions({
  queryKey: ['units', 'options'],
  queryFn: ({ signal }) => call(listUnits, { query: { pageSize: 200, sort: 'name' }, signal }),
  staleTime: 60_000,
});

const optionOf = ({ id, name }: { id: string; name: string }): Option => ({
  value: id,
  label: name,
});

/** The townships of the district by code, to choose from. */
export function useTownshipOptions(): Option[] {
  const { data } = useQuery({ ...townshipsQuery, enabled: useCan('regions.read') });
  return data?.items.map(optionOf) ?? [];
}

/** The units within reach by name, to choose from. */
export function useUnitOptions(): Option[] {
  const { data } = useQuery({ ...unitsQuery, enabled: useCan('units.read') });
  return data?.items.map(optionOf) ?? [];
}
