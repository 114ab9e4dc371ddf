import { fillEntries, sortTiers } from './lib/evaluation-fill.ts';
import { fillPosts } from './lib/fill.ts';
import { median } from './lib/load.ts';
import { startOffice } from './lib/office.ts';
import { reading, turns } from './lib/readings.ts';
import { printTable } from './lib/table.ts';
import { askEverything, fillReports } from './lib/target-fill.ts';

interface Round {
  id: string;
  version: number;
}

interface PeopleSheet {
  items: {
    id: string;
    parts: {
      suggestedGrade: string | null;
      attendance: object | null;
      marks: { ballots: string };
    } | null;
  }[];
}

interface Teams {
  unassigned: { id: string }[];
  evaluators: { id: string }[];
}

const office = await startOffice(undefined, { TODAY: '2017-01-10' });
await fillPosts(office.pool);
await sortTiers(office.pool);
await askEverything(office.pool);
await fillReports(office.pool, 1);
const [{ id: batchId = '' } = {}] = (
  await office.pool.query<{ id: string }>('SELECT id FROM batch ORDER BY created_at LIMIT 1')
).rows;
const round = await openRound();
await fillEntries(office.pool, round.id);
const path = `/api/evaluations/${round.id}`;
const { items } = await office.get<PeopleSheet>(`${path}/people`);
const complete = items.filter(
  ({ parts }) => parts?.suggestedGrade && parts.attendance && parts.marks.ballots === 'done',
);
const [person] = complete;
const measured = [
  await reading(
    office,
    `the round’s sheet, ${items.length} people, ${complete.length} with all parts`,
    `${path}/people`,
  ),
  await reading(office, 'one person with all facts', `/api/evaluation-people/${person?.id}`),
  await reading(office, 'teams and their progress', `${path}/teams`),
];
printTable(
  'A round of evaluation at the server, milliseconds',
  ['request', 'kB', 'median', '99 of 100'],
  measured.map(({ name, bytes, all }) => [
    ...[name, Math.round(bytes / 1000), median(all).toFixed(1)],
    (all.toSorted((a, b) => a - b).at(-1) ?? 0).toFixed(1),
  ]),
  `Medians of ${turns} requests one after the other, from the request to the last byte of the reply.`,
);
await office.close();

/** Last year's round with a team for everything. */
async function openRound(): Promise<Round> {
  const body = { batchId, kind: 'annual', year: 2016 };
  const draft = await office.post<Round>('/api/evaluations', body, 'office');
  const { id, version } = draft;
  const opened = await office.post<Round>(`/api/evaluations/${id}/open`, { version }, 'office');
  const { unassigned, evaluators } = await office.get<Teams>(`/api/evaluations/${id}/teams`);
  const memberIds = evaluators.slice(0, 1).map((one) => one.id);
  const villageIds = unassigned.map((village) => village.id);
  const team = { name: '第一组', memberIds, villageIds };
  await office.post(`/api/evaluations/${id}/teams`, team, 'office');
  return opened;
}
