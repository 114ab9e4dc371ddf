import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listRegions } from '@xuanpai/contracts/regions';
import type { Deps } from '../../lib/deps.ts';

/** The regions by code, flat: the codes say what lies in what. */
export async function readRegions(
  { db }: Deps,
  { level }: QueryOf<typeof listRegions>,
): Promise<ReplyOf<typeof listRegions>> {
  const items = await db.prisma.region.findMany({
    where: level ? { level } : {},
    orderBy: { code: 'asc' },
    select: { id: true, code: true, name: true, level: true, parentId: true },
  });
  return { items, total: items.length };
}
