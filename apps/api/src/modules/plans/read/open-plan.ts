import type { WishState } from '@xuanpai/contracts/plan-wishes';
import type { WeightChanges } from '@xuanpai/contracts/plans';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Placement, PlanProblemInput } from '@xuanpai/planner/model';
import { notFound } from '../../../lib/api-error.ts';
import { systemDay } from '../../../lib/calendar.ts';
import { openReplan, type Replan } from '../replan/open-replan.ts';
import type { Dossier } from './dossier.ts';
import { plannerInput } from './planner-input.ts';
import { readDossier } from './read-dossier.ts';
import { ownWeights } from './weights.ts';
import { readWishRows, stateOf, type WishRow } from './wish-rows.ts';

/** A plan with all that it is judged by. */
export interface OpenPlan {
  plan: PlanRow;
  places: PlaceRow[];
  wishes: OpenWish[];
  /** What it changes, where it changes posts in force. */
  replan: Replan | null;
  dossier: Dossier;
  /** What it is reckoned with instead of the policy's weights. */
  weightChanges: WeightChanges;
  input: PlanProblemInput;
  placement: Placement;
  today: PlainDate;
}

export type PlanRow = Awaited<ReturnType<typeof readPlanRow>>;
export type PlaceRow = Awaited<ReturnType<typeof readPlaces>>[number] & {
  /** Whom a pin wants here, whether they are or not. */
  pinnedCadreId: string | null;
};

/** Reads a plan and its batch's dossier. Throws `notFound`. */
export async function openPlan(
  client: PrismaClient | Tx,
  planId: string,
  today: PlainDate,
): Promise<OpenPlan> {
  const plan = await readPlanRow(client, planId);
  const rows = await readPlaces(client, planId);
  const replan = await openReplan(client, plan);
  const placed = [...rows, ...(replan?.posts ?? [])];
  const dossier = await readDossier(client, plan.batchId, placed, {
    alsoOn: replan?.on ?? null,
    issuedAt: plan.issuedAt,
  });
  const on = plan.issuedAt ? systemDay(plan.issuedAt, today) : today;
  const wishes = await openWishes(client, planId, on, dossier, rows);
  const places = rows.map((place) => ({ ...place, pinnedCadreId: pinnedIn(wishes, place.id) }));
  const published = replan?.posts ?? (await publishedOf(client, plan));
  const weightChanges = ownWeights(plan.weightChanges, dossier.policy);
  const input = plannerInput(
    dossier,
    places,
    published,
    wishes.filter(({ state }) => state === 'inForce'),
    weightChanges,
  );
  const placement = new Map(
    places.flatMap(({ id, cadreId }) => (cadreId === null ? [] : [[id, cadreId] as const])),
  );
  return { plan, places, wishes, replan, dossier, weightChanges, input, placement, today };
}

/** A wish with whether it counts: an issued plan's as on the day of its issue. */
export type OpenWish = WishRow & { state: WishState };

async function openWishes(
  client: PrismaClient | Tx,
  planId: string,
  on: PlainDate,
  { cadres }: Dossier,
  places: readonly { villageId: string }[],
): Promise<OpenWish[]> {
  const known = {
    cadreIds: new Set(cadres.map(({ id }) => id)),
    villageIds: new Set(places.map(({ villageId }) => villageId)),
  };
  const rows = await readWishRows(client, planId);
  return rows.map((wish) => ({ ...wish, state: stateOf(wish, on, known) }));
}

function pinnedIn(wishes: readonly OpenWish[], placeId: string): string | null {
  const pin = wishes.find((wish) => wish.placeId === placeId && wish.state === 'inForce');
  return pin?.cadreId ?? null;
}

/** The place of a plan with this id. */
export function placeOf({ places }: Pick<OpenPlan, 'places'>, placeId: string) {
  return places.find(({ id }) => id === placeId);
}

async function readPlanRow(client: PrismaClient | Tx, id: string) {
  const plan = await client.plan.findUnique({ where: { id } });
  if (!plan) throw notFound();
  return plan;
}

function readPlaces(client: PrismaClient | Tx, planId: string) {
  return client.planPlace.findMany({ where: { planId }, orderBy: { id: 'asc' } });
}

/** Who holds the posts of the batch's issue, so that a new plan changes few of them. */
async function publishedOf(client: PrismaClient | Tx, { status, batchId }: PlanRow) {
  if (status === 'issued') return [];
  return client.assignment.findMany({
    where: { batchId, state: 'inForce' },
    select: { villageId: true, post: true, cadreId: true },
  });
}
