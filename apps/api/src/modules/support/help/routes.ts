import * as contract from '@xuanpai/contracts/help';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { decide, drop, reopen, takeBack } from './decide.ts';
import { addHelp, changePromise } from './enter.ts';
import { readHelp, readHelpList } from './read.ts';
import { report } from './report.ts';
import { helpSheet } from './sheet.ts';

export function helpRoutes(deps: Deps): Route[] {
  return [
    route(contract.listHelp, ({ actor, query }) => readHelpList(deps, actor, query)),
    route(contract.exportHelp, ({ actor, query }) => helpSheet(deps, actor, query)),
    route(contract.getHelp, ({ actor, params, query }) => readHelp(deps, actor, params.id, query)),
    route(contract.enterHelp, async ({ actor, body }) =>
      readHelp(deps, actor, await addHelp(deps, actor, body)),
    ),
    route(contract.changeHelp, async ({ actor, params, body }) => {
      await changePromise(deps, actor, params.id, body);
      return readHelp(deps, actor, params.id);
    }),
    route(contract.reportHelp, async ({ actor, params, body }) => {
      await report(deps, actor, params.id, body);
      return readHelp(deps, actor, params.id);
    }),
    route(contract.withdrawHelp, async ({ actor, params, body }) => {
      await takeBack(deps, actor, params.id, body);
      return readHelp(deps, actor, params.id);
    }),
    route(contract.dropHelp, async ({ actor, params, body }) => {
      await drop(deps, actor, params.id, body);
      return readHelp(deps, actor, params.id);
    }),
    route(contract.decideHelp, async ({ actor, params, body }) => {
      await decide(deps, actor, params.id, body);
      return readHelp(deps, actor, params.id);
    }),
    route(contract.reopenHelp, async ({ actor, params, body }) => {
      await reopen(deps, actor, params.id, body);
      return readHelp(deps, actor, params.id);
    }),
  ];
}
