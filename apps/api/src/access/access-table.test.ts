import { resolve } from 'node:path';
import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { declaredEndpoints, nameOf, rolesOf } from './declared.ts';
import { documentOf } from './document.ts';
import { entries, entriesOf } from './entries.ts';
import type { RowEntry } from './entry.ts';
import { type Person, people, startWorld, type World } from './world.ts';

const endpoints = await declaredEndpoints();
/** Ends everybody's sessions: called last. */
const last = 'logoutEverywhere';
/** Lists before there is much to list, which each writing endpoint adds to. */
const rankOf = ({ id, method, path }: EndpointShape) =>
  id === last ? 2 : method === 'GET' && !path.endsWith(':id') ? 0 : 1;
const inOrder = endpoints.toSorted((a, b) => rankOf(a) - rankOf(b));
const persons = Object.keys(people) as Person[];
const onePerRole = persons.filter((person) => person !== 'officer2');

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.district.office.close());

test('every endpoint has an entry, and every entry an endpoint', () => {
  expect(Object.keys(entries).sort()).toEqual(endpoints.map(({ id }) => id).sort());
});

test('an endpoint with a row in its path says whose rows each of its roles reaches', () => {
  for (const endpoint of endpoints) {
    const all = entriesOf(endpoint.id);
    const kinds = all.map(({ kind }) => kind);
    if (endpoint.path.includes(':')) expect(kinds, nameOf(endpoint)).not.toContain('whole');
    const [first] = all.filter((entry): entry is RowEntry => entry.kind === 'row');
    if (!first || (kinds.length > 1 && kinds[0] !== 'row')) continue;
    const { all: every = [], own = [], none = [] } = first.reach;
    const said = [...every, ...own, ...none];
    expect(said.toSorted(), nameOf(endpoint)).toEqual([...rolesOf(endpoint)].sort());
  }
});

test.each(inOrder.map((endpoint) => [nameOf(endpoint), endpoint] as const))(
  '%s',
  async (_, endpoint: EndpointShape) => {
    for (const entry of entriesOf(endpoint.id)) {
      for (const person of rolesOf(endpoint).length > 1 ? persons : onePerRole) {
        const named = 'named' in entry ? entry.named : '';
        for (const { what, expected, found } of await cellsOf(world, endpoint, entry, person)) {
          expect(found, `${person}, ${what} (${named})`).toBe(expected);
        }
      }
    }
  },
);

test('docs/access.md is the table as it is', async () => {
  const file = resolve(import.meta.dirname, '../../../../docs/access.md');
  await expect(await documentOf(world, endpoints)).toMatchFileSnapshot(file);
});
