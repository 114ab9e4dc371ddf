import type { Json } from '@xuanpai/contracts/values';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { scorePlan } from '@xuanpai/planner/score';
import { type AuditChange, record } from '../../../lib/audit.ts';
import { type OpenPlan, openPlan } from '../read/open-plan.ts';

/** What an edit is called in the log, and which fields of the plan it changed. */
export interface PlanEdit {
  action: string;
  params?: { [name: string]: Json };
  before: { [field: string]: Json };
  after: { [field: string]: Json };
  /** Further columns of the plan. */
  data?: Prisma.PlanUpdateInput;
  /** Rows beside the plan that the edit wrote. */
  changes?: AuditChange[];
  /** Whether approval and confirmation end with it; they do unless said otherwise. */
  voids?: (after: OpenPlan) => boolean;
}

/** The columns of a plan that nobody has decided on. */
export const noApproval = {
  objectionsReason: null,
  approvalMeeting: null,
  approvalDate: null,
  minutesNumber: null,
  documentNumber: null,
  approvedById: null,
  approvedByName: null,
  approvedAt: null,
  confirmedById: null,
  confirmedByName: null,
  confirmedAt: null,
};

/**
 * Ends an edit of what a plan proposes: counts it anew and voids approval and confirmation, where
 * `voids` doesn't say otherwise. A bound
 * stays; `boundOf` says whether it still holds. Gives the plan as it is then.
 */
export async function saveEdit(tx: Tx, before: OpenPlan, edit: PlanEdit): Promise<OpenPlan> {
  const { plan } = before;
  const after = await openPlan(tx, plan.id, before.today);
  const score = scorePlan(after.input, after.placement);
  const voids = edit.voids?.(after) ?? true;
  const saved = await tx.plan.update({
    where: { id: plan.id },
    data: {
      score: score.total,
      districtScore: score.district,
      townshipScore: score.township,
      ...(voids ? { status: 'draft' as const, ...noApproval } : {}),
      version: { increment: 1 },
      ...edit.data,
    },
  });
  const voided = voids && plan.status !== 'draft';
  record(tx, {
    action: edit.action,
    entity: 'plan',
    entityId: plan.id,
    params: { name: plan.name, voided, ...edit.params },
    changes: [
      {
        entity: 'plan',
        entityId: plan.id,
        versionAfter: saved.version,
        before: { ...edit.before, ...(voided ? { status: plan.status } : {}) },
        after: { ...edit.after, ...(voided ? { status: saved.status } : {}) },
      },
      ...(edit.changes ?? []),
    ],
  });
  return { ...after, plan: saved };
}
