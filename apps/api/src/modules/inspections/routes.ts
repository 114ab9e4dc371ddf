import * as issues from '@xuanpai/contracts/inspection-findings';
import * as inspections from '@xuanpai/contracts/inspections';
import * as draws from '@xuanpai/contracts/village-draws';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readPopulation } from './draw-population.ts';
import { checkDraw, drawAnew, readDraw, readDraws } from './draws.ts';
import { readInspection, readInspections } from './inspection-read.ts';
import { addInspection, changeInspection } from './inspection-write.ts';
import { readIssue, readIssues } from './issue-read.ts';
import { issueSheet } from './issue-sheet.ts';
import { addIssue, answer, giveBack, settle } from './issue-write.ts';

export function inspectionRoutes(deps: Deps): Route[] {
  return [...ofInspections(deps), ...ofIssues(deps), ...ofDraws(deps)];
}

function ofInspections(deps: Deps): Route[] {
  return [
    route(inspections.listInspections, ({ actor, query }) => readInspections(deps, actor, query)),
    route(inspections.getInspection, ({ actor, params }) => readInspection(deps, actor, params.id)),
    route(inspections.enterInspection, async ({ actor, body }) =>
      readInspection(deps, actor, await addInspection(deps, actor, body)),
    ),
    route(inspections.updateInspection, async ({ actor, params, body }) => {
      await changeInspection(deps, actor, params.id, body);
      return readInspection(deps, actor, params.id);
    }),
  ];
}

function ofIssues(deps: Deps): Route[] {
  return [
    route(issues.listIssues, ({ actor, query }) => readIssues(deps, actor, query)),
    route(issues.exportIssues, ({ actor, query }) => issueSheet(deps, actor, query)),
    route(issues.getIssue, ({ actor, params }) => readIssue(deps, actor, params.id)),
    route(issues.enterIssue, async ({ actor, params, body }) =>
      readIssue(deps, actor, await addIssue(deps, actor, params.id, body)),
    ),
    route(issues.answerIssue, async ({ actor, params, body }) => {
      await answer(deps, actor, params.id, body);
      return readIssue(deps, actor, params.id);
    }),
    route(issues.closeIssue, async ({ actor, params, body }) => {
      await settle(deps, actor, 'close', params.id, body);
      return readIssue(deps, actor, params.id);
    }),
    route(issues.returnIssue, async ({ actor, params, body }) => {
      await giveBack(deps, actor, params.id, body);
      return readIssue(deps, actor, params.id);
    }),
    route(issues.withdrawIssue, async ({ actor, params, body }) => {
      await settle(deps, actor, 'withdraw', params.id, body);
      return readIssue(deps, actor, params.id);
    }),
  ];
}

function ofDraws(deps: Deps): Route[] {
  return [
    route(draws.listDraws, ({ query }) => readDraws(deps, query)),
    route(draws.getDraw, ({ params }) => readDraw(deps, params.id)),
    route(draws.verifyDraw, ({ params }) => checkDraw(deps, params.id)),
    route(draws.countDrawable, async ({ body }) => ({
      villages: (await readPopulation(deps, body)).length,
    })),
    route(draws.drawVillages, async ({ actor, body }) =>
      readDraw(deps, await drawAnew(deps, actor, body)),
    ),
  ];
}
