import * as contract from '@xuanpai/contracts/leaves';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { askForLeave, reckonForForm } from './ask.ts';
import { decideOnLeave, endTaken, withdrawAsked } from './decide.ts';
import { readLeave, readLeaves } from './read.ts';
import { leaveSheet } from './sheet.ts';
import { readLeaveYear, setDue } from './year.ts';

export function leaveRoutes(deps: Deps): Route[] {
  return [
    route(contract.listLeaves, ({ actor, query }) => readLeaves(deps, actor, query)),
    route(contract.exportLeaves, ({ actor, query }) => leaveSheet(deps, actor, query)),
    route(contract.reckonLeave, ({ actor, query }) => reckonForForm(deps, actor, query)),
    route(contract.getLeave, ({ actor, params }) => readLeave(deps, actor, params.id)),
    route(contract.askLeave, async ({ actor, body }) =>
      readLeave(deps, actor, await askForLeave(deps, actor, body)),
    ),
    route(contract.decideLeave, async ({ actor, params, body }) => {
      await decideOnLeave(deps, actor, params.id, body);
      return readLeave(deps, actor, params.id);
    }),
    route(contract.withdrawLeave, async ({ actor, params, body }) => {
      await withdrawAsked(deps, actor, params.id, body.version);
      return readLeave(deps, actor, params.id);
    }),
    route(contract.endLeave, async ({ actor, params, body }) => {
      await endTaken(deps, actor, params.id, body);
      return readLeave(deps, actor, params.id);
    }),
    route(contract.getLeaveYear, ({ actor, params }) =>
      readLeaveYear(deps, actor, params.id, params.year),
    ),
    route(contract.setLeaveDue, async ({ actor, params, body }) => {
      await setDue(deps, actor, params, body);
      return readLeaveYear(deps, actor, params.id, params.year);
    }),
  ];
}
