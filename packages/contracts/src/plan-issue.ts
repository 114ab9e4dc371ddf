import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { approvalSchema, planSchema } from './plans.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

const params = z.object({ id: idSchema });
const tag = 'plans';

/** The decision on record; a later edit of the plan voids it. */
export const approvePlan = endpoint({
  id: 'approvePlan',
  method: 'POST',
  path: '/api/plans/:id/approval',
  access: 'plans.write',
  summary: '登记审定',
  tag,
  params,
  body: z.object({
    meeting: writtenText(2, 100),
    date: plainDateSchema,
    minutesNumber: writtenText(1, 60),
    documentNumber: writtenText(1, 60),
    earlierSteps: approvalSchema.shape.earlierSteps.max(20).exactOptional(),
    /** Why the decision goes on over objections that are open. */
    objectionsReason: writtenText(2, 200).exactOptional(),
    version: versionSchema,
  }),
  reply: planSchema,
});

/** The second person, where the policy wants one. */
export const confirmPlan = endpoint({
  id: 'confirmPlan',
  method: 'POST',
  path: '/api/plans/:id/confirm',
  access: 'plans.confirm',
  summary: '印发前确认（第二人）',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: planSchema,
});

/** Issue: D1 to D7 are judged again, places become assignments. */
export const publishPlan = endpoint({
  id: 'publishPlan',
  method: 'POST',
  path: '/api/plans/:id/publish',
  access: 'plans.publish',
  summary: '印发',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: planSchema,
});

export const exportPlan = endpoint({
  id: 'exportPlan',
  method: 'GET',
  path: '/api/plans/:id.xlsx',
  access: 'plans.read',
  summary: '导出方案',
  tag,
  kind: 'file',
  params,
});
