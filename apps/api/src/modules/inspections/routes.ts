import * as comparisons from '@xuanpai/contracts/field-comparisons';
import * as issues from '@xuanpai/contracts/inspection-findings';
import * as inspections from '@xuanpai/contracts/inspections';
import * as leaders from '@xuanpai/contracts/leader-links';
import * as organisation from '@xuanpai/contracts/organisation';
import * as draws from '@xuanpai/contracts/village-draws';
import * as states from '@xuanpai/contracts/village-state';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readComparison } from './comparison-read.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { score, setUp } from './comparison-write.ts';
import { readPopulation } from './draw-population.ts';
import { checkDraw, drawAnew, readDraw, readDraws } from './draws.ts';
import { readInspection, readInspections } from './inspection-read.ts';
import { addInspection, changeInspection } from './inspection-write.ts';
import { addIssue } from './issue-create.ts';
import { readIssue, readIssues } from './issue-read.ts';
import { issueSheet } from './issue-sheet.ts';
import { answer, giveBack, settle } from './issue-write.ts';
import { readLeader, readLeaders } from './leaders-read.ts';
import { editLeader, enterLeader, link, relink, visit } from './leaders-write.ts';
import { readOrganisation, saveGroup, saveReport } from './organisation.ts';
import { unitYearDocument } from './unit-year-document.ts';
import { readElections, readVillageState } from './village-state-read.ts';
import { withdraw } from './village-state-withdraw.ts';
import { changePlanned, designate, planNext, reseat, seat, turned } from './village-state-write.ts';

export function inspectionRoutes(deps: Deps): Route[] {
  return [
    ...ofInspections(deps),
    ...ofIssues(deps),
    ...ofDraws(deps),
    ...ofVillages(deps),
    ...ofLeaders(deps),
    ...ofComparisons(deps),
    ...ofOrganisation(deps),
  ];
}

function ofInspections(deps: Deps): Route[] {
  return [
    route(inspections.listInspections, ({ actor, query }) => readInspections(deps, actor, query)),
    route(inspections.getInspection, ({ actor, params, query }) =>
      readInspection(deps, actor, params.id, query),
    ),
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
    route(issues.getIssue, ({ actor, params, query }) => readIssue(deps, actor, params.id, query)),
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

function ofVillages(deps: Deps): Route[] {
  return [
    route(states.listElections, ({ actor, query }) => readElections(deps, actor, query)),
    route(states.getVillageState, ({ actor, params, query }) =>
      readVillageState(deps, actor, params.id, query),
    ),
    route(states.seatHolder, async ({ actor, params, body }) => {
      await seat(deps, actor, params.id, body);
      return readVillageState(deps, actor, params.id);
    }),
    route(states.changeHolder, async ({ actor, params, body }) =>
      readVillageState(deps, actor, await reseat(deps, actor, params.id, body)),
    ),
    route(states.planElection, async ({ actor, params, body }) => {
      await planNext(deps, actor, params.id, body);
      return readVillageState(deps, actor, params.id);
    }),
    route(states.changeElection, async ({ actor, params, body }) =>
      readVillageState(deps, actor, await changePlanned(deps, actor, params.id, body)),
    ),
    route(states.designateWeakLax, async ({ actor, params, body }) => {
      await designate(deps, actor, params.id, body);
      return readVillageState(deps, actor, params.id);
    }),
    route(states.withdrawVillageRecord, async ({ actor, params, body }) =>
      readVillageState(deps, actor, await withdraw(deps, actor, params, body)),
    ),
    route(states.turnRound, async ({ actor, params, body }) =>
      readVillageState(deps, actor, await turned(deps, actor, params.id, body)),
    ),
  ];
}

function ofLeaders(deps: Deps): Route[] {
  return [
    route(leaders.listLeaders, ({ actor, query }) => readLeaders(deps, actor, query)),
    route(leaders.addLeader, async ({ actor, body }) =>
      readLeader(deps, actor, await enterLeader(deps, actor, body)),
    ),
    route(leaders.changeLeader, async ({ actor, params, body }) => {
      await editLeader(deps, actor, params.id, body);
      return readLeader(deps, actor, params.id);
    }),
    route(leaders.linkVillage, async ({ actor, params, body }) => {
      await link(deps, actor, params.id, body);
      return readLeader(deps, actor, params.id);
    }),
    route(leaders.changeLink, async ({ actor, params, body }) =>
      readLeader(deps, actor, await relink(deps, actor, params.id, body)),
    ),
    route(leaders.enterLeaderVisit, async ({ actor, params, body }) =>
      readInspection(deps, actor, await visit(deps, actor, params.id, body)),
    ),
  ];
}

function ofComparisons(deps: Deps): Route[] {
  return [
    route(comparisons.getFieldComparison, ({ actor, params }) =>
      readComparison(deps, actor, params.id),
    ),
    route(comparisons.exportFieldComparison, ({ actor, params }) =>
      comparisonSheet(deps, actor, params.id),
    ),
    route(comparisons.setUpFieldComparison, async ({ actor, params, body }) => {
      await setUp(deps, actor, params.id, body);
      return readComparison(deps, actor, params.id);
    }),
    route(comparisons.saveFieldScores, async ({ actor, params, body }) => {
      await score(deps, actor, params.id, body);
      return readComparison(deps, actor, params.id);
    }),
  ];
}

function ofOrganisation(deps: Deps): Route[] {
  return [
    route(organisation.listOrganisation, ({ actor, query }) =>
      readOrganisation(deps, actor, query.year),
    ),
    route(organisation.saveDistrictGroup, async ({ actor, body }) => ({
      version: await saveGroup(deps, actor, null, body),
    })),
    route(organisation.saveUnitGroup, async ({ actor, params, body }) => ({
      version: await saveGroup(deps, actor, params.id, body),
    })),
    route(organisation.saveDutyReport, async ({ actor, params, body }) => ({
      version: await saveReport(deps, actor, params, body),
    })),
    route(organisation.exportUnitYear, ({ actor, params }) =>
      unitYearDocument(deps, actor, params),
    ),
  ];
}
