import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { appointmentKindOf } from '@xuanpai/domain/posts';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import type { OpenPlan, PlaceRow } from '../read/open-plan.ts';

/** An assignment to be made, and the log's account of it. */
export interface NewAssignment {
  row: Prisma.AssignmentCreateManyInput & { id: string };
  change: AuditChange;
}

/** The days of a post, both included; null is open. */
interface PostDays {
  startsOn: PlainDate;
  endsOn: PlainDate | null;
}

/** D6, D7: each place that somebody holds becomes an assignment for the batch's term. */
export function assignmentRows({ plan, places, dossier }: OpenPlan): NewAssignment[] {
  return places.flatMap((place) => assignmentRow(plan, place, dossier.batch) ?? []);
}

/** D6: the assignment that a place becomes; null where nobody holds it. */
export function assignmentRow(
  { id: planId, batchId, documentNumber: number }: OpenPlan['plan'],
  { id: placeId, villageId, tier, post, cadreId }: PlaceRow,
  { startsOn, endsOn }: PostDays,
): NewAssignment | null {
  if (cadreId === null) return null;
  const id = uuid();
  const documentNumber = number ?? '';
  const kind = appointmentKindOf(tier === 'township' ? 'township' : 'district', post);
  const assignment = { cadreId, villageId, tier, post, kind, documentNumber };
  return {
    row: {
      id,
      batchId,
      planId,
      placeId,
      ...assignment,
      startsOn: toDate(startsOn),
      endsOn: endsOn === null ? null : toDate(endsOn),
    },
    change: {
      entity: 'assignment',
      entityId: id,
      versionAfter: 1,
      before: null,
      after: { ...assignment, startsOn, endsOn },
    },
  };
}
