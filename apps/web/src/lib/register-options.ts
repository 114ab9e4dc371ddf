import { queryOptions, useQuery } from '@tanstack/react-query';
import { listRegions } from '@xuanpai/contracts/regions';
import { listUnits } from '@xuanpai/contracts/units';
import { listVillages } from '@xuanpai/contracts/villages';
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

const most = 200;

/** Every village within reach, page after page: 189 in the sample district. */
const villagesQuery = queryOptions({
  queryKey: ['villages', 'options'],
  queryFn: async ({ signal }) => {
    const read = (page: number) => call(listVillages, { query: { pageSize: most, page }, signal });
    const first = await read(1);
    const others = Array.from({ length: Math.ceil(first.total / most) - 1 }, (_, at) => at + 2);
    const rest = await Promise.all(others.map(read));
    return [first, ...rest].flatMap(({ items }) => items);
  },
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

/** The villages within reach by code, with their townships, to choose from. */
export function useVillageOptions(): Option[] {
  const { data } = useQuery({ ...villagesQuery, enabled: useCan('villages.read') });
  return (
    data?.map(({ id, name, townshipName }) => ({ value: id, label: `${townshipName} ${name}` })) ??
    []
  );
}
