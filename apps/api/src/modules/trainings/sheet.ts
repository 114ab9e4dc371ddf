import { type TrainedCadre, trainedStateWords } from '@xuanpai/contracts/trained';
import {
  presenceWords,
  type Training,
  type TrainingPerson,
  trainingLevelWords,
} from '@xuanpai/contracts/trainings';
import type { Known, PlainDate } from '@xuanpai/contracts/values';
import { postWords, tierWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { dayNote } from '../../lib/known.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import type { Query } from './list.ts';
import { readAllTrainings, readTraining } from './read.ts';
import { readTrained } from './trained.ts';

type Column<Row> = SheetColumn & { value(row: Row, at: number): SheetValue };

const serial: Column<unknown> = {
  heading: '序号',
  kind: 'number',
  width: 6,
  value: (_, at) => at + 1,
};

const sessionColumns: Column<Training>[] = [
  serial,
  { heading: '开始日期', kind: 'date', width: 12, value: (row) => row.startsOn },
  { heading: '结束日期', kind: 'date', width: 12, value: (row) => row.endsOn },
  { heading: '天数', kind: 'number', width: 8, value: ({ days }) => days },
  { heading: '层级', kind: 'text', width: 10, value: ({ level }) => trainingLevelWords[level].zh },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName ?? '' },
  { heading: '培训主题', kind: 'text', width: 32, value: ({ topic }) => topic },
  { heading: '地点', kind: 'text', width: 20, value: ({ place }) => place },
  { heading: '学时', kind: 'number', width: 8, value: ({ hours }) => hours },
  { heading: '授课人', kind: 'text', width: 20, value: ({ teachers }) => teachers },
  { heading: '应到', kind: 'number', width: 8, value: ({ invited }) => invited },
  { heading: '实到', kind: 'number', width: 8, value: ({ came }) => came },
  { heading: '缺席', kind: 'number', width: 8, value: ({ absent }) => absent },
  { heading: '备注', kind: 'text', width: 24, value: ({ note }) => note ?? '' },
];

/** 培训台账 of the sessions within reach, as filtered. */
export async function trainingsSheet(deps: Deps, actor: Actor, query: Query): Promise<FileReply> {
  const sessions = await readAllTrainings(deps, actor, query);
  const note = noteOf(deps, query, `共${sessions.length}期`);
  return sheetOf('培训台账', '选派干部培训台账', deps, sessionColumns, sessions, note);
}

const peopleColumns: Column<TrainingPerson>[] = [
  serial,
  { heading: '姓名', kind: 'text', width: 10, value: ({ name }) => name },
  { heading: '派出单位', kind: 'text', width: 26, value: ({ unitName }) => unitName },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName ?? '' },
  { heading: '任职村', kind: 'text', width: 16, value: ({ villageName }) => villageName ?? '' },
  {
    heading: '选派层级',
    kind: 'text',
    width: 10,
    value: ({ tier }) => (tier ? tierWords[tier].zh : ''),
  },
  {
    ...{ heading: '是否参加', kind: 'text', width: 10 },
    value: ({ presence }) => (presence ? presenceWords[presence].zh : ''),
  },
  { heading: '缺席原因', kind: 'text', width: 24, value: ({ reason }) => reason ?? '' },
  { heading: '签名', kind: 'text', width: 16, value: () => '' },
];

/** The list of a session, with room to sign. */
export async function peopleSheet(
  deps: Deps,
  actor: Actor,
  id: string,
  query: Parameters<typeof readTraining>[3] = {},
): Promise<FileReply> {
  const { people, ...session } = await readTraining(deps, actor, id, query);
  const when =
    session.startsOn === session.endsOn
      ? session.startsOn
      : `${session.startsOn}至${session.endsOn}`;
  const note = `${when}    ${session.place}    应到${session.invited}人，实到${session.came}人`;
  const { topic, startsOn } = session;
  // What the list says when it comes back, filled in: which session it is of.
  const columns: Column<TrainingPerson>[] = [
    ...peopleColumns,
    { heading: '培训主题', kind: 'text', width: 20, value: () => topic },
    { heading: '开始日期', kind: 'date', width: 12, value: () => startsOn },
  ];
  return sheetOf('培训名单', `${topic}名单`, deps, columns, people, noteOf(deps, query, note));
}

const trainedColumns: Column<TrainedCadre>[] = [
  serial,
  { heading: '姓名', kind: 'text', width: 10, value: ({ name }) => name },
  { heading: '派出单位', kind: 'text', width: 26, value: ({ unitName }) => unitName },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '任职村', kind: 'text', width: 16, value: ({ villageName }) => villageName },
  { heading: '职务', kind: 'text', width: 16, value: ({ post }) => postWords[post].zh },
  { heading: '到任日期', kind: 'date', width: 12, value: (row) => row.arrivedOn },
  { heading: '应训期限', kind: 'date', width: 12, value: (row) => row.dueOn },
  { heading: '情况', kind: 'text', width: 10, value: ({ state }) => trainedStateWords[state].zh },
  { heading: '参训次数', kind: 'number', width: 10, value: ({ sessions }) => sessions },
  { heading: '学时', kind: 'number', width: 8, value: ({ hours }) => hours },
  { heading: '最近一次', kind: 'date', width: 12, value: (row) => row.lastOn },
];

/** 参训情况 of everybody in post within reach. */
export async function trainedSheet(
  deps: Deps,
  actor: Actor,
  query: Parameters<typeof readTrained>[2],
): Promise<FileReply> {
  const { items, counts, withinDays } = await readTrained(deps, actor, query);
  const note = `到岗${withinDays}天内应训；逾期未训${counts.late}人，待训${counts.open}人，已训${counts.trained}人`;
  const said = noteOf(deps, query, note);
  return sheetOf('参训情况', '选派干部参训情况', deps, trainedColumns, items, said);
}

/** When it was made, and for a day that is over, of which day it tells. */
function noteOf(
  deps: Deps,
  { on, known }: { on?: PlainDate; known?: Known },
  note: string,
): string {
  const today = deps.today();
  const made = `制表日期：${today}`;
  const parts =
    on && on < today ? [made, dayNote({ on, today, known }, '已登记'), note] : [made, note];
  return parts.join('    ');
}

async function sheetOf<Row>(
  name: string,
  title: string,
  deps: Deps,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  note: string,
): Promise<FileReply> {
  const bytes = await writeSheet({
    ...{ sheetName: name, title, note },
    columns: [...columns],
    rows: rows.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `${name} ${deps.today()}.xlsx`, type: xlsx, bytes };
}
