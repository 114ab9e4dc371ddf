import * as closing from '@xuanpai/contracts/batch-closing';
import * as contract from '@xuanpai/contracts/term-ends';
import * as handovers from '@xuanpai/contracts/term-handovers';
import * as units from '@xuanpai/contracts/term-units';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { close, readClosing } from './close.ts';
import { keepHandover, keepHandovers } from './handover.ts';
import { readTermEnd, readTermEnds, readTermUnits } from './read.ts';
import { termReport } from './report.ts';
import { decideAll, proposeAll } from './several.ts';
import { decideUnits, proposeUnits } from './several-units.ts';
import { termSheet } from './sheet.ts';
import { decideUnit, proposeUnit, readTermUnit } from './units.ts';
import { decide, propose } from './write.ts';

export function termEndRoutes(deps: Deps): Route[] {
  return [
    route(contract.listTermEnds, ({ actor, query }) => readTermEnds(deps, actor, query)),
    route(contract.exportTermEnds, ({ actor, query }) => termSheet(deps, actor, query)),
    route(contract.proposeTermEnd, async ({ actor, params, body }) => {
      await propose(deps, actor, params.assignmentId, body);
      return readTermEnd(deps, actor, params.assignmentId);
    }),
    route(contract.decideTermEnd, async ({ actor, params, body }) => {
      await decide(deps, actor, params.assignmentId, body);
      return readTermEnd(deps, actor, params.assignmentId);
    }),
    route(contract.proposeTermEnds, ({ actor, body }) => proposeAll(deps, actor, body)),
    route(contract.decideTermEnds, ({ actor, body }) => decideAll(deps, actor, body)),
    route(handovers.saveHandover, async ({ actor, params, body }) => {
      await keepHandover(deps, actor, params.assignmentId, body);
      return readTermEnd(deps, actor, params.assignmentId);
    }),
    route(handovers.saveHandovers, ({ actor, body }) => keepHandovers(deps, actor, body)),
    route(units.listTermUnits, ({ actor, query }) => readTermUnits(deps, actor, query)),
    route(units.proposeUnitEnd, async ({ actor, params, body }) => {
      await proposeUnit(deps, actor, params.unitId, body);
      return readTermUnit(deps, actor, params.unitId, body.batchId);
    }),
    route(units.decideUnitEnd, async ({ actor, params, body }) => {
      await decideUnit(deps, actor, params.unitId, body);
      return readTermUnit(deps, actor, params.unitId, body.batchId);
    }),
    route(units.proposeUnitEnds, ({ actor, body }) => proposeUnits(deps, actor, body)),
    route(units.decideUnitEnds, ({ actor, body }) => decideUnits(deps, actor, body)),
    route(closing.getBatchClosing, ({ params }) => readClosing(deps, params.id)),
    route(closing.closeBatch, async ({ actor, params, body }) => {
      await close(deps, actor, params.id, body);
      return readClosing(deps, params.id);
    }),
    route(closing.exportTermReport, ({ actor, params }) => termReport(deps, actor, params.id)),
  ];
}
