import {
  benefitLevelWords,
  benefitStandingWords,
  competitionResultWords,
} from '@xuanpai/contracts/benefit-words';
import type { Benefit, exportBenefits } from '@xuanpai/contracts/benefits';
import type { QueryOf } from '@xuanpai/contracts/endpoint';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { postWords } from '@xuanpai/contracts/words';
import { bonusOf, isTotal, withBonus } from '@xuanpai/domain/benefits/calculator';
import { writtenDate } from '@xuanpai/domain/letters/written-date';
import type { Actor } from '../../lib/actor.ts';
import { invalid } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { officeDocument, signed, text, title } from '../../lib/docx/office-document.ts';
import { officeTable } from '../../lib/docx/office-table.ts';
import { docx, type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { readAllBenefits, readBenefit } from './read.ts';

interface Column extends SheetColumn {
  value(row: Benefit, at: number): SheetValue;
}

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '派出单位', kind: 'text', width: 26, value: (row) => row.unitName },
  { heading: '姓名', kind: 'text', width: 10, value: (row) => row.cadreName },
  {
    heading: '任职村',
    kind: 'text',
    width: 22,
    value: (row) => row.townshipName + row.villageName,
  },
  { heading: '职务', kind: 'text', width: 12, value: ({ post }) => postWords[post].zh },
  { heading: '年度考核等次', kind: 'text', width: 32, value: gradesOf },
  {
    heading: '竞争上岗加分',
    kind: 'text',
    width: 22,
    value: ({ level }) => benefitLevelWords[level].zh,
  },
  { heading: '比例（%）', kind: 'number', width: 10, value: ({ percent }) => percent },
  {
    heading: '状态',
    kind: 'text',
    width: 18,
    value: ({ standing }) => benefitStandingWords[standing].zh,
  },
  { heading: '享受日期', kind: 'date', width: 12, value: ({ use }) => use?.heldOn ?? null },
  { heading: '竞争岗位', kind: 'text', width: 24, value: ({ use }) => use?.competition ?? null },
  { heading: '原得分', kind: 'text', width: 10, value: ({ use }) => use?.rawTotal ?? null },
  { heading: '加分后', kind: 'text', width: 10, value: ({ use }) => use?.adjustedTotal ?? null },
  {
    heading: '结果',
    kind: 'text',
    width: 14,
    value: ({ use }) => use && competitionResultWords[use.result].zh,
  },
  { heading: '文号', kind: 'text', width: 22, value: ({ use }) => use?.documentNumber ?? null },
  {
    heading: '期满考核',
    kind: 'text',
    width: 10,
    value: ({ termGrade }) => termGrade && gradeWords[termGrade].zh,
  },
  {
    heading: '优先提拔',
    kind: 'text',
    width: 10,
    value: ({ preferred }) => (preferred ? '是' : null),
  },
];

function gradesOf({ years }: Benefit): string {
  return years
    .map(({ year, grade }) => `${year}年${grade ? gradeWords[grade].zh : '–'}`)
    .join('；');
}

/** 政策待遇一览表 of those within reach, as filtered. */
export async function benefitSheet(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof exportBenefits>,
): Promise<FileReply> {
  const found = await readAllBenefits(deps, actor, query);
  const name = query.preferred ? '优先提拔使用名单' : '选派干部政策待遇一览表';
  const bytes = await writeSheet({
    ...{ sheetName: '政策待遇', title: name },
    note: `制表日期：${deps.today()}    共${found.length}人    依据：四（四）`,
    columns,
    rows: found.map((row, at) => columns.map(({ value }) => value(row, at))),
    print: { landscape: true },
  });
  return { filename: `${name} ${deps.today()}.xlsx`, type: xlsx, bytes };
}

/** 竞争上岗加分证明: by the use on record, else by what the grades earn now and the total given. */
export async function certificate(
  deps: Deps,
  actor: Actor,
  cadreId: string,
  rawTotal: string | undefined,
): Promise<FileReply> {
  const benefit = await readBenefit(deps, actor, cadreId);
  const { use, percent, cadreName, unitName } = benefit;
  if (percent === null) {
    const message = { zh: '尚未达到加分条件。', en: 'Nothing is earned yet.' };
    throw invalid([{ path: 'cadreId', code: 'notEarned', message }]);
  }
  const total = use?.rawTotal ?? (rawTotal && isTotal(rawTotal) ? rawTotal : null);
  const on = writtenDate(plainDateSchema.parse(use?.heldOn ?? deps.today()));
  const bytes = await officeDocument(
    [
      title('竞争上岗加分证明'),
      text(`${unitName}：`),
      text(
        `${cadreName}同志系区直选派干部，任${benefit.townshipName}${benefit.villageName}党组织${postWords[benefit.post].zh}。年度考核等次如下：`,
      ),
      gradeTable(benefit),
      text(said(benefit)),
      ...(total === null ? [] : [text(reckoned(total, percent))]),
      text('本项政策只享受一次。特此证明。'),
      ...signed('区选派“第一书记”工作办公室', on),
    ],
    { numbered: false },
  );
  return { filename: `竞争上岗加分证明（${cadreName}）.docx`, type: docx, bytes };
}

function gradeTable({ years, earnedBy }: Benefit) {
  return officeTable(
    [
      { heading: '年度', share: 30 },
      { heading: '考核等次', share: 40 },
      { heading: '计入', share: 30 },
    ],
    years.map(({ year, grade }) => [
      `${year}年`,
      grade ? gradeWords[grade].zh : '–',
      earnedBy.includes(year) ? '是' : '',
    ]),
  );
}

function said({ level, percent, outstanding, use }: Benefit): string {
  const earned =
    level === 'excellent' && outstanding
      ? `连续年度考核均为优秀，经认定表现突出（${outstanding.documentNumber}）`
      : '连续年度考核为称职（合格）以上等次';
  const where = use ? `在“${use.competition}”中，` : '参加本单位中层干部竞争上岗，';
  return `按照选派工作通知四（四）2的规定，该同志${earned}，${where}总成绩在个人综合得分的基础上增加${percent}%。`;
}

function reckoned(total: string, percent: number): string {
  return `个人综合得分${total}分，加${bonusOf(total, percent)}分，总成绩${withBonus(total, percent)}分。`;
}
