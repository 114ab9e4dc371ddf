import type { reopenCounts, settleCounts } from '@xuanpai/contracts/ballots';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Tx } from '@xuanpai/database/transaction';
import {
  ballotFaults,
  differingCells,
  isShown,
  wholeContent,
} from '@xuanpai/domain/evaluation/ballots';
import { groupsPresent } from '@xuanpai/domain/evaluation/visits';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { type BallotFacts, presentAt, readBallotFacts } from '../../lib/evaluation/ballot-facts.ts';
import { bothFinished, isSeen, isWhole, passOf } from '../../lib/evaluation/ballot-sheet.ts';
import { checkEntering, holdPeople } from '../../lib/evaluation/ballot-write.ts';
import { checkUnderWay, readEntryRound } from '../../lib/evaluation/entry-reach.ts';
import { keepTally } from '../../lib/evaluation/keep-line.ts';
import { refuseTied } from '../../lib/evaluation/stepping-back.ts';
import { runnerOf, sql } from '../../lib/sql.ts';
import { writeAs } from '../../lib/write.ts';

interface Village {
  id: string;
  villageId: string;
}

/** Hands in the actor's count; with the second one, what both counted alike holds. */
export function finish(deps: Deps, actor: Actor, village: Village): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const facts = await hold(tx, actor, village);
    const own = passOf(facts.counts, actor);
    const mine = facts.counts.find(({ pass }) => pass === own);
    if (!mine) throw notYours();
    if (mine.finished) throw new ApiError('alreadyDone');
    const expected = groupsPresent({ present: presentAt(facts, village.villageId) });
    if (!isWhole(facts.lines, facts.people, own, expected)) throw notWhole();
    await tx.ballotCount.update({
      where: { roundId_villageId_pass: keyOf(village, mine.pass) },
      data: { finishedAt: new Date() },
    });
    const second = facts.counts.some(({ pass, finished }) => pass !== own && finished);
    if (second) await agree(tx, facts);
    note(tx, 'finish', village, facts, { pass: mine.pass });
  });
}

/** Lines that both counted alike hold. */
async function agree(tx: Tx, { lines }: BallotFacts): Promise<void> {
  for (const one of lines.filter(({ pass }) => pass === 1)) {
    const { personId, group } = one;
    const other = lines.find(
      (line) => line.personId === personId && line.group === group && line.pass === 2,
    );
    if (!other || differingCells(one.content, other.content).length > 0) continue;
    await tx.ballotTally.update({
      where: { personId_group_pass: { personId, group, pass: 1 } },
      data: { isFinal: true },
    });
  }
}

/** Says what holds where the two counts differ. All lines or none; every fault at once. */
export function settle(
  deps: Deps,
  actor: Actor,
  village: Village,
  { lines }: BodyOf<typeof settleCounts>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const facts = await hold(tx, actor, village);
    if (!bothFinished(facts.counts)) throw notBoth();
    checkEntering(facts.people);
    const faults: Fault[] = [];
    for (const { personId, group, content } of lines) {
      const path = `${personId}/${group}`;
      const own = facts.lines.filter((row) => row.personId === personId && row.group === group);
      const counting = passOf(facts.counts, actor) !== null;
      if (own.length === 0) throw notFound();
      const seen = counting || own.every((row) => isSeen(row, actor, facts.least));
      const whole = wholeContent(content);
      if (own.some(({ isFinal }) => isFinal)) faults.push({ path, ...nothingToSettle });
      else if (!seen) faults.push({ path, ...countersOnly });
      else if (!whole || content.answers.length !== facts.round.questions.length) {
        faults.push({ path, ...wanting });
      } else {
        const wrong = ballotFaults(content);
        faults.push(...wrong.map(({ cell, ...fault }) => ({ ...fault, path: `${path}/${cell}` })));
        if (wrong.length > 0) continue;
        const by = { enteredById: actor.userId, enteredByName: actor.name, enteredAt: new Date() };
        await keepTally(tx, { personId, group, pass: 3, isFinal: true }, whole, by);
      }
    }
    if (faults.length > 0) throw invalid(faults);
    note(tx, 'settle', village, facts, { lines: settledOf(facts, lines) });
  });
}

