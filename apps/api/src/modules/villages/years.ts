import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createVillage } from '@xuanpai/contracts/villages';
import type { Tx } from '@xuanpai/database/transaction';

type Years = NonNullable<BodyOf<typeof createVillage>['years']>;

/** Puts years in the place of the same ones; a year without any figure isn't kept. */
export async function saveYears(tx: Tx, villageId: string, years: Years): Promise<void> {
  const kept = years.filter(hasFigures).map((figures) => ({ ...figures, villageId }));
  await tx.villageYear.deleteMany({
    where: { villageId, year: { in: years.map(({ year }) => year) } },
  });
  await tx.villageYear.createMany({ data: kept });
}

function hasFigures({ year: _, ...figures }: Years[number]) {
  return Object.values(figures).some((figure) => figure !== null);
}
