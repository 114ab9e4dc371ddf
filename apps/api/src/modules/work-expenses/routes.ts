import * as contract from '@xuanpai/contracts/work-expenses';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { close, reopen } from './close.ts';
import { enterUse, pay, removePayment, removeUse } from './lines.ts';
import { readExpenseDetail, readWorkExpenses } from './read.ts';
import { expenseSheet } from './sheet.ts';

export function workExpenseRoutes(deps: Deps): Route[] {
  return [
    route(contract.listWorkExpenses, ({ actor, query }) => readWorkExpenses(deps, actor, query)),
    route(contract.exportWorkExpenses, ({ actor, query }) => expenseSheet(deps, actor, query)),
    route(contract.getWorkExpenses, ({ actor, params, query }) =>
      readExpenseDetail(deps, actor, params.unitId, query),
    ),
    route(contract.payWorkExpense, async ({ actor, params, body }) => {
      await pay(deps, actor, params.unitId, body);
      return readExpenseDetail(deps, actor, params.unitId, body);
    }),
    route(contract.enterExpenseUse, async ({ actor, params, body }) => {
      await enterUse(deps, actor, params.unitId, body);
      return readExpenseDetail(deps, actor, params.unitId, body);
    }),
    route(contract.removeExpensePayment, async ({ actor, params, query }) => {
      const of = await removePayment(deps, actor, params.id, query.version);
      return readExpenseDetail(deps, actor, of.unitId, of);
    }),
    route(contract.removeExpenseUse, async ({ actor, params, query }) => {
      const of = await removeUse(deps, actor, params.id, query.version);
      return readExpenseDetail(deps, actor, of.unitId, of);
    }),
    route(contract.closeWorkExpenses, async ({ actor, params, body }) => {
      await close(deps, actor, params.unitId, body);
      return readExpenseDetail(deps, actor, params.unitId, body);
    }),
    route(contract.reopenWorkExpenses, async ({ actor, params, body }) => {
      await reopen(deps, actor, params.unitId, body);
      return readExpenseDetail(deps, actor, params.unitId, body);
    }),
  ];
}
