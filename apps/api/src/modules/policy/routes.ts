import { changePolicy, getPolicy, policyHistory } from '@xuanpai/contracts/policy';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { setPolicy } from './change.ts';
import { readPolicyForm, readPolicyHistory } from './read.ts';

export function policyRoutes(deps: Deps): Route[] {
  return [
    route(getPolicy, async ({ actor, params, query }) =>
      readPolicyForm(deps, actor, params.id, query),
    ),
    route(policyHistory, async ({ actor, params, query }) =>
      readPolicyHistory(deps, actor, params.id, query),
    ),
    route(changePolicy, async ({ actor, params, body }) => {
      await setPolicy(deps, actor, params.id, body);
      return readPolicyForm(deps, actor, params.id, { on: body.effectiveFrom });
    }),
  ];
}
