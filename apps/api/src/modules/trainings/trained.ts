import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listTrained } from '@xuanpai/contracts/trained';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { seenOn } from '../../lib/known.ts';
import { readTrainedCadres } from '../../lib/records/trained-cadres.ts';

/** Everybody in post on a day within reach, those who are late first. */
export async function readTrained(
  deps: Deps,
  actor: Actor,
  { batchId, states, townshipIds, on = deps.today(), known }: QueryOf<typeof listTrained>,
): Promise<ReplyOf<typeof listTrained>> {
  const { people, withinDays, basis } = await readTrainedCadres(
    deps,
    actor,
    batchId,
    seenOn(on, deps.today(), known),
  );
  const inTownships = people.filter(
    ({ townshipId }) => !townshipIds || townshipIds.includes(townshipId),
  );
  const count = (state: string) => inTownships.filter((one) => one.state === state).length;
  return {
    items: inTownships.filter(({ state }) => !states || states.includes(state)),
    counts: { late: count('late'), open: count('open'), trained: count('trained') },
    withinDays,
    basis,
  };
}
