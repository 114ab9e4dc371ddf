import * as contract from '@xuanpai/contracts/projects';
import type { Deps } from '../../../lib/deps.ts';
import { type Route, route } from '../../../lib/route.ts';
import { readProject, readProjects } from './read.ts';
import { projectSheet } from './sheet.ts';
import { accept, takeStep } from './step.ts';
import { addProject, changeProject, pay, takeBackPayment } from './write.ts';

export function projectRoutes(deps: Deps): Route[] {
  return [
    route(contract.listProjects, ({ actor, query }) => readProjects(deps, actor, query)),
    route(contract.exportProjects, ({ actor, query }) => projectSheet(deps, actor, query)),
    route(contract.getProject, ({ actor, params, query }) =>
      readProject(deps, actor, params.id, query),
    ),
    route(contract.createProject, async ({ actor, body }) =>
      readProject(deps, actor, await addProject(deps, actor, body)),
    ),
    route(contract.updateProject, async ({ actor, params, body }) => {
      await changeProject(deps, actor, params.id, body);
      return readProject(deps, actor, params.id);
    }),
    route(contract.addPayment, async ({ actor, params, body }) => {
      await pay(deps, actor, params.id, body);
      return readProject(deps, actor, params.id);
    }),
    route(contract.removePayment, ({ actor, params, query }) =>
      takeBackPayment(deps, actor, params, query.version),
    ),
    route(contract.stepProject, async ({ actor, params, body }) => {
      await takeStep(deps, actor, params.id, body);
      return readProject(deps, actor, params.id);
    }),
    route(contract.acceptProject, async ({ actor, params, body }) => {
      await accept(deps, actor, params.id, body);
      return readProject(deps, actor, params.id);
    }),
  ];
}
