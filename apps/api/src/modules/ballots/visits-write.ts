import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { VoterGroup } from '@xuanpai/contracts/evaluation-words';
import { plainDateSchema } from '@xuanpai/contracts/values';
import type { saveVisit, VisitChange } from '@xuanpai/contracts/visits';
import type { Tx } from '@xuanpai/database/transaction';
import { visitGaps } from '@xuanpai/domain/evaluation/visits';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { type ChangedPlace, cellsChanged } from '../../lib/evaluation/cells-changed.ts';
import {
  checkUnderWay,
  type EntryRound,
  enteredPeople,
  readEntryRound,
} from '../../lib/evaluation/entry-reach.ts';
import { rows, runnerOf, sql } from '../../lib/sql.ts';
import { writeAs } from '../../lib/write.ts';
import { keepWritten, readWritten, type Written } from './visits-keep.ts';

interface Village {
  id: string;
  villageId: string;
}

/**
 * Keeps what was typed of a visit, all of it or none. Throws `notFound`, `conflict` once nobody there is
 * being entered any more, `invalid` with every fault, `cellsChanged` with every place that is another by now.
 */
export function save(
  deps: Deps,
  actor: Actor,
  village: Village,
  { changes }: BodyOf<typeof saveVisit>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const round = await readEntryRound(runnerOf(tx), village.id);
    const { name, people } = await readPeople(tx, actor, village);
    checkUnderWay(round);
    checkOpen(people);
    refuseWrong(changes, { round, people, today: deps.today() });
    const { visitId, version } = await holdVisit(tx, actor, village);
    const { before, authors } = await readWritten(tx, visitId);
    const after = applied(changes, before, authors);
    if (after.size === 0) return;
    await keepWritten(tx, actor, visitId, after);
    const whole = new Map([...before, ...after]);
    const done = gapsOf(before) > 0 && gapsOf(whole) === 0;
    if (!done && isTyping(before, after)) return;
    const places = done ? whole : after;
    record(tx, {
      ...{ action: 'visit.enter', entity: 'evaluationVisit', entityId: visitId },
      params: { name, places: places.size },
      changes: [
        {
          ...{ entity: 'evaluationVisit', entityId: visitId, versionAfter: version + 1 },
          before: done ? null : logged(places, (key) => before.get(key) ?? null),
          after: logged(places, (key) => places.get(key) ?? null),
        },
      ],
    });
  });
}

/**
 * Whether a visit that was begun is only written on: it isn't whole yet, or no more than opinions changed,
 * which say themselves whose they are. The log has its beginning, its first whole state, and every change
 * after that.
 */
function isTyping(before: Written, after: Written): boolean {
  const begun = [...before.values()].some((text) => text !== null);
  const opinionsOnly = [...after.keys()].every((key) => key.startsWith('opinion/'));
  return begun && (opinionsOnly || gapsOf(before) > 0);
}

function gapsOf(places: Written): number {
  const text = (key: string) => places.get(key) ?? null;
  const count = (group: VoterGroup) => {
    const came = text(`present/${group}`);
    return came === null ? null : Number(came);
  };
  return visitGaps({
    ...{ heldOn: text('heldOn'), place: text('place'), host: text('host') },
    ...{ recorder: text('recorder'), teller: text('teller'), scrutineer: text('scrutineer') },
    present: {
      villageCommittees: count('villageCommittees'),
      partyMembers: count('partyMembers'),
      representatives: count('representatives'),
      townshipCadres: count('townshipCadres'),
    },
  }).length;
}

/** Opinions are for the minutes, not for the log. */
function logged(places: Written, of: (key: string) => string | null) {
  const keys = [...places.keys()];
  return Object.fromEntries(
    keys.map((key) => [key, key.startsWith('opinion/') ? null : of(key)] as const),
  );
}

