import type { Consultation, ConsultationState } from '@xuanpai/contracts/plan-consultation';
import type { PlainDate } from '@xuanpai/contracts/values';
import { postWords } from '@xuanpai/contracts/words';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import { openPlan } from '../read/open-plan.ts';
import { presentPlanConsultation } from './present.ts';

const columns: SheetColumn[] = [
  { heading: '序号', kind: 'number', width: 6 },
  { heading: '征求对象', kind: 'text', width: 22 },
  { heading: '涉及人选', kind: 'text', width: 44 },
  { heading: '发出日期', kind: 'text', width: 12 },
  { heading: '答复', kind: 'text', width: 12 },
  { heading: '答复日期', kind: 'text', width: 12 },
  { heading: '答复人', kind: 'text', width: 10 },
  { heading: '内容', kind: 'text', width: 36 },
  { heading: '处理情况', kind: 'text', width: 36 },
];

const states: Record<ConsultationState, string> = {
  sent: '待答复',
  agreed: '同意',
  objected: '有异议',
  settled: '异议已处理',
  noReply: '逾期未答复',
};

/** The consultation about a plan as a workbook. Throws `notFound`. */
export async function consultationSheet(
  client: PrismaClient,
  planId: string,
  today: PlainDate,
): Promise<FileReply> {
  const open = await openPlan(client, planId, today);
  const { items, step } = await presentPlanConsultation(client, open);
  const title = `${open.dossier.batch.name}${open.plan.name}征求意见情况`;
  const note = `${step?.note ?? '尚未发出'}    ${today}`;
  const rows = items.map(rowOf);
  const bytes = await writeSheet({ sheetName: '征求意见', title, note, columns, rows });
  return { filename: `${title}.xlsx`, type: xlsx, bytes };
}

/** As many as a cell can be read with; discipline inspection is asked about all. */
const mostNamed = 20;

function rowOf(one: Consultation, at: number) {
  const { posts } = one;
  const named = posts
    .slice(0, mostNamed)
    .map(({ name, village, post }) => `${name}（${village}${postWords[post].zh}）`);
  const rest = posts.length > mostNamed ? `等${posts.length}名` : '';
  return [
    at + 1,
    one.name,
    `${named.join('、')}${rest}`,
    one.sentOn,
    `${states[one.state]}${one.outdated ? '（方案已变）' : ''}`,
    one.answeredOn ?? '',
    one.answeredBy ?? '',
    one.text ?? '',
    one.settlement ?? '',
  ];
}
