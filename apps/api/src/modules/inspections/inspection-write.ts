import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { enterInspection, updateInspection } from '@xuanpai/contracts/inspections';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

/** Enters an inspection of a day that has been; gives the id. */
export function addInspection(
  deps: Deps,
  actor: Actor,
  input: BodyOf<typeof enterInspection>,
): Promise<string> {
  const { kind, day, subject, team, drawId = null, summary = null } = input;
  const villageIds = [...new Set(input.villageIds)];
  if (day > deps.today()) {
    const message = { zh: '督查日期晚于今天。', en: 'The day lies ahead.' };
    throw invalid([{ path: 'day', code: 'ahead', message }]);
  }
  return writeAs(deps, actor, async (tx) => {
    const reach = scopeWhere(scopeFor(actor, 'inspections.write', 'villages'), 'villages');
    const villages = await tx.village.findMany({
      where: { AND: [{ id: { in: villageIds } }, reach] },
      select: { id: true, name: true, code: true },
      orderBy: { code: 'asc' },
    });
    if (villages.length < villageIds.length) throw notFound();
    if (drawId !== null) await checkDrawn(tx, drawId, villages);
    const { id } = await tx.inspection.create({
      data: {
        ...{ kind, day: toDate(day), subject, team, summary, drawId },
        ...{ enteredById: actor.userId, enteredByName: actor.name },
        villages: { create: villages.map((village) => ({ villageId: village.id })) },
      },
    });
    const names = villages.map(({ name }) => name);
    record(tx, {
      ...{ action: 'inspection.enter', entity: 'inspection', entityId: id },
      params: { name: subject, kind, day, villages: names.length },
      changes: [
        {
          ...{ entity: 'inspection', entityId: id, versionAfter: 1, before: null },
          after: { kind, day, subject, team, summary, drawId, villages: names },
        },
      ],
    });
    return id;
  });
}

/** What a draw chose is inspected, or part of it. */
async function checkDrawn(
  tx: Tx,
  drawId: string,
  villages: readonly { name: string; code: string }[],
): Promise<void> {
  const draw = await tx.villageDraw.findUnique({ where: { id: drawId } });
  if (!draw) throw notFound();
  const others = villages.filter(({ code }) => !draw.drawn.includes(code));
  if (others.length === 0) return;
  const names = others.map(({ name }) => name).join('、');
  const fault: Fault = {
    ...{ path: 'villageIds', code: 'notDrawn' },
    message: { zh: `${names}不在抽取结果中。`, en: `Not among the drawn: ${names}.` },
  };
  throw invalid([fault]);
}

/** Adds to what is on record of an inspection. */
export function changeInspection(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...input }: BodyOf<typeof updateInspection>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'inspection', id);
    const row = await tx.inspection.findUnique({ where: { id } });
    if (!row) throw notFound();
    const { version, subject, team, summary, day } = row;
    const current = { subject, team, summary };
    const known = { id, version, day: toPlainDate(day), ...current };
    await checkVersion(tx, { entity: 'inspection', id, version, current: known }, seen);
    const next = { ...current, ...input };
    await tx.inspection.update({
      where: { id },
      data: { ...next, version: { increment: 1 } },
    });
    record(tx, {
      ...{ action: 'inspection.update', entity: 'inspection', entityId: id },
      params: { name: next.subject, day: toPlainDate(day) },
      changes: [
        {
          ...{ entity: 'inspection', entityId: id, versionAfter: version + 1 },
          ...difference(current, next),
        },
      ],
    });
  });
}
