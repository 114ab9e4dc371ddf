import type { PersonRow } from '@xuanpai/contracts/evaluation-people';
import {
  evaluationStandingWords,
  evaluationStateWords,
  gradeWords,
} from '@xuanpai/contracts/evaluation-words';
import { postWords, staffingTypeWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { peopleBeforeTies } from '../../lib/evaluation/reach.ts';
import { leftOut, readStepBacks } from '../../lib/evaluation/stepping-back.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { sql } from '../../lib/sql.ts';
import { type PeopleQuery, readPeople } from './people-read.ts';

type Column = SheetColumn & { value(row: PersonRow, at: number): SheetValue };

const text = (heading: string, width: number, value: Column['value']): Column => ({
  ...{ heading, kind: 'text', width, value },
});

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  text('镇街（园区）', 14, (row) => row.townshipName),
  text('村', 16, (row) => row.villageName),
  text('姓名', 10, (row) => row.cadreName),
  text('任职', 10, ({ post }) => postWords[post].zh),
  text('派出单位', 24, (row) => row.unitName),
  text('编制性质', 10, ({ staffingType }) => staffingTypeWords[staffingType].zh),
  { heading: '任职天数', kind: 'number', width: 9, value: (row) => row.daysInPost },
  text('考核范围', 16, ({ standing }) => evaluationStandingWords[standing].zh),
  text('说明', 30, (row) => row.standingGround ?? ''),
  text('考核组', 12, (row) => row.teamName ?? ''),
  text('进展', 10, ({ standing, state }) =>
    standing === 'evaluated' ? evaluationStateWords[state].zh : '',
  ),
  text('等次', 12, ({ grade, unitGrade }) => wordOf(grade ?? unitGrade)),
];

/** Of those who evaluate only. */
const proposed = text('建议等次', 12, ({ parts }) => wordOf(parts?.proposedGrade ?? null));

function wordOf(grade: PersonRow['grade']): string {
  return grade === null ? '' : gradeWords[grade].zh;
}

/** 考核人员名单, as filtered; for who works on the round without those whom they step back from (E8). */
export async function peopleSheet(
  deps: Deps,
  actor: Actor,
  roundId: string,
  query: PeopleQuery,
): Promise<FileReply> {
  const { round, items: all } = await readPeople(deps, actor, roundId, query);
  const tied = await readStepBacks(
    deps.db.pool,
    actor.userId,
    sql`p.round_id = ${roundId}::uuid AND ${peopleBeforeTies(actor, 'evaluations.facts')}`,
  );
  const { ids, text: wanting } = leftOut(tied);
  const items = all.filter(({ id }) => !ids.has(id));
  const shown = items.some(({ parts }) => parts !== null)
    ? columns.toSpliced(-1, 0, proposed)
    : columns;
  const bytes = await writeSheet({
    sheetName: '考核人员名单',
    title: `${round.name}人员名单`,
    note: `考核期：${round.startsOn}至${round.endsOn}    制表日期：${deps.today()}    共${items.length}名${wanting ? `    ${wanting.zh}` : ''}`,
    columns: shown,
    rows: items.map((row, at) => shown.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `${round.name}人员名单 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
