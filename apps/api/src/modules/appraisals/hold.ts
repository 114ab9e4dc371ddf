import type { AppraisalAct } from '@xuanpai/contracts/appraisals';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Appraisal as Stored } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { appraisalTransitions } from '@xuanpai/domain/targets/appraisals';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';

export const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** An edition held for an act, with its days as days and the days of the post. */
export type HeldAppraisal = Omit<Stored, 'startsOn' | 'endsOn'> & {
  startsOn: PlainDate;
  endsOn: PlainDate;
  cadreName: string;
  postEndsOn: PlainDate | null;
};

/**
 * An edition for an act of somebody: within reach, the newest one, in the version that was seen, and in
 * a state that the act fits.
 */
export async function holdAppraisal(
  tx: Tx,
  actor: Actor,
  act: AppraisalAct,
  id: string,
  seen: number,
): Promise<HeldAppraisal> {
  const { by, from } = appraisalTransitions[act];
  await tx.$queryRaw`SELECT 1 FROM appraisal WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.appraisal.findFirst({
    where: { id, assignment: scopeWhere(scopeFor(actor, by, 'assignments'), 'assignments') },
    include: {
      cadre: { select: { name: true } },
      assignment: { select: { endsOn: true } },
    },
  });
  if (!row) throw notFound();
  const { cadre, assignment, ...rest } = row;
  const { version, state, edition } = rest;
  await checkVersion(
    tx,
    { entity: 'appraisal', id, version, current: { id, version, state, edition } },
    seen,
  );
  const { batchId, cadreId, townshipId, period } = rest;
  const later = await tx.appraisal.count({
    where: { batchId, cadreId, townshipId, period, edition: { gt: edition } },
  });
  if (!from.includes(state) || later > 0) throw new ApiError('alreadyDone');
  return {
    ...rest,
    ...{ startsOn: toPlainDate(rest.startsOn), endsOn: toPlainDate(rest.endsOn) },
    ...{ cadreName: cadre.name, postEndsOn: toPlainDate(assignment.endsOn) },
  };
}

type Facts = { [name: string]: string | number | null };

/** Logs an act on an opinion. Its words stay in the table: they are about a person. */
export function noteAppraisal(
  tx: Tx,
  action: string,
  { id, cadreName: name, period }: { id: string; cadreName: string; period: string },
  change: Pick<AuditChange, 'before' | 'after' | 'versionAfter'>,
  facts: Facts = {},
): void {
  record(tx, {
    ...{ action, entity: 'appraisal', entityId: id },
    params: { name, period, ...facts },
    changes: [{ entity: 'appraisal', entityId: id, ...change }],
  });
}
