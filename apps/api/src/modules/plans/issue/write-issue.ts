import type { Json } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import type { AuditChange } from '../../../lib/audit.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { assignmentRows } from './assignment-rows.ts';
import { checkClashes } from './clashes.ts';

/** What an issue wrote beside the plan: for the log and the pages. */
export interface WrittenIssue {
  changes: AuditChange[];
  params: { [name: string]: Json };
}

/** Places become assignments for the term. Throws `conflict` where somebody holds another post then. */
export async function writeIssue(tx: Tx, open: OpenPlan): Promise<WrittenIssue> {
  const { startsOn, endsOn } = open.dossier.batch;
  await checkClashes(
    tx,
    [...open.placement].map(([placeId, cadreId]) => ({ placeId, cadreId, startsOn, endsOn })),
  );
  const assignments = assignmentRows(open);
  await tx.assignment.createMany({ data: assignments.map(({ row }) => row) });
  return { changes: assignments.map(({ change }) => change), params: countsOf(open) };
}

/** Whom the issue concerns. */
function countsOf({ placement, input, dossier }: OpenPlan) {
  const placed = new Set(placement.values());
  const cadres = dossier.cadres.filter(({ id }) => placed.has(id));
  const units = cadres.filter(({ tier }) => tier === 'district').map(({ unitId }) => unitId);
  return {
    assignments: placement.size,
    districtUnits: new Set(units).size,
    townships: new Set(input.villages.map(({ townshipId }) => townshipId)).size,
  };
}