/** For the log: which lines, and figures only of those that may be shown. */
function settledOf(
  { least, people }: BallotFacts,
  lines: BodyOf<typeof settleCounts>['lines'],
): string[] {
  return lines.map(({ personId, group, content }) => {
    const name = people.find((one) => one.personId === personId)?.name ?? '';
    const { first, second, third, fourth, abstained } = content.figures;
    const figures = isShown(content, least)
      ? ` ${[first, second, third, fourth, abstained].join('/')}`
      : '';
    return `${name} ${group}${figures}`;
  });
}

/** Opens both counts; what each entered stays, what held is dropped. */
export function reopen(
  deps: Deps,
  actor: Actor,
  village: Village,
  { reason }: BodyOf<typeof reopenCounts>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { id: roundId, villageId } = village;
    const place = sql`p.round_id = ${roundId}::uuid AND p.village_id = ${villageId}::uuid`;
    await refuseTied(runnerOf(tx), actor, place);
    const facts = await hold(tx, actor, village, {});
    if (!bothFinished(facts.counts)) throw notBoth();
    checkEntering(facts.people);
    const personId = { in: facts.people.map((one) => one.personId) };
    await tx.ballotTally.deleteMany({ where: { personId, pass: 3 } });
    await tx.ballotTally.updateMany({ where: { personId }, data: { isFinal: false } });
    await tx.ballotCount.updateMany({
      where: { roundId, villageId },
      data: { finishedAt: null },
    });
    note(tx, 'reopen', village, facts, { reason });
  });
}

/** The village's people and counts, held. Throws `notFound`, or `conflict` in a round counted once. */
async function hold(
  tx: Tx,
  actor: Actor,
  { id, villageId }: Village,
  way: { toEnter?: true } = { toEnter: true },
): Promise<BallotFacts> {
  const round = await readEntryRound(runnerOf(tx), id);
  const place = { villageIds: [villageId], ...way };
  const { people } = await readBallotFacts(tx, actor, round, place);
  if (people.length === 0) throw notFound();
  checkUnderWay(round);
  if (!round.twice) throw once();
  await holdPeople(tx, id, people.map(({ personId }) => personId).sort());
  return readBallotFacts(tx, actor, round, place);
}

const keyOf = ({ id, villageId }: Village, pass: number) => ({ roundId: id, villageId, pass });

function note(
  tx: Tx,
  act: string,
  { id, villageId }: Village,
  { people }: BallotFacts,
  params: { [name: string]: string | number | string[] },
): void {
  record(tx, {
    ...{ action: `ballot.${act}`, entity: 'ballotCount', entityId: villageId },
    params: { name: people[0]?.villageName ?? '', round: id, ...params },
  });
}

function conflict(zh: string, en: string): ApiError {
  return new ApiError('conflict', { detail: { zh, en } });
}

const once = () => conflict('本次考核计票只录一遍。', 'Ballots are counted once in this round.');
const notBoth = () =>
  conflict('两人都交出计票后再办。', 'Both counts must be handed in before this.');
const notYours = () =>
  conflict('您没有录入这个村的计票。', 'You entered no count of this village.');
const notWhole = () =>
  conflict(
    '还有到会的组没录完，或数字不符，录完再交。',
    'Groups that were there are wanting, or sums don’t agree; finish them first.',
  );

const nothingToSettle = {
  code: 'nothingToSettle',
  message: { zh: '这一行两次一致或已核对。', en: 'The counts agree here, or were settled.' },
};
const countersOnly = {
  code: 'fewBallots',
  message: {
    zh: '这一组有效票少，由录入的两人核对。',
    en: 'The group has few valid ballots: the two who entered them settle it.',
  },
};
const wanting = {
  code: 'wanting',
  message: { zh: '这一行还有数字没填。', en: 'Figures of this line are wanting.' },
};
