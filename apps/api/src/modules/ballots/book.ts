import type { BallotContent, BallotSheet, BallotVillage } from '@xuanpai/contracts/ballots';
import { ballotAnswers } from '@xuanpai/contracts/ballots';
import { voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import { answerHeading, ballotFigureColumns } from '@xuanpai/domain/imports/ballot-row';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readEntryRound } from '../../lib/evaluation/entry-reach.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { leftOutOf, type Place } from './left-out.ts';
import { readBallots } from './read.ts';

/**
 * The lines of a place as a workbook, a sheet for each village, with what the actor sees of them; it can be
 * imported again. Throws `notFound` where nobody is within reach.
 */
export async function ballotBook(
  deps: Deps,
  actor: Actor,
  roundId: string,
  place: Place,
): Promise<FileReply> {
  const round = await readEntryRound(deps.db.pool, roundId);
  const sheet = await readBallots(deps, actor, roundId, place);
  if (sheet.villages.length === 0) throw notFound();
  const columns = columnsOf(sheet.questions);
  const wanting = await leftOutOf(deps, actor, roundId, place);
  const bytes = await writeSheet(
    ...sheet.villages.map((village) => ({
      sheetName: sheetName(village, sheet.villages),
      title: `${village.townshipName}${village.villageName}${round.name}计票表`,
      note: `每组一行，没有的票数填0，没有人参加的组整行留空。有效加废票等于收回，各等次加弃权等于有效，每题同此。${asked(sheet.questions)}${wanting(village, sheet.villages) ?? ''}`,
      columns,
      rows: linesOf(village, sheet.questions.length),
      print: { landscape: true },
    })),
  );
  return { filename: `${placeName(sheet, place)}${round.name}计票表.xlsx`, type: xlsx, bytes };
}

/** The village, with its township where another one has the name too. */
function sheetName({ villageId, villageName, townshipName }: BallotVillage, all: BallotVillage[]) {
  const twice = all.some((one) => one.villageName === villageName && one.villageId !== villageId);
  return twice ? `${townshipName}${villageName}` : villageName;
}

/** The village, the township, or the round as a whole. */
export function placeName({ villages }: BallotSheet, { townshipId, villageId }: Place): string {
  const [first] = villages;
  if (!first) return '';
  if (villageId) return first.villageName;
  return townshipId ? first.townshipName : '';
}

function columnsOf(questions: readonly string[]): SheetColumn[] {
  return [
    { heading: '村', kind: 'text', width: 14 },
    { heading: '姓名', kind: 'text', width: 10 },
    { heading: '组别', kind: 'text', width: 16 },
    ...ballotFigureColumns.map(
      ({ label }): SheetColumn => ({ heading: label.zh, kind: 'number', width: 10 }),
    ),
    ...questions.flatMap((_, at) =>
      ballotAnswers.map(
        (answer): SheetColumn => ({
          ...{ heading: answerHeading(at + 1, answer), kind: 'number', width: 8 },
        }),
      ),
    ),
  ];
}

const asked = (questions: readonly string[]) =>
  questions.map((question, at) => `第${at + 1}题：${question}。`).join('');

function linesOf({ villageName, people, present }: BallotVillage, questions: number) {
  const there = present.filter((one) => one.present !== 0).map(({ group }) => group);
  return people.flatMap(({ name, lines }) =>
    lines
      .filter(({ group }) => there.includes(group))
      .map(({ group, content }): SheetValue[] => [
        ...[villageName, name, voterGroupWords[group].zh],
        ...figuresOf(content, questions),
      ]),
  );
}

function figuresOf(content: BallotContent | null, questions: number): SheetValue[] {
  const figures = ballotFigureColumns.map(({ field }) => content?.figures[field] ?? null);
  const answers = Array.from({ length: questions }, (_, at) =>
    ballotAnswers.map((answer) => content?.answers[at]?.[answer] ?? null),
  );
  return [...figures, ...answers.flat()];
}
