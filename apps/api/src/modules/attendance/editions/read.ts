import type { Month } from '@xuanpai/contracts/attendance';
import type { getEdition, listEditions } from '@xuanpai/contracts/attendance-acts';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { toDate } from '@xuanpai/database/dates';
import { firstDayOf } from '@xuanpai/domain/attendance/month';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { findTownship } from '../find-township.ts';
import { readState } from '../sheet-state.ts';
import { differencesOf } from './differences.ts';
import { readEdition } from './freeze.ts';

interface Place {
  key: string;
  month: Month;
}

/** Every signed edition of a sheet, the latest first. */
export async function readEditions(
  deps: Deps,
  actor: Actor,
  { key, month }: Place,
): Promise<ReplyOf<typeof listEditions>> {
  const township = await findTownship(deps, actor, 'attendance.sheet', key);
  const found = await deps.db.prisma.attendanceEdition.findMany({
    where: { sheet: { townshipId: township.id, month: toDate(firstDayOf(month)) } },
    omit: { content: true },
    orderBy: { revision: 'desc' },
  });
  const items = found.map((edition) => ({
    revision: edition.revision,
    signedByName: edition.signedByName,
    signedAt: edition.signedAt.toISOString(),
    confirmedByName: edition.confirmedByName,
    confirmedAt: edition.confirmedAt?.toISOString() ?? null,
    changed: edition.changed,
  }));
  return { items, total: items.length };
}

/** One edition, beside the one before or another that is asked for. Throws `notFound`. */
export async function readOneEdition(
  deps: Deps,
  actor: Actor,
  { key, month }: Place,
  revision: number,
  asked: number | undefined,
): Promise<ReplyOf<typeof getEdition>> {
  const { prisma } = deps.db;
  const township = await findTownship(deps, actor, 'attendance.sheet', key);
  const sheet = await prisma.attendanceSheet.findUnique({
    where: { townshipId_month: { townshipId: township.id, month: toDate(firstDayOf(month)) } },
    select: { id: true },
  });
  const edition = sheet && (await readEdition(prisma, sheet.id, revision));
  if (!edition) throw notFound();
  const other = asked ?? revision - 1;
  const against = other === 0 ? null : await readEdition(prisma, sheet.id, other);
  if (asked !== undefined && !against) throw notFound();
  const { status, events } = await readState(prisma, township.id, month);
  return {
    revision,
    against: against ? other : null,
    sheet: edition,
    differences: against ? differencesOf(against, edition) : [],
    events: events.filter((event) => event.revision === revision),
    status,
  };
}
