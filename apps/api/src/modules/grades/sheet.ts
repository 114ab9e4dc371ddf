import { postWords } from '@xuanpai/contracts/words';
import { toPlainDate } from '@xuanpai/database/dates';
import type { FileChild } from 'docx';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import {
  heading,
  officeDocument,
  plain,
  textWidth,
  title,
} from '../../lib/docx/office-document.ts';
import { officeTable } from '../../lib/docx/office-table.ts';
import { docx, type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { type ReviewSheet, readReviewSheet, type SheetRow } from './sheet-rows.ts';

type Column = SheetColumn & { value(row: SheetRow, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '镇街（园区）', kind: 'text', width: 12, value: (row) => row.townshipName },
  { heading: '村', kind: 'text', width: 14, value: (row) => row.villageName },
  { heading: '姓名', kind: 'text', width: 9, value: (row) => row.name },
  { heading: '职务', kind: 'text', width: 10, value: ({ post }) => postWords[post].zh },
  { heading: '派出单位', kind: 'text', width: 20, value: (row) => row.unitName },
  { heading: '在任天数', kind: 'number', width: 8, value: (row) => row.daysInPost },
  { heading: '民主测评', kind: 'text', width: 26, value: (row) => row.ballots },
  { heading: '考核事实', kind: 'text', width: 50, value: (row) => row.facts },
  { heading: '得分', kind: 'text', width: 8, value: (row) => row.score },
  { heading: '参考等次', kind: 'text', width: 10, value: (row) => row.suggested },
  { heading: '建议等次', kind: 'text', width: 10, value: (row) => row.proposed },
  { heading: '与参考不同的理由', kind: 'text', width: 24, value: (row) => row.differs },
  { heading: '镇街意见', kind: 'text', width: 20, value: (row) => row.townshipOpinion },
  { heading: '派出单位意见', kind: 'text', width: 20, value: (row) => row.unitOpinion },
  { heading: '纪检意见', kind: 'text', width: 16, value: (row) => row.discipline },
  { heading: '进展或结果', kind: 'text', width: 16, value: (row) => row.outcome },
];

export async function reviewSheet(deps: Deps, actor: Actor, id: string): Promise<FileReply> {
  const sheet = await readReviewSheet(deps, actor, id);
  const bytes = await writeSheet({
    sheetName: '考核情况汇总',
    title: `${sheet.round.name}情况汇总表`,
    note: noteOf(sheet, deps),
    columns,
    rows: sheet.rows.map((row, at) => columns.map(({ value }) => value(row, at))),
    footnote: '注：按镇街、村排列，不按得分排列。',
    print: { landscape: true },
  });
  return { filename: `${sheet.round.name}情况汇总表.xlsx`, type: xlsx, bytes };
}

function noteOf({ round, rows, leftOut }: ReviewSheet, { today }: Deps): string {
  const days = `${toPlainDate(round.startsOn)}至${toPlainDate(round.endsOn)}`;
  return `考核期：${days}    制表日期：${today()}    共${rows.length}名${leftOut ? `    ${leftOut.zh}` : ''}`;
}

const printed = [
  { heading: '村', share: 8 },
  { heading: '姓名', share: 6 },
  { heading: '派出单位', share: 10 },
  { heading: '民主测评', share: 11 },
  { heading: '考核事实', share: 35, words: true },
  { heading: '参考等次', share: 6 },
  { heading: '建议等次', share: 6 },
  { heading: '与参考不同的理由', share: 11, words: true },
  { heading: '结果', share: 7 },
];

/** The same for the table of a meeting, a part for each township. */
export async function reviewPaper(deps: Deps, actor: Actor, id: string): Promise<FileReply> {
  const sheet = await readReviewSheet(deps, actor, id);
  const townships = [...new Set(sheet.rows.map(({ townshipName }) => townshipName))];
  const parts = townships.flatMap((name): FileChild[] => {
    const own = sheet.rows.filter(({ townshipName }) => townshipName === name);
    return [
      heading(`${name}（${own.length}名）`),
      officeTable(
        printed,
        own.map((row) => [
          ...[row.villageName, row.name, row.unitName, row.ballots],
          ...[row.facts, row.suggested, row.proposed, row.differs, row.outcome],
        ]),
        { width: textWidth.sheet },
      ),
    ];
  });
  const children = [title(`${sheet.round.name}情况汇总表`), plain(noteOf(sheet, deps)), ...parts];
  const bytes = await officeDocument(children, { sheet: true });
  return { filename: `${sheet.round.name}情况汇总表.docx`, type: docx, bytes };
}
