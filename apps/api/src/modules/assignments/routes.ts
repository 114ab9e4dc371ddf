import {
  exportDispatchList,
  exportTelephoneList,
  getAssignment,
  listAssignments,
} from '@xuanpai/contracts/assignments';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { actRoutes } from './act-routes.ts';
import { dispatchList } from './dispatch-list.ts';
import { readAssignment, readAssignments } from './read.ts';
import { telephoneList } from './telephone-list.ts';
import { termEndRoutes } from './term-end/routes.ts';

export function assignmentRoutes(deps: Deps): Route[] {
  return [
    route(listAssignments, ({ actor, query }) => readAssignments(deps, actor, query)),
    route(exportDispatchList, ({ actor, query }) => dispatchList(deps, actor, query)),
    route(exportTelephoneList, ({ actor, query }) => telephoneList(deps, actor, query)),
    route(getAssignment, ({ actor, params }) => readAssignment(deps, actor, params.id)),
    ...actRoutes(deps),
    ...termEndRoutes(deps),
  ];
}
