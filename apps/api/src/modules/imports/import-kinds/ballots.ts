import type { BallotChange, BallotContent } from '@xuanpai/contracts/ballots';
import type { Tx } from '@xuanpai/database/transaction';
import {
  ballotCells,
  ballotFaults,
  cellOf,
  contentState,
  emptyContent,
  isEmpty,
} from '@xuanpai/domain/evaluation/ballots';
import { ballotColumns, fieldOfCell, readBallotRow } from '@xuanpai/domain/imports/ballot-row';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import type { Actor } from '../../../lib/actor.ts';
import { type BallotFacts, readBallotFacts } from '../../../lib/evaluation/ballot-facts.ts';
import { isSeen, passToEnter } from '../../../lib/evaluation/ballot-sheet.ts';
import { writeBallots } from '../../../lib/evaluation/ballot-write.ts';
import { readEntryRound } from '../../../lib/evaluation/entry-reach.ts';
import { runnerOf } from '../../../lib/sql.ts';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow } from '../examined-row.ts';
import type {
  Examined,
  ImportContext,
  ImportKindOf,
  OpenedFile,
  RowToWrite,
  TableRow,
  Values,
} from '../import-kind.ts';
import { ballotBook, findBallotBook, placeOf } from './ballot-book.ts';

/** The cells of a line that the file changes, with what they were at the preview. */
interface StagedLine {
  roundId: string;
  changes: BallotChange[];
}

/** The tally workbook of the round under way (E2): a line for each group of each cadre. */
export const ballotsKind: ImportKindOf<StagedLine> = {
  kind: 'ballots',
  columns: ballotColumns,
  registers: ['villages', 'cadres'],
  together: true,
  find: findBallotBook,
  open: examinedAtOnce(examine),
  apply,
};

async function examine(
  context: ImportContext,
  rows: TableRow[],
  { sheets }: OpenedFile,
): Promise<Examined<StagedLine>> {
  const { client, batch, actor } = context;
  const open = batch
    ? await client.evaluationRound.findMany({ where: { batchId: batch.id, status: 'open' } })
    : [];
  const named = open.filter(({ name }) => sheets.some(({ title }) => title.includes(name)));
  const [found, ...others] = named.length > 0 ? named : open;
  if (!found) return { rows: [], problems: [noRound], notices: [] };
  if (others.length > 0) return { rows: [], problems: [severalRounds], notices: [] };
  const round = await readEntryRound(runnerOf(client), found.id);
  const facts = await readBallotFacts(client, actor, round, { toEnter: true });
  const read = rows.map((row) => ({ row, ...readBallotRow(row.cells, round.questions.length) }));
  const doubles = doublesOf(
    read.map(({ row, village, name, group }) => ({
      row: row.row,
      cell: village && name && group ? `${village} ${name} ${group}` : null,
    })),
    'group',
    ({ cell }) => cell,
    (row) => placeOf(sheets, row),
  );
  const examined = read.map((line) => {
    const double = doubles.get(line.row.row);
    if (double) line.reader.problems.push(double);
    return examineLine(facts, actor, line);
  });
  return { rows: examined, problems: [], notices: [], ...ballotBook(sheets) };
}

type ReadLine = ReturnType<typeof readBallotRow> & { row: TableRow };

