import type { QueryOf } from '@xuanpai/contracts/endpoint';
import { type exportTermEnds, type TermEnd, termOutcomeWords } from '@xuanpai/contracts/term-ends';
import { termGroundWords } from '@xuanpai/contracts/term-grounds';
import { postWords, tierWords } from '@xuanpai/contracts/words';
import { roundOutcomeText } from '@xuanpai/domain/evaluation/round-outcome';
import { leftOutText } from '@xuanpai/domain/evaluation/stepping-back';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../../lib/sheet/written-value.ts';
import { readAllTermEnds } from './read.ts';

interface Column extends SheetColumn {
  value(row: TermEnd, at: number): SheetValue;
}

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 14, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 14, value: (row) => row.villageName },
  { heading: '姓名', kind: 'text', width: 10, value: (row) => row.cadreName },
  { heading: '派出单位', kind: 'text', width: 24, value: (row) => row.unitName },
  { heading: '层级', kind: 'text', width: 8, value: ({ tier }) => tierWords[tier].zh },
  { heading: '职务', kind: 'text', width: 12, value: ({ post }) => postWords[post].zh },
  {
    heading: '指标完成',
    kind: 'text',
    width: 10,
    value: ({ targets }) => `${targets.reached}/${targets.all}`,
  },
  {
    heading: '未完成的约束性指标',
    kind: 'text',
    width: 26,
    value: ({ missed }) => missed.join('、'),
  },
  { heading: '年度考核', kind: 'text', width: 26, value: gradesOf },
  {
    heading: '期满考核',
    kind: 'text',
    width: 10,
    value: ({ term }) => term && roundOutcomeText(term).zh,
  },
  { heading: '在村天数', kind: 'number', width: 10, value: (row) => row.inVillage },
  { heading: '督查问题未销号', kind: 'number', width: 12, value: (row) => row.findingsOpen },
  {
    heading: '依据',
    kind: 'text',
    width: 30,
    value: ({ grounds }) => grounds.map(({ ground }) => termGroundWords[ground].zh).join('；'),
  },
  {
    heading: '决定',
    kind: 'text',
    width: 12,
    value: ({ decision }) =>
      decision?.state === 'decided' ? termOutcomeWords[decision.outcome].zh : '未决定',
  },
  { heading: '理由', kind: 'text', width: 26, value: ({ decision }) => decision?.reason ?? null },
  {
    heading: '未完成的工作',
    kind: 'text',
    width: 26,
    value: ({ decision }) => decision?.remaining ?? null,
  },
  {
    heading: '期限',
    kind: 'date',
    width: 12,
    value: ({ decision }) => decision?.stayUntil ?? null,
  },
  { heading: '组织关系转回', kind: 'date', width: 12, value: (row) => row.membershipReturnedOn },
];

function gradesOf({ grades }: TermEnd): string {
  return grades.map((one) => `${one.year}年${roundOutcomeText(one).zh}`).join('；');
}

/** 期满情况一览表, and 移交清单 on a sheet of its own, without those whom the actor steps back from (E8). */
export async function termSheet(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof exportTermEnds>,
): Promise<FileReply> {
  const { batch, ends: all } = await readAllTermEnds(deps, actor, query);
  const ends = all.filter(({ stepsBack }) => stepsBack === null);
  const leftOut = leftOutText(all.flatMap(({ stepsBack }) => stepsBack ?? []))?.zh;
  const note = `${batch.name}    制表日期：${deps.today()}    共${ends.length}人${leftOut ? `    ${leftOut}` : ''}`;
  const bytes = await writeSheet(
    {
      ...{ sheetName: '期满情况', title: '选派干部期满情况一览表', note, columns },
      rows: ends.map((row, at) => columns.map(({ value }) => value(row, at))),
      print: { landscape: true },
    },
    {
      ...{ sheetName: '移交清单', title: '选派干部任职期满移交清单', note },
      columns: [
        { heading: '镇街（园区）', kind: 'text', width: 14 },
        { heading: '村', kind: 'text', width: 14 },
        { heading: '姓名', kind: 'text', width: 10 },
        { heading: '移交事项', kind: 'text', width: 40 },
        { heading: '已移交', kind: 'text', width: 8 },
        { heading: '接收人', kind: 'text', width: 10 },
        { heading: '移交日期', kind: 'date', width: 12 },
      ],
      rows: ends.flatMap(({ townshipName, villageName, cadreName, handover }) =>
        handover.items.map(({ text, done }) => [
          ...[townshipName, villageName, cadreName, text, done ? '√' : ''],
          ...[handover.takenBy, handover.handedOn],
        ]),
      ),
      print: { landscape: true },
    },
  );
  return { filename: `期满情况一览表 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
