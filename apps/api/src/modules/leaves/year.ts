import { type LeaveKind, leaveKinds } from '@xuanpai/contracts/attendance-marks';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { LeaveYear, setLeaveDue } from '@xuanpai/contracts/leaves';
import { leaveNotices } from '@xuanpai/domain/attendance/leave-notices';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { readPolicies } from '../../lib/attendance/leave-policies.ts';
import { readLeaveYears } from '../../lib/attendance/leave-years.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

/** A cadre's year: by kind what is due, taken and asked for, and what the batch has notices of. */
export async function readLeaveYear(
  { db, today }: Deps,
  actor: Actor,
  cadreId: string,
  year: number,
): Promise<LeaveYear> {
  const reach = scopeWhere(scopeFor(actor, 'leaves.read', 'cadres'), 'cadres');
  const cadre = await db.prisma.cadre.findFirst({
    where: { AND: [{ id: cadreId }, reach] },
    select: {
      name: true,
      assignments: {
        where: { state: 'inForce' },
        orderBy: { startsOn: 'desc' },
        take: 1,
        select: { batchId: true },
      },
    },
  });
  if (!cadre) throw notFound();
  const years = await readLeaveYears(db.pool, [cadreId], { from: year, to: year });
  const ofCadre = years.of(cadreId);
  const of = ofCadre.year(year);
  const batchId = cadre.assignments[0]?.batchId ?? null;
  const policy = (await readPolicies(db.prisma, [batchId], today()))(batchId);
  const absent = ofCadre.absent(year);
  const balances = leaveKinds.flatMap((kind) => {
    const due = ofCadre.due(year, kind);
    const [taken, asked] = [of.taken[kind] ?? 0, of.asked[kind] ?? 0];
    if (due === null && taken + asked === 0 && kind !== 'annualLeave') return [];
    return [{ kind, due: due?.days ?? null, taken, asked, version: due?.version ?? 0 }];
  });
  const notices = leaveNotices(policy, year, of, absent);
  return { cadreId, cadreName: cadre.name, year, balances, absent, notices };
}

/** Says how many days of a kind are due to a cadre in a year, or that nobody says. */
export function setDue(
  deps: Deps,
  actor: Actor,
  { id: cadreId, year }: { id: string; year: number },
  { kind, days, version: seen }: BodyOf<typeof setLeaveDue>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const reach = scopeWhere(scopeFor(actor, 'leaves.entitle', 'cadres'), 'cadres');
    const cadre = await tx.cadre.findFirst({ where: { AND: [{ id: cadreId }, reach] } });
    if (!cadre) throw notFound();
    await tx.$queryRaw`SELECT 1 FROM cadre WHERE id = ${cadreId}::uuid FOR UPDATE`;
    const key = { cadreId_year_kind: { cadreId, year, kind } };
    const found = await tx.leaveEntitlement.findUnique({ where: key });
    const before = found ? Number(found.days) : null;
    const version = found?.version ?? 0;
    const id = keyOf(cadreId, year, kind);
    const current = { days: before, version };
    await checkVersion(tx, { entity: 'leaveEntitlement', id, version, current }, seen);
    if (days === null) await tx.leaveEntitlement.deleteMany({ where: { cadreId, year, kind } });
    else {
      const set = { days, setByName: actor.name, setAt: new Date() };
      await tx.leaveEntitlement.upsert({
        where: key,
        create: { cadreId, year, kind, ...set },
        update: { ...set, version: { increment: 1 } },
      });
    }
    record(tx, {
      ...{ action: 'leave.entitle', entity: 'cadre', entityId: cadreId },
      params: { name: cadre.name, year, kind, days },
      changes: [
        {
          ...{ entity: 'leaveEntitlement', entityId: id, versionAfter: version + 1 },
          before: before === null ? null : { days: before },
          after: days === null ? null : { days },
        },
      ],
    });
  });
}

function keyOf(cadreId: string, year: number, kind: LeaveKind) {
  return `${cadreId}/${year}/${kind}`;
}
