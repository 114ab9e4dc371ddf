import type { Month, SheetRow } from '@xuanpai/contracts/attendance';
import type {
  attendanceSummary,
  SummaryGroup,
  SummaryItem,
} from '@xuanpai/contracts/attendance-files';
import { leaveKinds } from '@xuanpai/contracts/attendance-marks';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { firstDayOf, lastDayOf, monthOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { scopeFor, scopeSql } from '../../../lib/scope.ts';
import { rows, type Sql, sql } from '../../../lib/sql.ts';
import { readRows } from '../read-sheet.ts';

type Summary = ReplyOf<typeof attendanceSummary>;

interface Names {
  townships: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, { id: string; name: string }>;
}

/** A year of those whom the caller may see, by cadre, unit or township, in the order of the sheets. */
export async function readSummary(
  deps: Deps,
  actor: Actor,
  { year, by }: QueryOf<typeof attendanceSummary>,
): Promise<Summary> {
  const { pool, prisma } = deps.db;
  const scope = scopeSql(scopeFor(actor, 'attendance.read', 'assignments'), 'assignments');
  const years = await yearsInPost(deps, scope);
  const months: Month[] = [];
  const groups = new Map<string, Group>();
  const names = await readNames(deps);
  const confirmed = await confirmedSheets(deps, year);
  for (const month of monthsOf(year, monthOf(deps.today()))) {
    const { reckoned } = await readRows({ runner: pool, client: prisma }, month, undefined, scope);
    if (reckoned.length > 0) months.push(month);
    for (const { row } of reckoned) {
      const isOpen = !confirmed.has(`${row.townshipId} ${month}`);
      add(groups, by, row, { month, isOpen, names });
    }
  }
  const items = [...groups.values()].map(({ cadres, open, ...item }) => ({
    ...item,
    cadres: cadres.size,
    unconfirmed: open.size,
  }));
  return { year, by, years, months, items: inOrder(items, by, names), total: items.length };
}

type Group = Omit<SummaryItem, 'cadres' | 'unconfirmed'> & {
  cadres: Set<string>;
  open: Set<string>;
};

function add(
  groups: Map<string, Group>,
  by: SummaryGroup,
  row: SheetRow,
  { month, isOpen, names }: { month: Month; isOpen: boolean; names: Names },
): void {
  const { id, ...about } = groupOf(by, row, names);
  const known = groups.get(id) ?? {
    id,
    months: {},
    total: { inVillage: 0, required: 0, short: 0 },
    leave: {},
    cadres: new Set<string>(),
    open: new Set<string>(),
    ...about,
  };
  const figures = { inVillage: row.inVillage, required: row.required, short: row.short };
  known.months[month] = sum(known.months[month], figures);
  known.total = sum(known.total, figures);
  for (const kind of leaveKinds) {
    const days = row.totals[kind];
    if (days) known.leave[kind] = (known.leave[kind] ?? 0) + days;
  }
  known.cadres.add(row.cadreId);
  if (isOpen) known.open.add(month);
  groups.set(id, { ...known, ...about });
}

function groupOf(by: SummaryGroup, row: SheetRow, { townships, units }: Names) {
  const townshipName = townships.get(row.townshipId) ?? '';
  const none = { unitName: '', townshipName: '', villageName: '' };
  switch (by) {
    case 'cadre': {
      const { cadreId: id, cadreName: name, unitName, villageName } = row;
      return { id, name, unitName, townshipName, villageName };
    }
    case 'unit':
      return { ...none, id: units.get(row.cadreId)?.id ?? '', name: row.unitName };
    case 'township':
      return { ...none, id: row.townshipId, name: townshipName };
  }
}

type Figures = SummaryItem['total'];

/** Half days only: sums of them are exact. */
function sum(known: Figures | undefined, more: Figures): Figures {
  return {
    inVillage: (known?.inVillage ?? 0) + more.inVillage,
    required: (known?.required ?? 0) + more.required,
    short: (known?.short ?? 0) + more.short,
  };
}

/** Cadres as on the sheets, by the last month's township and village; units by name; townships by code. */
function inOrder(items: SummaryItem[], by: SummaryGroup, { townships }: Names): SummaryItem[] {
  if (by === 'unit') return items.sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  const order = [...townships.values()];
  const township = (item: SummaryItem) =>
    order.indexOf(by === 'township' ? item.name : item.townshipName);
  return items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => township(a.item) - township(b.item) || a.at - b.at)
    .map(({ item }) => item);
}

/** The months of a year up to today's. */
function monthsOf(year: number, last: Month): Month[] {
  return Array.from(
    { length: 12 },
    (_, at) => `${year}-${String(at + 1).padStart(2, '0')}` as Month,
  ).filter((month) => month <= last);
}

async function readNames({ db }: Deps): Promise<Names> {
  const townships = await db.prisma.region.findMany({
    where: { level: 'township' },
    select: { id: true, name: true },
    orderBy: { code: 'asc' },
  });
  const cadres = await rows<{ cadreId: string; id: string; name: string }>(
    db.pool,
    sql`SELECT DISTINCT c.id AS "cadreId", u.id, u.name FROM cadre c
      JOIN assignment a ON a.cadre_id = c.id JOIN unit u ON u.id = c.unit_id`,
  );
  return {
    townships: new Map(townships.map(({ id, name }) => [id, name])),
    units: new Map(cadres.map(({ cadreId, id, name }) => [cadreId, { id, name }])),
  };
}

async function confirmedSheets({ db }: Deps, year: number): Promise<Set<string>> {
  const [first, last] = [`${year}-01` as Month, `${year}-12` as Month];
  const found = await rows<{ townshipId: string; month: string }>(
    db.pool,
    sql`SELECT township_id AS "townshipId", to_char(month, 'YYYY-MM') AS month
      FROM attendance_sheet WHERE status = 'confirmed'
        AND month BETWEEN ${firstDayOf(first)}::date AND ${lastDayOf(last)}::date`,
  );
  return new Set(found.map(({ townshipId, month }) => `${townshipId} ${month}`));
}

/** The years up to this one in which anybody within reach is in post, the latest first. */
async function yearsInPost(deps: Deps, scope: Sql): Promise<number[]> {
  const [found] = await rows<{ first: number | null }>(
    deps.db.pool,
    sql`SELECT extract(year FROM min(a.starts_on))::int AS first FROM assignment a
      WHERE a.state = 'inForce' AND ${scope}`,
  );
  const last = Number(deps.today().slice(0, 4));
  const first = found?.first ?? last;
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, back) => last - back);
}
