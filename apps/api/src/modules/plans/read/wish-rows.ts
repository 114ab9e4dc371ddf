import type { WishState } from '@xuanpai/contracts/plan-wishes';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Pin, Wish } from '@xuanpai/planner/model';

/** A wish as it is kept, with the names that its sentence needs. */
export type WishRow = Awaited<ReturnType<typeof readWishRows>>[number];

/** The wishes of a plan, the first that was set first. */
export function readWishRows(client: PrismaClient | Tx, planId: string) {
  const named = { select: { name: true } };
  return client.planWish.findMany({
    where: { planId },
    include: {
      place: { select: { post: true, villageId: true, village: named } },
      cadre: named,
      otherCadre: named,
      unit: named,
      village: named,
      township: named,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** What a wish has to do with: the people of the batch and the villages of the plan. */
interface Known {
  cadreIds: ReadonlySet<string>;
  villageIds: ReadonlySet<string>;
}

/**
 * Whether a wish counts on a day: until its end, and as long as its people are named to the batch and
 * its village is in the plan. A nominee who was replaced takes no wish along.
 */
export function stateOf(wish: WishRow, on: PlainDate, known: Known): WishState {
  const end = toPlainDate(wish.endsOn);
  if (end !== null && end < on) return 'expired';
  const people = [wish.cadreId, wish.otherCadreId].filter((id) => id !== null);
  if (!people.every((id) => known.cadreIds.has(id))) return 'void';
  return wish.villageId === null || known.villageIds.has(wish.villageId) ? 'inForce' : 'void';
}

/** Wishes in force as the planner takes them: pins apart from the others. */
export function wishesForPlanner(rows: readonly WishRow[]): { pins: Pin[]; wishes: Wish[] } {
  return {
    pins: rows.flatMap(({ id, kind, placeId, cadreId }) =>
      kind === 'pin' && placeId && cadreId ? [{ id, placeId, cadreId }] : [],
    ),
    wishes: rows.flatMap((row) => wishOf(row) ?? []),
  };
}

function wishOf(row: WishRow): Wish | null {
  const { id, kind, villageId, townshipId } = row;
  const [cadreId, otherCadreId, unitId] = [row.cadreId ?? '', row.otherCadreId ?? '', row.unitId];
  switch (kind) {
    case 'pin':
      return null;
    case 'banVillage':
      return { id, kind, cadreId, villageId: villageId ?? '', relative: false };
    case 'banTownship':
      return { id, kind, unitId: unitId ?? '', townshipId: townshipId ?? '' };
    case 'together':
      return { id, kind, cadreIds: [cadreId, otherCadreId] };
    case 'apart':
      return { id, kind, cadreIds: [cadreId, otherCadreId], relative: false };
    case 'prefer':
      return { id, kind, cadreId, villageId, townshipId };
  }
}
