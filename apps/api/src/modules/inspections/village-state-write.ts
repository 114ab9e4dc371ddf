import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { PlainDate } from '@xuanpai/contracts/values';
import type {
  changeElection,
  changeHolder,
  designateWeakLax,
  planElection,
  seatHolder,
  turnRound,
} from '@xuanpai/contracts/village-state';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

type Permission = 'inspections.villageState' | 'inspections.turnRound';
type Fields = NonNullable<AuditChange['after']>;

/** Enters somebody in a seat. */
export function seat(
  deps: Deps,
  actor: Actor,
  villageId: string,
  input: BodyOf<typeof seatHolder>,
): Promise<void> {
  checkOrder('endsOn', input.startsOn, input.endsOn);
  return writeAs(deps, actor, async (tx) => {
    const village = await reached(tx, actor, 'inspections.villageState', villageId);
    const { startsOn, endsOn, ...rest } = input;
    const { id } = await tx.villageHolder.create({
      data: { ...rest, villageId, startsOn: toDate(startsOn), endsOn: toDate(endsOn) },
    });
    note(tx, 'seat', 'villageHolder', { id, village, name: input.name }, null, input, 1);
  });
}

/** Changes what is on record of a holder, as when the seat is left. Gives the village. */
export function reseat(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...input }: BodyOf<typeof changeHolder>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'village_holder', id);
    const row = await tx.villageHolder.findUnique({ where: { id } });
    if (!row) throw notFound();
    const village = await reached(tx, actor, 'inspections.villageState', row.villageId);
    const was = {
      ...{ seat: row.seat, name: row.name, note: row.note },
      ...{ startsOn: toPlainDate(row.startsOn), endsOn: toPlainDate(row.endsOn) },
    };
    const { version } = row;
    await checkVersion(
      tx,
      { entity: 'villageHolder', id, version, current: { id, version, ...was } },
      seen,
    );
    const is = { ...was, ...input };
    checkOrder('endsOn', is.startsOn, is.endsOn);
    const { startsOn, endsOn, ...rest } = is;
    await tx.villageHolder.update({
      where: { id },
      data: {
        ...rest,
        ...{ startsOn: toDate(startsOn), endsOn: toDate(endsOn), version: { increment: 1 } },
      },
    });
    const named = { id, village, name: is.name };
    note(tx, 'changeHolder', 'villageHolder', named, was, is, version + 1);
    return row.villageId;
  });
}

export function planNext(
  deps: Deps,
  actor: Actor,
  villageId: string,
  { body, dueOn }: BodyOf<typeof planElection>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const village = await reached(tx, actor, 'inspections.villageState', villageId);
    const { id } = await tx.villageElection.create({
      data: { villageId, body, dueOn: toDate(dueOn) },
    });
    const named = { id, village, name: body };
    note(tx, 'planElection', 'villageElection', named, null, { body, dueOn }, 1);
  });
}

/** Moves the day on which a re-election is due, or enters that it was held. Gives the village. */
export function changePlanned(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...input }: BodyOf<typeof changeElection>,
): Promise<string> {
  if (input.heldOn && input.heldOn > deps.today()) throw ahead('heldOn');
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'village_election', id);
    const row = await tx.villageElection.findUnique({ where: { id } });
    if (!row) throw notFound();
    const village = await reached(tx, actor, 'inspections.villageState', row.villageId);
    const was = {
      ...{ dueOn: toPlainDate(row.dueOn), heldOn: toPlainDate(row.heldOn) },
      ...{ result: row.result, document: row.document },
    };
    const { version } = row;
    await checkVersion(
      tx,
      { entity: 'villageElection', id, version, current: { id, version, ...was } },
      seen,
    );
    const is = { ...was, ...input };
    const { dueOn, heldOn, ...rest } = is;
    await tx.villageElection.update({
      where: { id },
      data: {
        ...rest,
        ...{ dueOn: toDate(dueOn), heldOn: toDate(heldOn), version: { increment: 1 } },
      },
    });
    const named = { id, village, name: row.body };
    note(tx, 'changeElection', 'villageElection', named, was, is, version + 1);
    return row.villageId;
  });
}

export function designate(
  deps: Deps,
  actor: Actor,
  villageId: string,
  input: BodyOf<typeof designateWeakLax>,
): Promise<void> {
  if (input.designatedOn > deps.today()) throw ahead('designatedOn');
  return writeAs(deps, actor, async (tx) => {
    const village = await reached(tx, actor, 'inspections.villageState', villageId);
    const { designatedOn, document, reason } = input;
    const { id } = await tx.weakLax.create({
      data: { villageId, designatedOn: toDate(designatedOn), document, reason },
    });
    note(tx, 'designate', 'weakLax', { id, village, name: village }, null, input, 1);
  });
}

/** Says that it was turned round, with the document. Gives the village. */
export function turned(
  deps: Deps,
  actor: Actor,
  id: string,
  { turnedOn, turnedDocument, version: seen }: BodyOf<typeof turnRound>,
): Promise<string> {
  if (turnedOn > deps.today()) throw ahead('turnedOn');
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'weak_lax', id);
    const row = await tx.weakLax.findUnique({ where: { id } });
    if (!row) throw notFound();
    const village = await reached(tx, actor, 'inspections.turnRound', row.villageId);
    const { version } = row;
    const current = { id, version, turnedOn: toPlainDate(row.turnedOn) };
    await checkVersion(tx, { entity: 'weakLax', id, version, current }, seen);
    if (row.turnedOn !== null) throw new ApiError('alreadyDone');
    checkOrder('turnedOn', toPlainDate(row.designatedOn), turnedOn);
    await tx.weakLax.update({
      where: { id },
      data: { turnedOn: toDate(turnedOn), turnedDocument, version: { increment: 1 } },
    });
    const named = { id, village, name: village };
    const before = { turnedOn: null, turnedDocument: null };
    note(tx, 'turnRound', 'weakLax', named, before, { turnedOn, turnedDocument }, version + 1);
    return row.villageId;
  });
}

/** The village's name. Throws `notFound` for one that isn't there or out of reach. */
export async function reached(
  tx: Tx,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<string> {
  const reach = scopeWhere(scopeFor(actor, permission, 'villages'), 'villages');
  const village = await tx.village.findFirst({
    where: { AND: [{ id }, reach] },
    select: { name: true },
  });
  if (!village) throw notFound();
  return village.name;
}

function checkOrder(path: string, from: PlainDate, to: PlainDate | null): void {
  if (to === null || to >= from) return;
  const message = { zh: '结束日期早于开始日期。', en: 'It ends before it begins.' };
  throw invalid([{ path, code: 'periodReversed', message }]);
}

function ahead(path: string) {
  const message = { zh: '日期晚于今天。', en: 'The day lies ahead.' };
  return invalid([{ path, code: 'ahead', message }]);
}

function note(
  tx: Tx,
  act: string,
  entity: string,
  { id, village, name }: { id: string; village: string; name: string },
  before: Fields | null,
  after: Fields,
  versionAfter: number,
): void {
  record(tx, {
    ...{ action: `villageState.${act}`, entity, entityId: id, params: { village, name } },
    changes: [{ entity, entityId: id, versionAfter, before, after }],
  });
}
