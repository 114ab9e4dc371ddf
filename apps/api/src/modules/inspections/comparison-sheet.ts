import type { Comparison } from '@xuanpai/contracts/field-comparisons';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { readComparison } from './comparison-read.ts';

/** 观摩评比 as a workbook: the villages with their means, then a sheet for each judge. */
export async function comparisonSheet(deps: Deps, actor: Actor, id: string): Promise<FileReply> {
  const comparison = await readComparison(deps, actor, id);
  const { subject, day, judges } = comparison;
  const note = `观摩日期：${day}    评委${judges.length}人`;
  const bytes = await writeSheet(
    { sheetName: '汇总', title: `${subject}评分汇总`, note, ...summary(comparison) },
    ...judges.map((judge) => ({
      ...{ sheetName: judge.name, title: `${subject}评分表`, note: `评委：${judge.name}` },
      ...ofJudge(comparison, judge.id),
    })),
  );
  return { filename: `${subject}评分 ${day}.xlsx`, type: xlsx, bytes };
}

const text = (heading: string, width: number): SheetColumn => ({ heading, kind: 'text', width });
const number = (heading: string): SheetColumn => ({ heading, kind: 'number', width: 12 });
const places = [text('镇街（园区）', 14), text('村', 16)];

function summary({ criteria, villages }: Comparison) {
  return {
    columns: [
      ...places,
      ...criteria.map(({ name, most }) => number(`${name}（${most}分）`)),
      ...[number('合计'), number('名次')],
    ],
    rows: villages.map((village): SheetValue[] => [
      ...[village.townshipName, village.name],
      ...criteria.map((criterion) => village.means[criterion.id] ?? null),
      ...[village.mean, village.place],
    ]),
    footnote: '各项为评委打分的平均数；有评委未打分的村不排名次。',
  };
}

function ofJudge({ criteria, villages, scores }: Comparison, judgeId: string) {
  const given = new Map(
    scores
      .filter((one) => one.judgeId === judgeId)
      .map((one) => [`${one.villageId} ${one.criterionId}`, one.points]),
  );
  return {
    columns: [...places, ...criteria.map(({ name, most }) => number(`${name}（${most}分）`))],
    rows: villages.map((village): SheetValue[] => [
      ...[village.townshipName, village.name],
      ...criteria.map((criterion) => given.get(`${village.id} ${criterion.id}`) ?? null),
    ]),
  };
}
