import type { Json } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { type AuditChange, record } from '../../../lib/audit.ts';
import type { PlanRow } from '../read/open-plan.ts';

/** Notes a step of the issue: the plan's new status, and what else the step made. */
export function recordStep(
  tx: Tx,
  action: string,
  before: PlanRow,
  after: PlanRow,
  params: { [name: string]: Json },
  made: AuditChange[] = [],
): void {
  record(tx, {
    action,
    entity: 'plan',
    entityId: after.id,
    params: { name: after.name, ...params },
    changes: [
      {
        entity: 'plan',
        entityId: after.id,
        versionAfter: after.version,
        before: { status: before.status, documentNumber: before.documentNumber },
        after: { status: after.status, documentNumber: after.documentNumber },
      },
      ...made,
    ],
  });
}
