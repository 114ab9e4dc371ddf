import type { PlanChanges, PostChange } from '@xuanpai/contracts/plan-replans';
import type { PlainDate } from '@xuanpai/contracts/values';
import { postWords, scorePartWords } from '@xuanpai/contracts/words';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import { openPlan } from '../read/open-plan.ts';
import { presentChanges } from './present-changes.ts';

const columns: SheetColumn[] = [
  { heading: '序号', kind: 'number', width: 6 },
  { heading: '变动', kind: 'text', width: 8 },
  { heading: '姓名', kind: 'text', width: 10 },
  { heading: '派出单位', kind: 'text', width: 22 },
  { heading: '原任', kind: 'text', width: 28 },
  { heading: '现任', kind: 'text', width: 28 },
  { heading: '原因', kind: 'text', width: 44 },
  { heading: '变化的得分项', kind: 'text', width: 36 },
];

const kinds: Record<PostChange['kind'], string> = { comes: '新任', goes: '离任', moves: '换岗' };

/** The changes of a re-plan as a workbook. Throws as `presentChanges`. */
export async function changesSheet(
  client: PrismaClient,
  planId: string,
  today: PlainDate,
): Promise<FileReply> {
  const open = await openPlan(client, planId, today);
  const changes = await presentChanges(client, open, 'zh');
  const { batch } = open.dossier;
  const title = `${batch.name}${open.plan.name}任职变动`;
  const { counts, on } = changes;
  const note = `自${on}起，新任${counts.comes}名，离任${counts.goes}名，换岗${counts.moves}名，其余${counts.unchanged}名不变    ${today}`;
  const bytes = await writeSheet({
    sheetName: '变动',
    title,
    note,
    columns,
    rows: rowsOf(changes),
  });
  return { filename: `${title}.xlsx`, type: xlsx, bytes };
}

function rowsOf({ items }: PlanChanges) {
  return items.map(({ kind, name, unitName, from, to, why, parts }, at) => [
    at + 1,
    kinds[kind],
    name,
    unitName,
    seatText(from),
    seatText(to),
    why,
    parts.map((part) => `${scorePartWords[part.kind].zh} ${part.before}→${part.after}`).join('，'),
  ]);
}

function seatText(seat: PostChange['from']): string {
  return seat ? `${seat.township}${seat.village}${postWords[seat.post].zh}` : '';
}
