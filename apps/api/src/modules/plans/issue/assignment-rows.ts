import { toDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { appointmentKindOf } from '@xuanpai/domain/posts';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import type { OpenPlan } from '../read/open-plan.ts';

interface NewAssignment {
  row: Prisma.AssignmentCreateManyInput;
  change: AuditChange;
}

/** D6, D7: each place that somebody holds becomes an assignment for the batch's term. */
export function assignmentRows({ plan, places, dossier }: OpenPlan): NewAssignment[] {
  const { startsOn, endsOn } = dossier.batch;
  const documentNumber = plan.documentNumber ?? '';
  return places.flatMap(({ id: placeId, villageId, tier, post, cadreId }): NewAssignment[] => {
    if (cadreId === null) return [];
    const id = uuid();
    const kind = appointmentKindOf(tier === 'township' ? 'township' : 'district', post);
    const assignment = { cadreId, villageId, tier, post, kind, documentNumber };
    return [
      {
        row: {
          id,
          batchId: plan.batchId,
          planId: plan.id,
          placeId,
          ...assignment,
          startsOn: toDate(startsOn),
          endsOn: toDate(endsOn),
        },
        change: {
          entity: 'assignment',
          entityId: id,
          versionAfter: 1,
          before: null,
          after: { ...assignment, startsOn, endsOn },
        },
      },
    ];
  });
}
