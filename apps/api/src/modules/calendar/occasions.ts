import type { createOccasion, Occasion, updateOccasion } from '@xuanpai/contracts/calendar';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { DistrictOccasion } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { daysBetween } from '@xuanpai/domain/office/plain-date';
import type { Actor } from '../../lib/actor.ts';
import { invalid, notFound } from '../../lib/api-error.ts';
import { type AuditChange, difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

type Input = BodyOf<typeof createOccasion>;

/** Days; longer is a slip of the pen. */
const longest = 60;

export function addOccasion(deps: Deps, actor: Actor, input: Input): Promise<Occasion> {
  checkDays(input);
  return writeAs(deps, actor, async (tx) => {
    const row = await tx.districtOccasion.create({
      data: { ...fieldsOf(input), byId: actor.userId, byName: actor.name },
    });
    note(tx, 'occasion.create', row, { before: null, after: logged(row) });
    return present(row);
  });
}

export function changeOccasion(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...input }: BodyOf<typeof updateOccasion>,
): Promise<Occasion> {
  checkDays(input);
  return writeAs(deps, actor, async (tx) => {
    const before = await hold(tx, id, version);
    const row = await tx.districtOccasion.update({
      where: { id },
      data: { ...fieldsOf(input), version: { increment: 1 } },
    });
    note(tx, 'occasion.update', row, difference(logged(before), logged(row)));
    return present(row);
  });
}

export function removeOccasion(deps: Deps, actor: Actor, id: string, version: number) {
  return writeAs(deps, actor, async (tx) => {
    const row = await hold(tx, id, version);
    await tx.districtOccasion.delete({ where: { id } });
    note(tx, 'occasion.delete', row, { before: logged(row), after: null });
  });
}

function checkDays({ startsOn, endsOn }: Input): void {
  const days = daysBetween(startsOn, endsOn);
  if (days >= 0 && days <= longest) return;
  const message =
    days < 0
      ? { zh: '结束日期早于开始日期。', en: 'The last day lies before the first.' }
      : { zh: `一次不超过${longest}天，请核对。`, en: `At most ${longest} days; please check.` };
  throw invalid([{ path: 'endsOn', code: 'periodReversed', message }]);
}

async function hold(tx: Tx, id: string, seen: number): Promise<DistrictOccasion> {
  await tx.$queryRaw`SELECT 1 FROM district_occasion WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.districtOccasion.findUnique({ where: { id } });
  if (!row) throw notFound();
  const { version } = row;
  await checkVersion(tx, { entity: 'occasion', id, version, current: logged(row) }, seen);
  return row;
}

function fieldsOf({ startsOn, endsOn, ...rest }: Input) {
  return { ...rest, startsOn: toDate(startsOn), endsOn: toDate(endsOn) };
}

function logged({ kind, title, startsOn, endsOn, tier, documentNumber }: DistrictOccasion) {
  return {
    ...{ kind, title, tier, documentNumber },
    startsOn: toPlainDate(startsOn),
    endsOn: toPlainDate(endsOn),
  };
}

function present(row: DistrictOccasion): Occasion {
  const { id, byName, version } = row;
  const { tier, ...fields } = logged(row);
  return { id, byName, version, ...fields, tier: tier === 'city' ? null : tier };
}

function note(
  tx: Tx,
  action: string,
  row: DistrictOccasion,
  change: Pick<AuditChange, 'before' | 'after'>,
) {
  const { id, title, version } = row;
  record(tx, {
    ...{ action, entity: 'occasion', entityId: id },
    params: { title, from: toPlainDate(row.startsOn), to: toPlainDate(row.endsOn) },
    changes: [{ entity: 'occasion', entityId: id, versionAfter: version, ...change }],
  });
}
