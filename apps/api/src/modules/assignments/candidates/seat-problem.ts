import type { Category, PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { postsOf } from '@xuanpai/domain/coverage';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { isLead } from '@xuanpai/domain/posts';
import type { PlanCadre, PlanProblemInput } from '@xuanpai/planner/model';
import { indexPlan } from '@xuanpai/planner/plan-index';
import { scoreVillage } from '@xuanpai/planner/score';
import { splitUnits } from '@xuanpai/planner/split-units';
import type { BatchRecord } from '../../../lib/records/batch.ts';
import { readBatchVillages } from '../../../lib/records/batch-villages.ts';
import { weightsOfPolicy } from '../../../lib/records/policy-weights.ts';
import { runnerOf } from '../../../lib/sql.ts';
import type { CadreWithUnit } from '../acts/take-successor.ts';

/** The batch as the planner reckons with it on a day: who is where, and one post empty. */
export interface SeatProblem {
  input: PlanProblemInput;
  placement: ReadonlyMap<string, string>;
  townshipIds: ReadonlyMap<string, string>;
  levels: Readonly<Record<string, number>>;
}

const placeIdOf = (villageId: string, lead: boolean) => `${villageId} ${lead ? 1 : 2}`;

interface Asked {
  batch: BatchRecord;
  policy: Policy;
  on: PlainDate;
  /** The post that somebody is sought for. */
  seat: { villageId: string; lead: boolean };
}

export async function readSeatProblem(
  prisma: PrismaClient,
  { batch, policy, on, seat }: Asked,
): Promise<SeatProblem> {
  const villages = await readBatchVillages(runnerOf(prisma), batch, policy);
  const townships = await prisma.region.findMany({ where: { level: 'township' } });
  const townshipIds = new Map(townships.map(({ id, name }) => [name, id]));
  const levels = policy.table<Record<string, number>>('rank.levels');
  const named = await prisma.nomination.findMany({
    where: { batchId: batch.id, state: 'active' },
    include: { cadre: { include: { unit: true } } },
    orderBy: { id: 'asc' },
  });
  const day = new Date(`${on}T00:00:00Z`);
  const posted = await prisma.assignment.findMany({
    where: {
      ...{ batchId: batch.id, state: 'inForce', startsOn: { lte: day } },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    },
    select: { villageId: true, post: true, cadreId: true },
  });
  const empty = placeIdOf(seat.villageId, seat.lead);
  const placement = new Map(
    posted
      .map((post) => [placeIdOf(post.villageId, isLead(post.post)), post.cadreId] as const)
      .filter(([placeId]) => placeId !== empty),
  );
  const leadingBodyWaived = !policy.isOn('dispatch.laggingNeedsLeadingBody');
  const input: PlanProblemInput = {
    villages: villages.flatMap(({ villageId, name, townshipId, kinds, poor, tier }) =>
      tier === 'district' || tier === 'township'
        ? [{ id: villageId, name, townshipId, tier, kinds, poor, leadingBodyWaived }]
        : [],
    ),
    places: villages.flatMap(({ villageId, tier }) =>
      postsOf(tier, policy).map((post) => ({
        id: placeIdOf(villageId, isLead(post)),
        ...{ villageId, post },
      })),
    ),
    cadres: named.map(({ cadre, category }) => planCadre(cadre, category, { townshipIds, levels })),
    weights: weightsOfPolicy(policy),
    ...{ pins: [], wishes: [], published: [], seed: 0 },
  };
  return { input, placement, townshipIds, levels };
}

function planCadre(
  cadre: CadreWithUnit,
  category: Category,
  { townshipIds, levels }: Pick<SeatProblem, 'townshipIds' | 'levels'>,
): PlanCadre {
  const { id, name, unitId, unit, rank, speciality, homeTownship } = cadre;
  return {
    ...{ id, name, unitId, rank, speciality },
    townshipId: unit.townshipId,
    tier: unit.townshipId === null ? 'district' : 'township',
    level: levels[rank] ?? 0,
    unitStrengths: unit.strengths,
    leadingBody: category === 'leadingBody',
    homeTownshipId: townshipIds.get(homeTownship ?? '') ?? null,
    eligible: true,
  };
}

/**
 * What somebody in the post is worth in points, against the village and the units as they are without
 * anybody in it. That the post is filled at all is the same for everybody and left out.
 */
export function pointsOf(
  problem: SeatProblem,
  seat: Asked['seat'],
  cadre: CadreWithUnit,
  category: Category,
): number | null {
  const others = problem.input.cadres.filter(({ id }) => id !== cadre.id);
  const cadres = [...others, planCadre(cadre, category, problem)];
  const index = indexPlan({ ...problem.input, cadres });
  const entry = index.villages.get(seat.villageId);
  const placeId = placeIdOf(seat.villageId, seat.lead);
  if (!entry || !index.places.has(placeId)) return null;
  const points = (placement: ReadonlyMap<string, string>) =>
    [
      ...scoreVillage(index, entry, placement).parts.filter(({ kind }) => kind !== 'unfilled'),
      ...splitUnits(index, placement),
    ].reduce((sum, { value }) => sum + value, 0);
  const taken = new Map([...problem.placement, [placeId, cadre.id]]);
  return Math.round((points(taken) - points(problem.placement)) * 100) / 100;
}
