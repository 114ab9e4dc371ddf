import type { QueryOf } from '@xuanpai/contracts/endpoint';
import * as contract from '@xuanpai/contracts/township-benefits';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, type Route, route, xlsx } from '../../lib/route.ts';
import { writeSheet } from '../../lib/sheet/write-sheet.ts';
import { readAllTownshipBenefits, readTownshipBenefit, readTownshipBenefits } from './read.ts';
import { addAmount, change, create, remove, removeAmount } from './write.ts';

export function townshipBenefitRoutes(deps: Deps): Route[] {
  return [
    route(contract.listTownshipBenefits, ({ actor, query }) =>
      readTownshipBenefits(deps, actor, query),
    ),
    route(contract.exportTownshipBenefits, ({ actor, query }) => sheet(deps, actor, query)),
    route(contract.createTownshipBenefit, async ({ actor, body }) =>
      readTownshipBenefit(deps, actor, await create(deps, actor, body)),
    ),
    route(contract.changeTownshipBenefit, async ({ actor, params, body }) => {
      await change(deps, actor, params.id, body);
      return readTownshipBenefit(deps, actor, params.id);
    }),
    route(contract.deleteTownshipBenefit, ({ actor, params, query }) =>
      remove(deps, actor, params.id, query.version),
    ),
    route(contract.addTownshipAmount, async ({ actor, params, body }) => {
      await addAmount(deps, actor, params.id, body);
      return readTownshipBenefit(deps, actor, params.id);
    }),
    route(contract.removeTownshipAmount, async ({ actor, params }) => {
      await removeAmount(deps, actor, params.id, params.amountId);
      return readTownshipBenefit(deps, actor, params.id);
    }),
  ];
}

/** 镇街自定待遇一览表: a line for each amount, and one for a text without any. */
async function sheet(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof contract.exportTownshipBenefits>,
): Promise<FileReply> {
  const found = await readAllTownshipBenefits(deps, actor, query);
  const rows = found.flatMap((one) => {
    const of = [one.townshipName, one.title, one.documentNumber, one.content] as const;
    const days = [one.startsOn, one.endsOn] as const;
    if (one.amounts.length === 0) return [[...of, ...days, null, null, null, null]];
    return one.amounts.map(({ cadreName, givenOn, amount, note }) => [
      ...[...of, ...days, cadreName, givenOn, amount, note],
    ]);
  });
  const bytes = await writeSheet({
    sheetName: '镇街自定待遇',
    title: '镇街自定待遇一览表',
    note: `制表日期：${deps.today()}    共${found.length}项`,
    columns: [
      { heading: '镇街（园区）', kind: 'text', width: 14 },
      { heading: '待遇', kind: 'text', width: 22 },
      { heading: '文号', kind: 'text', width: 20 },
      { heading: '内容', kind: 'text', width: 40 },
      { heading: '起', kind: 'date', width: 12 },
      { heading: '止', kind: 'date', width: 12 },
      { heading: '姓名', kind: 'text', width: 10 },
      { heading: '发放日期', kind: 'date', width: 12 },
      { heading: '金额（元）', kind: 'money', width: 14 },
      { heading: '备注', kind: 'text', width: 20 },
    ],
    rows,
    print: { landscape: true },
  });
  return { filename: `镇街自定待遇 ${deps.today()}.xlsx`, type: xlsx, bytes };
}
