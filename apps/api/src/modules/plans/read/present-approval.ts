import { approvalSchema, type Plan } from '@xuanpai/contracts/plans';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PlanRow } from './open-plan.ts';

const stepsSchema = approvalSchema.shape.earlierSteps;

/** The decision on record, null until there is one. */
export function presentApproval(plan: PlanRow): Plan['approval'] {
  const { approvalMeeting, approvalDate, minutesNumber, documentNumber, approvedAt } = plan;
  if (!approvalMeeting || !approvalDate || !approvedAt) return null;
  return {
    meeting: approvalMeeting,
    date: toPlainDate(approvalDate),
    minutesNumber: minutesNumber ?? '',
    documentNumber: documentNumber ?? '',
    approvedBy: plan.approvedByName ?? '',
    approvedAt: approvedAt.toISOString(),
    confirmedBy: plan.confirmedByName,
    confirmedAt: plan.confirmedAt?.toISOString() ?? null,
    issuedBy: plan.issuedByName,
    issuedAt: plan.issuedAt?.toISOString() ?? null,
    objectionsReason: plan.objectionsReason,
    earlierSteps: stepsSchema.parse(plan.earlierSteps),
  };
}
