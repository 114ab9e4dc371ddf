import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { parseWorkbook } from '../lib/sheet/parse-workbook.ts';
import { multipart } from '../seed/sample-district.ts';
import type { TestReply } from '../testing.ts';
import { rolesOf } from './declared.ts';
import type { Entry, Ids, ListEntry, RowEntry, Sent } from './entry.ts';
import { nobody, ownersFor, type Person, people, type World } from './world.ts';

/** A cell of the table as it should be and as it was: `own 200`, `foreign 404`. */
export interface Cell {
  what: string;
  expected: string;
  found: string;
}

/** Calls everything that an entry says about a person. */
export async function cellsOf(
  world: World,
  endpoint: EndpointShape,
  entry: Entry,
  person: Person,
): Promise<Cell[]> {
  const caller: Caller = { world, endpoint, person };
  const allowed = rolesOf(endpoint).includes(people[person]);
  switch (entry.kind) {
    case 'row':
      return allowed ? rowCells(caller, entry) : forbiddenRow(caller, entry);
    case 'list':
      return allowed
        ? listCells(caller, entry)
        : [forbidden(await ask(caller, pathOf(world, entry)))];
    default: {
      const reply = await ask(caller, {}, await entry.sent?.(world));
      return [allowed ? reached('all', reply, entry.reached) : forbidden(reply)];
    }
  }
}

interface Caller {
  world: World;
  endpoint: EndpointShape;
  person: Person;
}

const pathOf = (world: World, entry: ListEntry) => entry.path?.(world) ?? {};

async function rowCells(caller: Caller, entry: RowEntry): Promise<Cell[]> {
  const { world, person } = caller;
  const role = people[person];
  const { own, foreign } = ownersFor(person);
  const { reach, key = 'id', missingId = nobody, reached: others } = entry;
  const reaches = (which: keyof typeof reach) => reach[which]?.includes(role) ?? false;
  if (!reaches('all') && !reaches('own') && !reaches('none')) return [];
  const call = async (ids: Ids) => ask(caller, ids, await entry.sent?.(ids, world));
  const first = await entry.row(world, own, person);
  const absent = entry.missing ?? 404;
  const missing = await call({ ...first, [key]: missingId });
  const cells = [
    status('missing', absent, missing),
    reaches('none')
      ? status('own', absent, await call(first))
      : reached('own', await call(first), others),
  ];
  if (!foreign) return cells;
  const theirs = await call(await entry.row(world, foreign, person));
  if (reaches('all')) return [...cells, reached('foreign', theirs, others)];
  const same = { what: 'foreign as missing', expected: answer(missing), found: answer(theirs) };
  return [...cells, status('foreign', absent, theirs), same];
}

const refusedOn = new WeakMap<RowEntry, Ids>();

async function forbiddenRow(caller: Caller, entry: RowEntry): Promise<Cell[]> {
  const { own } = ownersFor(caller.person);
  // Refused unread: one row serves for all who may not call.
  const ids = refusedOn.get(entry) ?? (await entry.row(caller.world, own, caller.person));
  refusedOn.set(entry, ids);
  const { key = 'id', missingId = nobody } = entry;
  const cells: Cell[] = [];
  for (const one of [ids, { ...ids, [key]: missingId }]) {
    cells.push(forbidden(await ask(caller, one, await entry.sent?.(one, caller.world))));
  }
  return cells;
}

/** Of the rows that are known, exactly those come back that the person is to see. */
async function listCells(caller: Caller, entry: ListEntry): Promise<Cell[]> {
  const { world, person } = caller;
  const rows = await entry.rows(world);
  const query = entry.query?.(world) ?? {};
  const reply = await ask(caller, pathOf(world, entry), { query });
  const text = await textOf(reply);
  const marks = (keep: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(keep)
      .map(({ mark }) => mark)
      .join(' ');
  return [
    status('list', 200, reply),
    {
      what: 'rows',
      expected: marks(({ seenBy }) => seenBy.includes(person)),
      found: marks(({ mark }) => text.includes(mark)),
    },
  ];
}

async function textOf({ raw, headers }: TestReply): Promise<string> {
  if (!String(headers['content-type']).includes('spreadsheet')) return raw.toString();
  const { sheets } = await parseWorkbook(raw, 'a.xlsx');
  return JSON.stringify(sheets.map(({ rows }) => rows.map((row) => row.map(({ text }) => text))));
}

const status = (what: string, expected: number, reply: TestReply): Cell => ({
  what,
  expected: String(expected),
  found: reply.status === expected ? String(expected) : told(reply),
});
const answer = ({ body: { requestId: _, ...body } }: TestReply) => JSON.stringify(body);
const forbidden = (reply: TestReply) => status('any', 403, reply);

function reached(what: string, reply: TestReply, others: readonly number[] = []): Cell {
  const is = (reply.status >= 200 && reply.status < 300) || others.includes(reply.status);
  return { what, expected: 'reached', found: is ? 'reached' : told(reply) };
}

const told = ({ status, body }: TestReply) => `${status} ${JSON.stringify(body)?.slice(0, 300)}`;

async function ask({ world, endpoint, person }: Caller, ids: Ids, sent: Sent = {}) {
  const { office } = world.district;
  const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => ids[name] ?? nobody);
  const query = sent.query ? `?${new URLSearchParams(sent.query)}` : '';
  const form = sent.upload && multipart(sent.upload.fields, 'a.xlsx', sent.upload.bytes);
  const headers = form ? { 'content-type': form.type } : {};
  // Signing out would end the session that the rest of the table is called in.
  return office.as(endpoint.access === 'public' ? null : person).send({
    ...{ method: endpoint.method, url: path + query, headers },
    ...(form ? { payload: form.body } : sent.body ? { payload: sent.body } : {}),
  });
}
