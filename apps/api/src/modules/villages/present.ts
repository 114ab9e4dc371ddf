import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillage } from '@xuanpai/contracts/villages';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma, VillageYear } from '@xuanpai/database/generated/client';
import { leftBy } from '../../lib/records/left-by.ts';

type Detail = ReplyOf<typeof getVillage>;

const money = (amount: Prisma.Decimal | null) => amount?.toFixed(2) ?? null;

export function presentYear(row: Omit<VillageYear, 'villageId'>): Detail['years'][number] {
  return {
    year: row.year,
    operatingIncome: money(row.operatingIncome),
    netIncomePerHead: money(row.netIncomePerHead),
    infrastructureInvestment: money(row.infrastructureInvestment),
  };
}

export function presentBatch(
  row: Prisma.BatchVillageGetPayload<{ include: { batch: { select: { name: true } } } }>,
): Detail['batches'][number] {
  const { batchId, batch, kinds, cityDispatched, tierOverride, tierReason } = row;
  return { batchId, batchName: batch.name, kinds, cityDispatched, tierOverride, tierReason };
}

export function presentAssignment(
  row: Prisma.AssignmentGetPayload<{
    include: {
      cadre: { select: { name: true; unit: { select: { name: true } } } };
      events: { select: { kind: true } };
    };
  }>,
): Detail['assignments'][number] {
  const { id, cadreId, cadre, post, kind, documentNumber, state } = row;
  return {
    id,
    cadreId,
    cadreName: cadre.name,
    unitName: cadre.unit.name,
    post,
    kind,
    startsOn: toPlainDate(row.startsOn),
    endsOn: toPlainDate(row.endsOn),
    documentNumber,
    state,
    leftBy: leftBy(row.events),
  };
}
