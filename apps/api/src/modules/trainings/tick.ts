import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { tickTraining } from '@xuanpai/contracts/trainings';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { holdTraining } from '../../lib/trainings/hold.ts';
import { sayPresence } from '../../lib/trainings/presence.ts';
import { writeAs } from '../../lib/write.ts';

/** Says who came to a session. */
export function tick(
  deps: Deps,
  actor: Actor,
  id: string,
  { changes }: BodyOf<typeof tickTraining>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const session = await holdTraining(tx, actor, id);
    await sayPresence(tx, actor, session, { changes, today: deps.today() });
  });
}
