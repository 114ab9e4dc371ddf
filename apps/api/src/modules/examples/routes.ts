import * as contract from '@xuanpai/contracts/examples';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readExample, readExamples } from './read.ts';
import { actOnExample, changeExample, draftExample, removeExample } from './write.ts';

export function exampleRoutes(deps: Deps): Route[] {
  return [
    route(contract.listExamples, async ({ actor, query }) => readExamples(deps, actor, query)),
    route(contract.getExample, async ({ actor, params, query }) =>
      readExample(deps, actor, params.id, query),
    ),
    route(contract.createExample, async ({ actor, body }) =>
      readExample(deps, actor, await draftExample(deps, actor, body)),
    ),
    route(contract.updateExample, async ({ actor, params, body }) => {
      await changeExample(deps, actor, params.id, body);
      return readExample(deps, actor, params.id);
    }),
    route(contract.deleteExample, async ({ actor, params, query }) =>
      removeExample(deps, actor, params.id, query.version),
    ),
    route(contract.submitExample, async ({ actor, params, body: { recall, version } }) => {
      await actOnExample(deps, actor, params.id, recall ? 'recall' : 'submit', { version });
      return readExample(deps, actor, params.id);
    }),
    route(contract.reviewExample, async ({ actor, params, body }) => {
      const { act, ...given } = body;
      await actOnExample(deps, actor, params.id, act, given);
      return readExample(deps, actor, params.id);
    }),
  ];
}
