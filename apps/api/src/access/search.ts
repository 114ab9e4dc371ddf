import { seenCadres } from './cadres.ts';
import type { Entries, ListEntry } from './entry.ts';
import { seenUnits } from './units.ts';
import { seenVillages } from './villages.ts';
import { type Person, people } from './world.ts';

const field = (Object.keys(people) as Person[]).filter(
  (person) => person !== 'admin' && person !== 'auditor',
);
const found = (named: string, q: string, rows: ListEntry['rows']): ListEntry => ({
  ...{ kind: 'list', named, query: () => ({ q }), rows },
});

export const searchEntries: Entries = {
  search: [
    found('people', '欧', seenCadres),
    found('villages', '村', seenVillages),
    found('units', '区', (world) => seenUnits(world).filter(({ name }) => name.startsWith('区'))),
  ],
  listRegions: {
    kind: 'list',
    rows: ({ district }) =>
      Object.values(district.townships).map((mark) => ({ mark, seenBy: field })),
  },
};
