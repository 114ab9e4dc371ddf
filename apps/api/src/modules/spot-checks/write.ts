import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Basis } from '@xuanpai/contracts/problems';
import type { enterSpotCheck, resolveSpotCheck } from '@xuanpai/contracts/spot-checks';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { isOwn } from './present.ts';
import { readSpotCheck } from './read.ts';

const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** Enters what was found of somebody in post on a day that has been; gives the id. */
export function enterFinding(
  deps: Deps,
  actor: Actor,
  { assignmentId, day, half, found, text, inspectionId }: BodyOf<typeof enterSpotCheck>,
): Promise<string> {
  if (day > deps.today()) {
    const message = { zh: '检查日期晚于今天。', en: 'The day lies ahead.' };
    throw invalid([{ path: 'day', code: 'ahead', message }]);
  }
  return writeAs(deps, actor, async (tx) => {
    const reach = scopeWhere(scopeFor(actor, 'spotChecks.write', 'assignments'), 'assignments');
    const post = await tx.assignment.findFirst({
      where: { AND: [{ id: assignmentId }, reach] },
      include: { cadre: { select: { name: true } }, village: { select: { name: true } } },
    });
    if (!post) throw notFound();
    const at = toDate(day);
    const held = post.startsOn <= at && (post.endsOn === null || post.endsOn >= at);
    if (post.state !== 'inForce' || !held) {
      throw ruleViolated([
        {
          ...{ path: 'day', code: 'notInPost', basis: byReading },
          message: {
            zh: `${post.cadre.name}${day}不在${post.village.name}任职。`,
            en: `${post.cadre.name} wasn’t in post in ${post.village.name} on ${day}.`,
          },
        },
      ]);
    }
    if (inspectionId !== undefined) await checkInspection(tx, inspectionId, post.villageId, at);
    const { id } = await tx.spotCheck.create({
      data: {
        inspectionId: inspectionId ?? null,
        ...{ assignmentId, day: at, half, found, text },
        ...{ enteredById: actor.userId, enteredByName: actor.name },
      },
    });
    record(tx, {
      ...{ action: 'spotCheck.enter', entity: 'spotCheck', entityId: id },
      params: { name: post.cadre.name, village: post.village.name, day, found },
      changes: [
        {
          ...{ entity: 'spotCheck', entityId: id, versionAfter: 1 },
          before: null,
          after: { day, half, found, text },
        },
      ],
    });
    return id;
  });
}

/** An inspection sees what is there on its day, in its villages. Throws where it was another. */
async function checkInspection(tx: Tx, id: string, villageId: string, day: Date): Promise<void> {
  const inspection = await tx.inspection.findUnique({
    where: { id },
    select: { day: true, villages: { where: { villageId } } },
  });
  if (!inspection) throw notFound();
  if (inspection.villages.length > 0 && inspection.day.getTime() === day.getTime()) return;
  const message = {
    zh: '这次督查当天没有到这个村。',
    en: 'The inspection wasn’t in this village on that day.',
  };
  throw invalid([{ path: 'inspectionId', code: 'otherInspection', message }]);
}

/** Settles a contradiction with the log, with the reason. Neither side is changed. */
export async function resolveFinding(
  deps: Deps,
  actor: Actor,
  id: string,
  { resolution, version: seen }: BodyOf<typeof resolveSpotCheck>,
): Promise<void> {
  // What the log says of the day; that the finding itself is still open is looked at when it is held.
  const { contradicted, cadreName, day } = await readSpotCheck(deps, actor, id);
  await writeAs(deps, actor, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM spot_check WHERE id = ${id}::uuid FOR UPDATE`;
    const reach = scopeWhere(scopeFor(actor, 'spotChecks.resolve', 'assignments'), 'assignments');
    const row = await tx.spotCheck.findFirst({ where: { id, assignment: reach } });
    if (!row) throw notFound();
    const { version } = row;
    const current = { id, version, resolution: row.resolution, day: toPlainDate(row.day) };
    await checkVersion(tx, { entity: 'spotCheck', id, version, current }, seen);
    if (row.resolvedAt !== null) throw new ApiError('alreadyDone');
    if (isOwn(actor, row.enteredById)) {
      throw refused('ownFinding', {
        zh: '登记检查和处理不一致不能是同一人，请由他人办理。',
        en: 'Whoever entered the finding can’t settle it; have somebody else do it.',
      });
    }
    if (!contradicted) {
      throw refused('noContradiction', {
        zh: '考勤与检查没有不一致，不需要处理。',
        en: 'The log agrees with the finding; there is nothing to settle.',
      });
    }
    await tx.spotCheck.update({
      where: { id },
      data: {
        ...{ resolution, resolvedByName: actor.name, resolvedAt: new Date() },
        version: { increment: 1 },
      },
    });
    record(tx, {
      ...{ action: 'spotCheck.resolve', entity: 'spotCheck', entityId: id },
      params: { name: cadreName, day, resolution },
      changes: [
        {
          ...{ entity: 'spotCheck', entityId: id, versionAfter: version + 1 },
          before: { resolution: null },
          after: { resolution },
        },
      ],
    });
  });
}

function refused(code: string, message: { zh: string; en: string }) {
  return ruleViolated([{ path: 'resolution', code, message, basis: byReading }]);
}
