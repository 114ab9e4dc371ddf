import type { BallotChange, BallotContent } from '@xuanpai/contracts/ballots';
import type { VoterGroup } from '@xuanpai/contracts/evaluation-words';
import type { Tx } from '@xuanpai/database/transaction';
import {
  ballotCells,
  cellOf,
  contentState,
  emptyContent,
  isShown,
  withCell,
} from '@xuanpai/domain/evaluation/ballots';
import { groupBy } from '@xuanpai/domain/group-by';
import type { Actor } from '../actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../api-error.ts';
import { record } from '../audit.ts';
import { type BallotFacts, type PersonRow, readBallotFacts } from './ballot-facts.ts';
import type { BallotRow } from './ballot-rows.ts';
import { isSeen } from './ballot-sheet.ts';
import { type ChangedPlace, cellsChanged } from './cells-changed.ts';
import { checkUnderWay, type EntryRound } from './entry-reach.ts';
import { keepLine } from './keep-line.ts';
import { takeCount } from './take-count.ts';

/**
 * Writes cells that are still what they were, all of them or none. Throws `notFound` for somebody out of
 * reach, `conflict` where nothing may be entered any more, `invalid` with every fault, `cellsChanged` with
 * every cell that is another by now. Gives the villages touched.
 */
export async function writeBallots(
  tx: Tx,
  actor: Actor,
  round: EntryRound,
  changes: readonly BallotChange[],
): Promise<string[]> {
  checkUnderWay(round);
  const personIds = [...new Set(changes.map(({ personId }) => personId))].sort();
  const villageIds = await holdPeople(tx, round.id, personIds);
  const facts = await readBallotFacts(tx, actor, round, { villageIds, toEnter: true });
  const people = new Map(facts.people.map((one) => [one.personId, one]));
  const touched = personIds.map((id) => {
    const person = people.get(id);
    if (!person) throw notFound();
    return person;
  });
  checkEntering(touched);
  checkCells(changes, round.questions.length);
  const passes = new Map<string, 1 | 2>();
  for (const villageId of [...new Set(touched.map((one) => one.villageId))].sort()) {
    passes.set(villageId, await takeCount(tx, actor, facts, villageId));
  }
  const passOf = (personId: string) => passes.get(people.get(personId)?.villageId ?? '') ?? 1;
  const written = applyChanges(facts, actor, changes, passOf);
  for (const line of written) await keepLine(tx, actor, round, line);
  for (const person of touched) note(tx, facts, person, written);
  return [...passes.keys()];
}

