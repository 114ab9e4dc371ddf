import { type CadreEvent, cadreEventKinds } from '@xuanpai/contracts/cadres';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { assignmentEvents } from './assignment-events.ts';
import { logEvents } from './log-events.ts';
import { nominationEvents } from './nomination-events.ts';

/** A person's line of time, oldest first; on one day in the order that things happen. */
export async function readEvents(deps: Deps, actor: Actor, cadreId: string): Promise<CadreEvent[]> {
  const found = await Promise.all([
    logEvents(deps, cadreId),
    nominationEvents(deps, actor, cadreId),
    assignmentEvents(deps, cadreId),
  ]);
  return found
    .flat()
    .sort((a, b) => (a.on === b.on ? orderOf(a) - orderOf(b) : a.on < b.on ? -1 : 1));
}

function orderOf({ kind }: CadreEvent) {
  return cadreEventKinds.indexOf(kind);
}
