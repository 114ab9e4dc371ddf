import * as contract from '@xuanpai/contracts/work-rules';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { workRulePaper } from './document.ts';
import { issueRule } from './issue.ts';
import { readWorkRule, readWorkRules } from './read.ts';

export function workRuleRoutes(deps: Deps): Route[] {
  return [
    route(contract.listWorkRules, ({ query }) => readWorkRules(deps, query)),
    route(contract.getWorkRule, ({ params }) => readWorkRule(deps, params.id)),
    route(contract.exportWorkRule, async ({ params }) =>
      workRulePaper(await readWorkRule(deps, params.id)),
    ),
    route(contract.issueWorkRule, async ({ actor, body }) =>
      readWorkRule(deps, await issueRule(deps, actor, body)),
    ),
  ];
}