function examineLine(facts: BallotFacts, actor: Actor, line: ReadLine) {
  const { row, village, name, group, content, reader } = line;
  const there = facts.people.filter(({ villageName }) => villageName === village);
  const [person, another] = there.filter((one) => one.name === name);
  if (village && there.length === 0) {
    reader.refuse('village', 'villageUnknown', unknownVillage(village));
  } else if (name && village && !person) {
    reader.refuse('name', 'personUnknown', unknownPerson(name, village));
  } else if (name && village && another) {
    reader.refuse('name', 'personAmbiguous', severalPeople(name, village), onPage);
  }
  if (person && person.state !== 'entering') reader.refuse(null, 'locked', locked, unlock);
  const nothing = isEmpty(content);
  if (!nothing && contentState(content) === 'partial') {
    reader.refuse(null, 'wanting', wanting, fillIn);
  }
  for (const fault of ballotFaults(content)) {
    reader.refuse(fieldOfCell(fault.cell), fault.code, fault.message);
  }
  const before = person && group ? knownOf(facts, actor, { ...person, group }) : null;
  const record =
    person && group && !nothing
      ? {
          roundId: facts.round.id,
          changes: changesOf(before ?? emptyContent(content.answers.length), content).map(
            (change) => ({ ...change, personId: person.personId, group }),
          ),
        }
      : null;
  return examinedRow<StagedLine>(row, {
    ...{ record, problems: reader.problems, notices: reader.notices, touched: [] },
    was: nothing ? {} : before && valuesOf(before),
    is: nothing ? {} : valuesOf(content),
  });
}

/** What is there of a line in the actor's count, as far as the actor sees it. */
function knownOf(
  { lines, counts, round, least }: BallotFacts,
  actor: Actor,
  { personId, group, villageId }: { personId: string; group: string; villageId: string },
): BallotContent | null {
  const ofVillage = counts.filter((one) => one.villageId === villageId);
  const pass = passToEnter(round, ofVillage, actor);
  const row = lines.find(
    (one) => one.personId === personId && one.group === group && one.pass === pass,
  );
  return row && isSeen(row, actor, least) ? row.content : null;
}

function changesOf(before: BallotContent, after: BallotContent) {
  return ballotCells(after.answers.length).flatMap((cell) => {
    const [was, is] = [cellOf(before, cell) ?? null, cellOf(after, cell) ?? null];
    return was === is ? [] : [{ cell, was, is }];
  });
}

function valuesOf(content: BallotContent): Values {
  return Object.fromEntries(
    ballotCells(content.answers.length).map((cell) => [
      fieldOfCell(cell),
      String(cellOf(content, cell) ?? ''),
    ]),
  );
}

async function apply(tx: Tx, { actor }: ImportContext, rows: RowToWrite<StagedLine>[]) {
  const [first] = rows;
  if (!first) return [];
  const round = await readEntryRound(runnerOf(tx), first.record.roundId);
  const changes = rows.flatMap(({ record }) => record.changes);
  await writeBallots(tx, actor, round, changes);
  // Each line is in the log already, as one that was typed.
  return [];
}

const noRound = rowProblem(null, 'roundMissing', {
  zh: '没有正在进行的考核。',
  en: 'No round is under way.',
});
const severalRounds = rowProblem(
  null,
  'roundsSeveral',
  { zh: '有几次考核同时在办。', en: 'Several rounds are under way.' },
  {
    zh: '请用本次考核的离线计票表，表头标题里写着考核名称。',
    en: 'Use the offline workbook of the round: its title names it.',
  },
);
const unknownVillage = (name: string) => ({
  zh: `您的考核组没有“${name}”。`,
  en: `“${name}” isn’t one of your team’s villages.`,
});
const unknownPerson = (name: string, village: string) => ({
  zh: `${village}没有参加考核的“${name}”。`,
  en: `Nobody called “${name}” is evaluated in ${village}.`,
});
const severalPeople = (name: string, village: string) => ({
  zh: `有几个${village}，都有“${name}”。`,
  en: `There are several villages called ${village}, each with a “${name}”.`,
});
const onPage = { zh: '请在录入页面录入这一行。', en: 'Enter this row on the page.' };
const locked = {
  zh: '已提等次建议，计票不能再改。',
  en: 'A grade is proposed; the ballots stay as they are.',
};
const unlock = { zh: '要修改请先撤回建议。', en: 'Withdraw the proposal first.' };
const wanting = { zh: '这一行还有数字没填。', en: 'Figures of this row are wanting.' };
const fillIn = {
  zh: '没有的票数请填0；整行没有测评的留空。',
  en: 'Write 0 where there are none; leave the whole row empty where nobody voted.',
};
