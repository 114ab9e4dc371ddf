import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { HistoryOffice } from './history-office.ts';

export const day = (text: string) => text as PlainDate;

export async function known(
  { deps }: HistoryOffice,
  subject: string,
  on: PlainDate,
): Promise<boolean> {
  const at = toDate(on);
  return (await deps.db.prisma.inspection.count({ where: { subject, day: at } })) > 0;
}

export function villagesOf({ deps }: HistoryOffice, township: string) {
  return deps.db.prisma.village.findMany({
    where: { township: { name: township } },
    orderBy: { code: 'asc' },
    select: { id: true },
  });
}

export async function townshipIds({ deps }: HistoryOffice, names: string[]): Promise<string[]> {
  const townships = await deps.db.prisma.region.findMany({
    where: { level: 'township', name: { in: names } },
    select: { id: true },
  });
  return townships.map(({ id }) => id);
}
