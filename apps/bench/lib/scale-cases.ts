/** `path` says `:batch` where each office has its own. */
interface Case {
  name: string;
  path: string;
}

/** By one character, by a whole name, by initials, by a piece of a word. */
const searches = ['王', '王伟', 'zw', '镇'];

const lists = [
  {
    name: 'cadres',
    query: 'batchId=:batch',
    sorts: ['name', 'unit', 'bornOn', 'joinedOn', 'rank'],
  },
  {
    name: 'villages',
    query: 'batchId=:batch',
    sorts: [
      ...['name', 'code', 'township', 'households', 'population', 'partyMembers'],
      'operatingIncome',
    ],
  },
  { name: 'assignments', query: 'on=2016-03-01', sorts: ['village', 'unit', 'name', 'startsOn'] },
];

/** Every list in every order it has, both ways, and searched. */
export const scaleCases: Case[] = lists.flatMap(({ name, query, sorts }) => [
  ...sorts.flatMap((sort) =>
    [sort, `-${sort}`].map((order) => ({
      name: `${name} by ${order}`,
      path: `/api/${name}?${query}&sort=${order}`,
    })),
  ),
  ...searches.map((q) => ({
    name: `${name} with ${q}`,
    path: `/api/${name}?${query}&q=${encodeURIComponent(q)}`,
  })),
]);