/** Holds people, so that nobody proposes a grade meanwhile; gives their villages. */
export async function holdPeople(tx: Tx, roundId: string, ids: string[]): Promise<string[]> {
  const held = await tx.$queryRaw<{ villageId: string }[]>`
    SELECT village_id::text AS "villageId" FROM evaluation_person
    WHERE round_id = ${roundId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  if (held.length < ids.length) throw notFound();
  return [...new Set(held.map(({ villageId }) => villageId))];
}

/** Throws `conflict` for those whose grade is proposed already. */
export function checkEntering(people: readonly PersonRow[]): void {
  const past = people.filter(({ state }) => state !== 'entering').map(({ name }) => name);
  if (past.length === 0) return;
  throw new ApiError('conflict', {
    detail: {
      zh: `${past.join('、')}已提等次建议，要改计票请先撤回建议。`,
      en: `${past.join(', ')}: a grade is proposed; withdraw it before ballots are changed.`,
    },
  });
}

function checkCells(changes: readonly BallotChange[], questions: number): void {
  const cells = new Set(ballotCells(questions));
  const faults = changes
    .filter(({ cell }) => !cells.has(cell))
    .map((change): Fault => ({ path: pathOf(change), ...notAsked }));
  if (faults.length > 0) throw invalid(faults);
}

export interface WrittenLine {
  personId: string;
  group: VoterGroup;
  pass: 1 | 2;
  before: BallotRow | null;
  after: BallotContent;
}

function applyChanges(
  facts: BallotFacts,
  actor: Actor,
  changes: readonly BallotChange[],
  passOf: (personId: string) => 1 | 2,
): WrittenLine[] {
  const lines = new Map<string, WrittenLine>();
  const changed: ChangedPlace[] = [];
  const hidden: Fault[] = [];
  for (const [key, ofLine] of groupBy(changes, ({ personId, group }) => `${personId}/${group}`)) {
    const [first] = ofLine;
    if (!first) continue;
    const { personId, group } = first;
    const pass = passOf(personId);
    const row = facts.lines.find(
      (one) => one.personId === personId && one.group === group && one.pass === pass,
    );
    const before = row ?? null;
    const questions = facts.round.questions.length;
    const isOpen = before === null || isSeen(before, actor, facts.least);
    // What somebody doesn't see they may only enter as a whole, in the place of what is there.
    if (!isOpen && !coversLine(ofLine, questions)) hidden.push({ path: key, ...notSeen });
    const from = before && isOpen ? before.content : emptyContent(questions);
    let after = from;
    for (const change of ofLine) {
      const now = cellOf(after, change.cell) ?? null;
      if (now === change.is) continue;
      if (now === change.was) after = withCell(after, change.cell, change.is);
      else {
        const texts = { was: textOf(change.was), is: textOf(now) };
        changed.push({ path: pathOf(change), ...texts, by: before?.byName ?? null });
      }
    }
    if (after !== from || !isOpen) lines.set(key, { personId, group, pass, before, after });
  }
  if (hidden.length > 0) throw invalid(hidden);
  if (changed.length > 0) throw cellsChanged(changed);
  return [...lines.values()];
}

function coversLine(changes: readonly BallotChange[], questions: number): boolean {
  const cells = new Set(changes.filter(({ is }) => is !== null).map(({ cell }) => cell));
  return ballotCells(questions).every((cell) => cells.has(cell));
}

const pathOf = ({ personId, group, cell }: BallotChange) => `${personId}/${group}/${cell}`;
const textOf = (value: number | null) => (value === null ? null : String(value));

/**
 * One entry a person for lines that are whole or were; until then they are drafts, which say whose they are.
 * Of groups with few valid ballots the log keeps no figures either (E2).
 */
function note(
  tx: Tx,
  { least }: BallotFacts,
  { personId, name, villageName }: PersonRow,
  all: readonly WrittenLine[],
): void {
  const written = all.filter(
    (line) =>
      line.personId === personId &&
      [line.before?.content, line.after].some((one) => one && contentState(one) === 'whole'),
  );
  if (written.length === 0) return;
  const isOpen = (line: WrittenLine) =>
    isShown(line.after, least) && (line.before === null || isShown(line.before.content, least));
  const side = (of: (line: WrittenLine) => BallotContent | null) =>
    Object.fromEntries(
      written.map((line) => [
        line.pass === 1 ? line.group : `${line.group}.2`,
        isOpen(line) ? JSON.stringify(of(line)) : null,
      ]),
    );
  record(tx, {
    ...{ action: 'ballot.enter', entity: 'ballots', entityId: personId },
    params: {
      ...{ name, village: villageName, groups: written.length },
      whole: written.filter(({ after }) => contentState(after) === 'whole').length,
    },
    changes: [
      {
        ...{ entity: 'ballots', entityId: personId },
        before: side(({ before }) => before?.content ?? null),
        after: side(({ after }) => after),
      },
    ],
  });
}

const notAsked = {
  code: 'notAsked',
  message: { zh: '测评票上没有这一项。', en: 'The ballot has no such place.' },
};
const notSeen = {
  code: 'fewBallots',
  message: {
    zh: '这一组有效票少，只有录入人看得到。',
    en: 'The group has few valid ballots: only who entered them sees them.',
  },
  remedy: {
    zh: '要改请由录入人改，或把这一组整行重新录入。',
    en: 'Whoever entered them changes them, or the whole line is entered anew.',
  },
};
