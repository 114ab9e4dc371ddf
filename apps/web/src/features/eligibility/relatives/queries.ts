import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listCadres } from '@xuanpai/contracts/cadres';
import { listRelatives } from '@xuanpai/contracts/relatives';
import { listVillages } from '@xuanpai/contracts/villages';
import { call } from '../../../lib/api.ts';

export function relativesQuery(batchId: string, nominationId: string) {
  return queryOptions({
    queryKey: ['nominations', batchId, nominationId, 'relatives'],
    queryFn: ({ signal }) => call(listRelatives, { params: { id: batchId, nominationId }, signal }),
  });
}

const offered = 20;

/** Cadres or villages within reach whose name is like what was typed. */
export function namedQuery(what: 'cadre' | 'village', typed: string) {
  return queryOptions({
    queryKey: [what === 'cadre' ? 'cadres' : 'villages', 'named', typed],
    queryFn: async ({ signal }) => {
      const query = { pageSize: offered, ...(typed ? { q: typed } : {}) };
      if (what === 'village') {
        const { items } = await call(listVillages, { query, signal });
        return items.map(({ id, name, townshipName }) => ({
          value: id,
          label: `${name} ${townshipName}`,
        }));
      }
      const { items } = await call(listCadres, { query, signal });
      return items.map(({ id, name, unitName }) => ({ value: id, label: `${name} ${unitName}` }));
    },
    placeholderData: keepPreviousData,
  });
}
