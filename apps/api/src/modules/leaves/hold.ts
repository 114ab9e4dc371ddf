import type { LeaveAct } from '@xuanpai/contracts/leaves';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Leave as StoredLeave } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { leaveTransitions } from '@xuanpai/domain/attendance/leaves';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound, ruleViolated } from '../../lib/api-error.ts';
import { holdSheetsOf, type TouchedSheet } from '../../lib/attendance/touched-sheets.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { reachesTownship } from './reach.ts';

export const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** A leave with its days as days, and the post of its first day. */
export type HeldLeave = Omit<StoredLeave, 'startsOn' | 'endsOn' | 'lastDay'> & {
  startsOn: PlainDate;
  endsOn: PlainDate;
  cadreName: string;
  batchId: string | null;
  townshipId: string | null;
};

/** The post that somebody holds on a day; nothing where there is none. */
export async function postOn(tx: Tx, cadreId: string, day: PlainDate) {
  const [post] = await tx.$queryRaw<{ batchId: string; townshipId: string }[]>`
    SELECT a.batch_id AS "batchId", v.township_id AS "townshipId"
    FROM assignment a JOIN village v ON v.id = a.village_id
    WHERE a.cadre_id = ${cadreId}::uuid AND a.state = 'inForce' AND a.starts_on <= ${day}::date
      AND (a.ends_on IS NULL OR a.ends_on >= ${day}::date)`;
  return post ?? null;
}

/**
 * A leave for an act of somebody, held: within reach, in the version that was seen, and in a state that
 * the act fits.
 */
export async function holdLeave(
  tx: Tx,
  actor: Actor,
  act: LeaveAct,
  id: string,
  seen: number,
): Promise<HeldLeave> {
  const { by, from } = leaveTransitions[act];
  await tx.$queryRaw`SELECT 1 FROM leave WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.leave.findFirst({
    where: { id, cadre: scopeWhere(scopeFor(actor, by, 'cadres'), 'cadres') },
    include: { cadre: { select: { name: true } } },
  });
  if (!row) throw notFound();
  const { cadre, startsOn, endsOn, lastDay: _, ...rest } = row;
  const days = { startsOn: toPlainDate(startsOn), endsOn: toPlainDate(endsOn) };
  const post = await postOn(tx, row.cadreId, days.startsOn);
  const townshipId = post?.townshipId ?? null;
  if (!reachesTownship(actor, by, townshipId)) throw notFound();
  const { version, state } = row;
  const current = { id, version, state, ...days };
  await checkVersion(tx, { entity: 'leave', id, version, current }, seen);
  if (state !== from) throw new ApiError('alreadyDone');
  return { ...rest, ...days, cadreName: cadre.name, batchId: post?.batchId ?? null, townshipId };
}

/**
 * The sheets that a change of somebody's leave touches, held. Throws where a month among them is
 * confirmed: it is corrected first.
 */
export async function holdMonths(
  tx: Tx,
  cadreId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<TouchedSheet[]> {
  const sheets = await holdSheetsOf(tx, cadreId, from, to);
  const confirmed = sheets.filter(({ status }) => status === 'confirmed');
  if (confirmed.length === 0) return sheets;
  const names = confirmed.map(({ township, month }) => `${township}${month}`).join('、');
  throw ruleViolated([
    {
      path: 'startsOn',
      code: 'monthConfirmed',
      message: {
        zh: `${names}的考勤已由区里确认，其中的日子不能再请假或改动。`,
        en: `Confirmed already: ${confirmed.map(({ month }) => month).join(', ')}. Its days take no change of leave.`,
      },
      basis: byReading,
      remedy: {
        zh: '请先申请更正该月考勤，区里同意后再办。',
        en: 'Ask for a correction of that month first; once it is approved, try again.',
      },
    },
  ]);
}

type Facts = { [name: string]: string | number | boolean | null | string[] };

/** Logs an act on a leave. */
export function noteLeave(
  tx: Tx,
  action: string,
  leave: { id: string; cadreName: string; kind: string; startsOn: PlainDate; endsOn: PlainDate },
  change: Pick<AuditChange, 'before' | 'after' | 'versionAfter'>,
  facts: Facts = {},
): void {
  const { id, cadreName: name, kind, startsOn, endsOn } = leave;
  record(tx, {
    ...{ action, entity: 'leave', entityId: id },
    params: { name, kind, from: startsOn, to: endsOn, ...facts },
    changes: [{ entity: 'leave', entityId: id, ...change }],
  });
}

/** `2015-06-18至2015-06-19`, or the one day. */
export function spanOf({ startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate }): string {
  return startsOn === endsOn ? startsOn : `${startsOn}至${endsOn}`;
}
