import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { exportVillages, Village } from '@xuanpai/contracts/villages';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll } from '../../lib/list.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { villageList } from './list.ts';

/** The villages as filtered, in the columns of the office's own register, so that it can come back. */
export async function villageSheet(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof exportVillages>,
): Promise<FileReply> {
  const villages = await readAll<Village>(deps.db.pool, await villageList(deps, actor, query));
  const year = sharedYear(villages);
  const bytes = await writeSheet({
    sheetName: '村名册',
    title: '行政村基本情况统计表',
    note: `导出时间:${deps.today()}    共${villages.length}村`,
    columns: columnsOf(year),
    rows: villages.map((village, at) => valuesOf(village, at, year)),
  });
  return { filename: `村名册 ${deps.today()}.xlsx`, type: xlsx, bytes };
}

/** The year of the figures where all villages have the same; else each row says its own. */
function sharedYear(villages: readonly Village[]): number | null {
  const years = new Set(villages.flatMap(({ latestYear }) => latestYear?.year ?? []));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

function columnsOf(year: number | null): SheetColumn[] {
  const inYear = year === null ? '' : `${year}年`;
  return [
    { heading: '序号', kind: 'number' },
    { heading: '镇街（园区）', kind: 'text', width: 14 },
    { heading: '村名', kind: 'text', width: 16 },
    { heading: '区划代码', kind: 'text', width: 16 },
    { heading: '户数', kind: 'number' },
    { heading: '人口', kind: 'number' },
    { heading: '党员数', kind: 'number' },
    ...(year === null ? [{ heading: '年度', kind: 'number' } as const] : []),
    { heading: `${inYear}村集体经营性收入（万元）`, kind: 'moneyTenThousand', width: 16 },
    { heading: `${inYear}农民人均纯收入（元）`, kind: 'money', width: 16 },
    { heading: `${inYear}基础设施投入（万元）`, kind: 'moneyTenThousand', width: 16 },
    { heading: '主导产业', kind: 'text', width: 14 },
    { heading: '村类型', kind: 'text', width: 18 },
    { heading: '经济薄弱', kind: 'text' },
    { heading: '市直选派', kind: 'text' },
    { heading: '选派层级', kind: 'text' },
    { heading: '备注', kind: 'text', width: 20 },
  ];
}

function valuesOf(village: Village, at: number, year: number | null): SheetValue[] {
  const { latestYear, batch } = village;
  return [
    at + 1,
    village.townshipName,
    village.name,
    village.code,
    village.households,
    village.population,
    village.partyMembers,
    ...(year === null ? [latestYear?.year ?? null] : []),
    latestYear?.operatingIncome ?? null,
    latestYear?.netIncomePerHead ?? null,
    latestYear?.infrastructureInvestment ?? null,
    village.mainIndustry,
    batch?.kinds.map((kind) => villageKindWords[kind].zh).join('、') ?? null,
    batch?.poor ? '是' : null,
    batch?.cityDispatched ? '是' : null,
    batch?.tier ? tierWords[batch.tier].zh : null,
    village.note,
  ];
}
