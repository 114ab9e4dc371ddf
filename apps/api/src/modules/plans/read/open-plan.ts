import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Placement, PlanProblemInput } from '@xuanpai/planner/model';
import { notFound } from '../../../lib/api-error.ts';
import type { Dossier } from './dossier.ts';
import { plannerInput } from './planner-input.ts';
import { readDossier } from './read-dossier.ts';

/** A plan with all that it is judged by. */
export interface OpenPlan {
  plan: PlanRow;
  places: PlaceRow[];
  dossier: Dossier;
  input: PlanProblemInput;
  placement: Placement;
}

export type PlanRow = Awaited<ReturnType<typeof readPlanRow>>;
export type PlaceRow = Awaited<ReturnType<typeof readPlaces>>[number];

/** Reads a plan and its batch's dossier. Throws `notFound`. */
export async function openPlan(client: PrismaClient | Tx, planId: string): Promise<OpenPlan> {
  const plan = await readPlanRow(client, planId);
  const places = await readPlaces(client, planId);
  const dossier = await readDossier(client, plan.batchId, places);
  const published = plan.status === 'issued' ? [] : await readPublished(client, plan.batchId);
  const input = plannerInput(dossier, places, published);
  const placement = new Map(
    places.flatMap(({ id, cadreId }) => (cadreId === null ? [] : [[id, cadreId] as const])),
  );
  return { plan, places, dossier, input, placement };
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
function readPublished(client: PrismaClient | Tx, batchId: string) {
  return client.assignment.findMany({
    where: { batchId, state: 'inForce' },
    select: { villageId: true, post: true, cadreId: true },
  });
}
