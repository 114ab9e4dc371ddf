import { afterCommit, type Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { lockPlan } from '../edit/lock-plan.ts';
import { saveEdit } from '../edit/save-edit.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { placeDifferences } from '../read/place-differences.ts';
import { refuseContradictions } from '../wishes/contradictions.ts';

interface Wish {
  seed?: number;
  version?: number;
  prove?: boolean;
}

const firstSeed = 1;

/**
 * Queues a solving of the plan and gives its id. Places follow the villages' tiers first, where these
 * have changed. Without a seed the one of the last run is taken: the same plan comes out again.
 * Throws `notFound`, `alreadyDone`, `staleVersion`, `runOpen`, and
 * `ruleViolated` with every contradiction among pins, wishes and declared kin.
 */
export function startRun(
  deps: Deps,
  actor: Actor,
  planId: string,
  { seed, version, prove }: Wish,
  queued: () => void,
): Promise<{ runId: string }> {
  return writeAs(deps, actor, async (tx) => {
    const open = await lockPlan(tx, planId, version ?? null, deps.today());
    const last = await tx.planRun.findFirst({ where: { planId }, orderBy: { createdAt: 'desc' } });
    if (last?.status === 'queued' || last?.status === 'running') throw new ApiError('runOpen');
    const current = await withCurrentPlaces(tx, open);
    refuseContradictions(current);
    const { plan } = current;
    const run = await tx.planRun.create({
      data: {
        planId,
        seed: seed ?? last?.seed ?? firstSeed,
        prove: prove ?? true,
        planVersion: plan.version,
        startedByName: actor.name,
      },
    });
    record(tx, {
      action: 'plan.solve',
      entity: 'plan',
      entityId: planId,
      params: { name: plan.name, seed: run.seed },
    });
    afterCommit(tx, queued);
    return { runId: run.id };
  });
}

/** D2, D6: the places are those that the villages' tiers ask for now. */
async function withCurrentPlaces(tx: Tx, open: OpenPlan): Promise<OpenPlan> {
  const { missing, surplus } = placeDifferences(open.dossier, open.places);
  if (missing.length + surplus.length === 0) return open;
  const planId = open.plan.id;
  await tx.planPlace.deleteMany({ where: { planId, id: { in: surplus } } });
  await tx.planPlace.createMany({
    data: missing.map((place) => ({ id: uuid(), planId, ...place })),
  });
  return saveEdit(tx, open, {
    action: 'plan.renewPlaces',
    params: { added: missing.length, removed: surplus.length },
    before: { places: open.places.length },
    after: { places: open.places.length + missing.length - surplus.length },
  });
}