async function readPeople(tx: Tx, actor: Actor, { id, villageId }: Village) {
  const people = await rows<{ id: string; state: string; villageName: string }>(
    runnerOf(tx),
    sql`SELECT p.id::text, p.state::text, v.name AS "villageName" FROM evaluation_person p
      JOIN village v ON v.id = p.village_id
      WHERE ${enteredPeople(actor, id, 'ballots.enter')} AND p.village_id = ${villageId}::uuid ORDER BY p.id`,
  );
  const [first] = people;
  if (!first) throw notFound();
  return { name: first.villageName, people };
}

function checkOpen(people: readonly { state: string }[]): void {
  if (people.some(({ state }) => state === 'entering')) return;
  throw new ApiError('conflict', {
    detail: {
      zh: '这个村的人都已提等次建议，座谈记录不能再改。',
      en: 'Grades are proposed for everybody here; the minutes stay as they are.',
    },
  });
}

interface Judged {
  round: EntryRound;
  people: readonly { id: string; state: string }[];
  today: string;
}

function refuseWrong(changes: readonly VisitChange[], { round, people, today }: Judged): void {
  const faults: Fault[] = [];
  for (const change of changes) {
    const path = pathOf(change);
    if (change.field === 'heldOn' && change.is !== null) {
      const fault = dayFault(change.is, round, today);
      if (fault) faults.push({ path, ...fault });
    }
    if (change.field !== 'opinion') continue;
    const person = people.find(({ id }) => id === change.personId);
    if (!person) throw notFound();
    if (person.state !== 'entering') faults.push({ path, ...proposed });
  }
  if (faults.length > 0) throw invalid(faults);
}

function dayFault(text: string, { startsOn }: EntryRound, today: string) {
  const day = plainDateSchema.safeParse(text);
  if (!day.success) return notADay;
  if (day.data > today) return ahead;
  return day.data < startsOn ? tooEarly : null;
}

/** The visit, held; made where nothing was written before. */
async function holdVisit(tx: Tx, actor: Actor, { id, villageId }: Village) {
  await tx.evaluationVisit.createMany({
    data: [
      {
        ...{ roundId: id, villageId },
        ...{ enteredById: actor.userId, enteredByName: actor.name },
      },
    ],
    skipDuplicates: true,
  });
  const [row] = await tx.$queryRaw<{ visitId: string; version: number }[]>`
    SELECT id::text AS "visitId", version FROM evaluation_visit
    WHERE round_id = ${id}::uuid AND village_id = ${villageId}::uuid FOR UPDATE`;
  if (!row) throw notFound();
  return row;
}

/** What is another than before. */
function applied(changes: readonly VisitChange[], before: Written, authors: Written): Written {
  const after: Written = new Map();
  const changed: ChangedPlace[] = [];
  for (const change of changes) {
    const path = pathOf(change);
    const now = after.has(path) ? (after.get(path) ?? null) : (before.get(path) ?? null);
    const [was, is] = [textOf(change.was), textOf(change.is)];
    if (now === is) continue;
    if (now === was) after.set(path, is);
    else changed.push({ path, was, is: now, by: authors.get(path) ?? null });
  }
  if (changed.length > 0) throw cellsChanged(changed);
  return after;
}

function pathOf(change: VisitChange): string {
  if (change.field === 'present') return `present/${change.group}`;
  if (change.field === 'opinion') return `opinion/${change.personId}/${change.question}`;
  return change.field;
}

const textOf = (value: string | number | null) => (value === null ? null : String(value));

const notADay = {
  code: 'dayMalformed',
  message: { zh: '请按2016-01-12的写法填日期。', en: 'Write the day as 2016-01-12.' },
};
const ahead = {
  code: 'ahead',
  message: { zh: '座谈日期晚于今天。', en: 'The day lies ahead.' },
};
const tooEarly = {
  code: 'beforeRound',
  message: { zh: '座谈日期早于考核年度。', en: 'The day is before what is evaluated.' },
};
const proposed = {
  code: 'proposed',
  message: { zh: '已提等次建议，意见不能再改。', en: 'The grade is proposed; opinions stay.' },
};
