import type { RelativeKind } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Wish } from '@xuanpai/planner/model';

/** E8: kin as it was declared with a nomination: another cadre, or a village's committees. */
export interface Relative {
  id: string;
  nominationId: string;
  cadreId: string;
  otherCadreId: string | null;
  villageId: string | null;
  relation: RelativeKind;
  note: string | null;
  declaredByName: string;
  declaredAt: Date;
}

/** What was declared with the nominations given, in the order of declaring. */
export function readRelatives(
  client: PrismaClient | Tx,
  nominationIds: readonly string[],
): Promise<Relative[]> {
  return client.nominationRelative.findMany({
    where: { nominationId: { in: [...nominationIds] } },
    select: {
      id: true,
      nominationId: true,
      cadreId: true,
      otherCadreId: true,
      villageId: true,
      relation: true,
      note: true,
      declaredByName: true,
      declaredAt: true,
    },
    orderBy: [{ declaredAt: 'asc' }, { id: 'asc' }],
  });
}

/** E8 for the planner: kin never share a village, and nobody goes where kin sits in the committees. */
export function wishesOfRelatives(
  relatives: readonly Relative[],
  named: ReadonlySet<string>,
): Wish[] {
  return relatives.flatMap(({ id, cadreId, otherCadreId, villageId }): Wish[] => {
    if (villageId !== null) return [{ id, kind: 'banVillage', cadreId, villageId, relative: true }];
    // Whoever isn't named to the batch goes nowhere.
    if (otherCadreId === null || !named.has(otherCadreId)) return [];
    return [{ id, kind: 'apart', cadreIds: [cadreId, otherCadreId], relative: true }];
  });
}
