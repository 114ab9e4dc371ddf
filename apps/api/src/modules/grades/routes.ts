import * as steps from '@xuanpai/contracts/evaluation-steps';
import * as cases from '@xuanpai/contracts/grade-cases';
import * as notices from '@xuanpai/contracts/grade-notices';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { ask, extend, readCases, settle } from './cases.ts';
import { decide, tell } from './decide.ts';
import { readFeedback, receive, send } from './feedback.ts';
import { answerObjection, enterObjection, putUp, readNotices } from './notices.ts';
import { readCadreGrades, readPersonSteps, readSteps } from './read.ts';
import { checkProposals, giveBack, recordOf } from './record.ts';
import { reviewPaper, reviewSheet } from './sheet.ts';

export function gradeRoutes(deps: Deps): Route[] {
  return [
    route(steps.listStepPeople, ({ actor, params }) => readSteps(deps, actor, params.id)),
    route(steps.exportReviewSheet, ({ actor, params }) => reviewSheet(deps, actor, params.id)),
    route(steps.printReviewSheet, ({ actor, params }) => reviewPaper(deps, actor, params.id)),
    route(steps.recordSteps, ({ actor, params, body }) => recordOf(deps, actor, params.id, body)),
    route(steps.checkGrades, ({ actor, params, body }) =>
      checkProposals(deps, actor, params.id, body),
    ),
    route(steps.returnGrade, ({ actor, params, body }) => giveBack(deps, actor, params.id, body)),
    route(notices.postNotice, ({ actor, params, body }) => putUp(deps, actor, params.id, body)),
    route(notices.listNotices, ({ actor, params }) => readNotices(deps, actor, params.id)),
    route(notices.enterNoticeObjection, ({ actor, params, body }) =>
      enterObjection(deps, actor, params.id, body),
    ),
    route(notices.answerNoticeObjection, ({ actor, params, body }) =>
      answerObjection(deps, actor, params.id, body),
    ),
    route(steps.decideGrades, ({ actor, params, body }) => decide(deps, actor, params.id, body)),
    route(steps.tellGrades, ({ actor, params, body }) => tell(deps, actor, params.id, body)),
    route(cases.getPersonSteps, ({ actor, params }) => readPersonSteps(deps, actor, params.id)),
    route(cases.askGradeCase, ({ actor, params, body }) => ask(deps, actor, params.id, body)),
    route(cases.extendGradeCase, ({ actor, params, body }) => extend(deps, actor, params.id, body)),
    route(cases.settleGradeCase, ({ actor, params, body }) => settle(deps, actor, params.id, body)),
    route(cases.listGradeCases, ({ actor, params }) => readCases(deps, actor, params.id)),
    route(cases.sendFeedback, ({ actor, params, body }) => send(deps, actor, params.id, body)),
    route(cases.listFeedback, ({ actor, query }) => readFeedback(deps, actor, query)),
    route(cases.receiveFeedback, ({ actor, body }) => receive(deps, actor, body)),
    route(cases.getCadreGrades, ({ actor, params }) => readCadreGrades(deps, actor, params.id)),
  ];
}
