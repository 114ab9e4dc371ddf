import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { exportWishes } from '@xuanpai/contracts/plan-wishes';
import type { PlainDate } from '@xuanpai/contracts/values';
import { wishKindWords } from '@xuanpai/contracts/words';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { systemDay } from '../../../lib/calendar.ts';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { writeSheet } from '../../../lib/sheet/write-sheet.ts';
import { openPlan } from '../read/open-plan.ts';
import { presentWishes } from './present-wishes.ts';

const columns = [
  { heading: '序号', kind: 'number', width: 6 },
  { heading: '类别', kind: 'text', width: 10 },
  { heading: '内容', kind: 'text', width: 36 },
  { heading: '理由', kind: 'text', width: 36 },
  { heading: '提出人', kind: 'text', width: 12 },
  { heading: '提出时间', kind: 'text', width: 14 },
  { heading: '到期日', kind: 'text', width: 14 },
  { heading: '状态', kind: 'text', width: 16 },
] as const;

const states = { inForce: '有效', expired: '已到期', void: '已失效' };

/** The wishes as filtered, then what was declared with nominations. Throws `notFound`. */
export async function wishSheet(
  client: PrismaClient,
  planId: string,
  query: QueryOf<typeof exportWishes>,
  today: PlainDate,
): Promise<FileReply> {
  const open = await openPlan(client, planId, today);
  const { items, relatives, contradictions } = presentWishes(open, query, 'zh');
  const { plan, dossier } = open;
  const day = (instant: string) => systemDay(new Date(instant), today);
  const rows = [
    ...items.map((wish) => [
      wishKindWords[wish.kind].zh,
      wish.text,
      wish.reason,
      wish.setByName,
      day(wish.createdAt),
      wish.endsOn ?? '',
      wish.kept === false ? '有效，现方案未做到' : states[wish.state],
    ]),
    ...relatives.map((relative) => [
      '亲属回避',
      relative.text,
      '随提名申报',
      relative.declaredByName,
      day(relative.declaredAt),
      '',
      '有效',
    ]),
  ];
  const bytes = await writeSheet({
    sheetName: '意愿与锁定',
    title: `${dossier.batch.name}${plan.name}意愿与锁定`,
    note: `共${rows.length}条    矛盾${contradictions.length}处    ${today}`,
    columns,
    rows: rows.map((row, at) => [at + 1, ...row]),
  });
  return { filename: `${dossier.batch.name}${plan.name}意愿与锁定.xlsx`, type: xlsx, bytes };
}
