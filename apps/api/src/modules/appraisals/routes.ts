import * as contract from '@xuanpai/contracts/appraisals';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import {
  correctSigned,
  discardDraft,
  returnSent,
  signOpinions,
  submitDrafts,
  withdrawSent,
} from './acts.ts';
import { appraisalPapers } from './papers.ts';
import { readAppraisal, readAppraisals, readCadreAppraisals, readEditions } from './read.ts';
import { appraisalSheet } from './sheet.ts';
import { writeOpinion } from './write.ts';

export function appraisalRoutes(deps: Deps): Route[] {
  return [
    route(contract.listAppraisals, ({ actor, query }) => readAppraisals(deps, actor, query)),
    route(contract.exportAppraisals, ({ actor, query }) => appraisalSheet(deps, actor, query)),
    route(contract.exportAppraisalPapers, ({ actor, query }) =>
      appraisalPapers(deps, actor, query),
    ),
    route(contract.getCadreAppraisals, ({ actor, params, query }) =>
      readCadreAppraisals(deps, actor, params.id, query),
    ),
    route(contract.listAppraisalEditions, ({ actor, params }) =>
      readEditions(deps, actor, params.id),
    ),
    route(contract.writeAppraisal, async ({ actor, params, body }) =>
      readAppraisal(deps, actor, await writeOpinion(deps, actor, params, body)),
    ),
    route(contract.submitAppraisals, ({ actor, body }) => submitDrafts(deps, actor, body)),
    route(contract.signAppraisals, ({ actor, body }) => signOpinions(deps, actor, body)),
    route(contract.withdrawAppraisal, async ({ actor, params, body }) =>
      readAppraisal(deps, actor, await withdrawSent(deps, actor, params.id, body.version)),
    ),
    route(contract.returnAppraisal, async ({ actor, params, body }) =>
      readAppraisal(deps, actor, await returnSent(deps, actor, params.id, body)),
    ),
    route(contract.correctAppraisal, async ({ actor, params, body }) =>
      readAppraisal(deps, actor, await correctSigned(deps, actor, params.id, body)),
    ),
    route(contract.discardAppraisal, async ({ actor, params, query }) =>
      readAppraisal(deps, actor, await discardDraft(deps, actor, params.id, query.version)),
    ),
  ];
}
