import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createFund, updateFund, VillageFund } from '@xuanpai/contracts/support';
import type { Json } from '@xuanpai/contracts/values';
import type { VillageFund as FundRow } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { invalid, notFound } from '../../../lib/api-error.ts';
import { type AuditChange, difference, record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { asOf } from '../../../lib/editions.ts';
import { lockRow } from '../../../lib/lock.ts';
import { refuseIfReferred } from '../../../lib/references.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { rows, type Sql, sql } from '../../../lib/sql.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';

/** Public funds, the latest year first; `condition` is over `f`; `before`: as they stood at an instant. */
export function readFunds(
  runner: Parameters<typeof rows>[0],
  condition: Sql,
  before: Date | null = null,
): Promise<VillageFund[]> {
  return rows<VillageFund>(
    runner,
    sql`SELECT f.id, f.village_id AS "villageId", f.year, f.amount::text AS amount, f.source,
        f.document, f.note, f.entered_by_name AS "enteredByName",
        (SELECT coalesce(sum(s.planned), 0)::numeric(14, 2)::text FROM ${asOf('project_source', before)} s
          WHERE s.fund_id = f.id) AS planned, f.version
      FROM ${asOf('village_fund', before)} f WHERE ${condition} ORDER BY f.year DESC, f.id DESC`,
  );
}

export async function readFund({ db }: Deps, id: string): Promise<VillageFund> {
  const [fund] = await readFunds(db.pool, sql`f.id = ${id}::uuid`);
  if (!fund) throw new Error('a fund that was written is there');
  return fund;
}

/** Enters public money for a village of the own reach; gives the id. */
export function addFund(
  deps: Deps,
  actor: Actor,
  { villageId, ...fund }: BodyOf<typeof createFund>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    checkYear(deps, fund.year);
    const reach = scopeWhere(scopeFor(actor, 'support.write', 'villages'), 'villages');
    const village = await tx.village.findFirst({ where: { AND: [{ id: villageId }, reach] } });
    if (!village) throw notFound();
    const row = await tx.villageFund.create({
      data: { villageId, ...fund, note: fund.note || null, enteredByName: actor.name },
      include: names,
    });
    noteWrite(tx, 'fund.create', row, { before: null, after: logged(row) });
    return row.id;
  });
}

export function changeFund(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...fund }: BodyOf<typeof updateFund>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    checkYear(deps, fund.year);
    const before = await holdFund(tx, actor, id, version);
    const after = await tx.villageFund.update({
      where: { id },
      data: { ...fund, note: fund.note || null, version: { increment: 1 } },
      include: names,
    });
    noteWrite(tx, 'fund.update', after, difference(logged(before), logged(after)));
  });
}

export function removeFund(deps: Deps, actor: Actor, id: string, version: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await holdFund(tx, actor, id, version);
    const sources = await tx.projectSource.findMany({
      where: { fundId: id },
      select: { project: { select: { name: true } } },
    });
    refuseIfReferred(row.source, [
      {
        ...{ code: 'projects', count: sources.length },
        names: sources.map(({ project }) => project.name),
        words: { zh: '个项目的资金', en: 'sources of projects' },
      },
    ]);
    await tx.villageFund.delete({ where: { id } });
    noteWrite(tx, 'fund.delete', row, { before: logged(row), after: null });
  });
}

const names = { village: { select: { name: true } } } as const;
type Row = FundRow & { village: { name: string } };

async function holdFund(tx: Tx, actor: Actor, id: string, seen: number): Promise<Row> {
  await lockRow(tx, 'village_fund', id);
  const reach = scopeWhere(scopeFor(actor, 'support.write', 'villages'), 'villages');
  const row = await tx.villageFund.findFirst({ where: { id, village: reach }, include: names });
  if (!row) throw notFound();
  const { version } = row;
  const current = { id, version, ...logged(row) };
  await checkVersion(tx, { entity: 'fund', id, version, current }, seen);
  return row;
}

function checkYear({ today }: Deps, year: number): void {
  if (year <= Number(today().slice(0, 4))) return;
  const message = { zh: '年度还没有到。', en: 'The year lies ahead.' };
  throw invalid([{ path: 'year', code: 'ahead', message }]);
}

function logged({ year, amount, source, document, note }: Row): { [field: string]: Json } {
  return { year, amount: amount.toFixed(2), source, document, note };
}

function noteWrite(
  tx: Tx,
  action: string,
  { id, version, year, amount, source, village }: Row,
  change: Pick<AuditChange, 'before' | 'after'>,
): void {
  record(tx, {
    ...{ action, entity: 'fund', entityId: id },
    params: { name: source, village: village.name, year, amount: amount.toFixed(2) },
    changes: [{ entity: 'fund', entityId: id, versionAfter: version, ...change }],
  });
}
