import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createPairing, updatePairing } from '@xuanpai/contracts/enterprises';
import type { Json } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { EnterprisePairing } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { invalid, notFound } from '../../../lib/api-error.ts';
import { type AuditChange, difference, record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { lockRow } from '../../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';

type Days = Pick<BodyOf<typeof updatePairing>, 'startsOn' | 'endsOn' | 'note'>;

const names = {
  enterprise: { select: { name: true } },
  village: { select: { name: true } },
} as const;
type Row = EnterprisePairing & { enterprise: { name: string }; village: { name: string } };

/** Pairs an enterprise with a village of the own reach, from a day on; gives the id. */
export function pair(deps: Deps, actor: Actor, body: BodyOf<typeof createPairing>) {
  const { enterpriseId, villageId } = body;
  return writeAs(deps, actor, async (tx) => {
    const data = daysOf(body);
    const reach = scopeWhere(scopeFor(actor, 'support.write', 'villages'), 'villages');
    const village = await tx.village.findFirst({ where: { AND: [{ id: villageId }, reach] } });
    const enterprise = await tx.enterprise.findUnique({ where: { id: enterpriseId } });
    if (!village || !enterprise) throw notFound();
    const row = await tx.enterprisePairing.create({
      data: { enterpriseId, villageId, ...data },
      include: names,
    });
    noteWrite(tx, 'pairing.create', row, { before: null, after: logged(row) });
    return row.id;
  });
}

export function changePairing(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...days }: BodyOf<typeof updatePairing>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const before = await holdPairing(tx, actor, id, version);
    const data = daysOf(days);
    const after = await tx.enterprisePairing.update({
      where: { id },
      data: { ...data, version: { increment: 1 } },
      include: names,
    });
    noteWrite(tx, 'pairing.update', after, difference(logged(before), logged(after)));
  });
}

export function unpair(deps: Deps, actor: Actor, id: string, version: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await holdPairing(tx, actor, id, version);
    await tx.enterprisePairing.delete({ where: { id } });
    noteWrite(tx, 'pairing.delete', row, { before: logged(row), after: null });
  });
}

async function holdPairing(tx: Tx, actor: Actor, id: string, seen: number): Promise<Row> {
  await lockRow(tx, 'enterprise_pairing', id);
  const reach = scopeWhere(scopeFor(actor, 'support.write', 'villages'), 'villages');
  const row = await tx.enterprisePairing.findFirst({
    where: { id, village: reach },
    include: names,
  });
  if (!row) throw notFound();
  const { version } = row;
  const current = { id, version, ...logged(row) };
  await checkVersion(tx, { entity: 'pairing', id, version, current }, seen);
  return row;
}

function daysOf({ startsOn, endsOn, note = null }: Days) {
  if (endsOn !== null && endsOn < startsOn) {
    const message = { zh: '结束日期早于开始日期。', en: 'The last day lies before the first.' };
    throw invalid([{ path: 'endsOn', code: 'periodReversed', message }]);
  }
  return {
    startsOn: toDate(startsOn),
    endsOn: endsOn === null ? null : toDate(endsOn),
    note: note || null,
  };
}

function logged({ startsOn, endsOn, note }: Row): { [field: string]: Json } {
  return {
    startsOn: toPlainDate(startsOn),
    endsOn: endsOn === null ? null : toPlainDate(endsOn),
    note,
  };
}

function noteWrite(
  tx: Tx,
  action: string,
  { id, version, enterprise, village }: Row,
  change: Pick<AuditChange, 'before' | 'after'>,
): void {
  record(tx, {
    ...{ action, entity: 'pairing', entityId: id },
    params: { name: enterprise.name, village: village.name },
    changes: [{ entity: 'pairing', entityId: id, versionAfter: version, ...change }],
  });
}
