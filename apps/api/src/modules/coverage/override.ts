import type { overrideTier } from '@xuanpai/contracts/coverage';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Json, Tier, VillageKind } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { holdUnissued, readBatch } from '../../lib/records/batch.ts';
import { countWrites } from '../../lib/records/counters.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

interface State {
  kinds: VillageKind[];
  cityDispatched: boolean;
  tierOverride: Tier | null;
  tierReason: string | null;
}

/** Sets a village's tier by hand or goes back to the proposal; corrects its kinds and the city's part. */
export function setTier(
  deps: Deps,
  actor: Actor,
  { id: batchId, villageId }: { id: string; villageId: string },
  { version, reason, ...changes }: BodyOf<typeof overrideTier>,
) {
  return writeAs(deps, actor, async (tx) => {
    // Of two who change a village at once the second waits, and sees what the first one did.
    await lockRow(tx, 'batch', batchId);
    await holdUnissued(tx, (await readBatch(tx, batchId)).id);
    const village = await tx.village.findUnique({ where: { id: villageId } });
    if (!village) throw notFound();
    const key = { batchId, villageId };
    const before = await readState(tx, key, version);
    const after = changed(before, changes, reason);
    await tx.batchVillage.upsert({
      where: { batchId_villageId: key },
      create: { ...key, ...after, version: version + 1 },
      update: { ...after, version: { increment: 1 } },
    });
    await countWrites(tx, 'batchVillages');
    record(tx, {
      action: 'coverage.override',
      entity: 'village',
      entityId: villageId,
      params: { name: village.name, tier: after.tierOverride, reason },
      changes: [
        {
          entity: 'batchVillage',
          entityId: entityIdOf(key),
          versionAfter: version + 1,
          ...difference(logged(before), logged(after)),
        },
      ],
    });
  });
}

type Key = { batchId: string; villageId: string };

const entityIdOf = ({ batchId, villageId }: Key) => `${batchId}.${villageId}`;

/** As the village is in the batch; a village that nobody described yet has version 1. */
async function readState(tx: Tx, key: Key, seen: number): Promise<State> {
  const row = await tx.batchVillage.findUnique({ where: { batchId_villageId: key } });
  const { version, ...state } = row ?? { ...blank, version: 1 };
  const { kinds, cityDispatched, tierOverride, tierReason } = state;
  const current = { kinds, cityDispatched, tierOverride, tierReason };
  await checkVersion(
    tx,
    { entity: 'batchVillage', id: entityIdOf(key), version, current: logged(current) },
    seen,
  );
  return current;
}

const blank: State = { kinds: [], cityDispatched: false, tierOverride: null, tierReason: null };

function changed(
  before: State,
  { tier, kinds, cityDispatched }: Omit<BodyOf<typeof overrideTier>, 'version' | 'reason'>,
  reason: string,
): State {
  const tierOverride = tier === undefined ? before.tierOverride : tier;
  const kept = tier === undefined ? before.tierReason : reason;
  return {
    kinds: kinds ? [...new Set(kinds)] : before.kinds,
    cityDispatched: cityDispatched ?? before.cityDispatched,
    tierOverride,
    tierReason: tierOverride === null ? null : kept,
  };
}

function logged(state: State): { [field: string]: Json } {
  return { ...state };
}
