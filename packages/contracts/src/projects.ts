import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  paymentKindSchema,
  projectActSchema,
  projectKindSchema,
  projectStateSchema,
  supportSourceSchema,
} from './support-words.ts';
import { textSchema } from './text.ts';
import {
  dayQuery,
  idSchema,
  moneySchema,
  plainDateSchema,
  versionSchema,
  writtenText,
} from './values.ts';

/** Projects in villages: where their money comes from, what came in and went out, how far they are. */

const tag = 'support';

export const projectSourceSchema = z.object({
  id: idSchema,
  kind: supportSourceSchema,
  fundId: idSchema.nullable(),
  unitId: idSchema.nullable(),
  enterpriseId: idSchema.nullable(),
  /** Of the fund, the unit or the enterprise. */
  name: z.string().nullable(),
  note: z.string().nullable(),
  planned: z.string(),
  received: z.string(),
});
export type ProjectSource = z.infer<typeof projectSourceSchema>;

export const projectPaymentSchema = z.object({
  id: idSchema,
  kind: paymentKindSchema,
  sourceId: idSchema.nullable(),
  paidOn: z.string(),
  amount: z.string(),
  voucher: z.string(),
  note: z.string().nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
});
export type ProjectPayment = z.infer<typeof projectPaymentSchema>;

export const milestoneSchema = z.object({
  id: idSchema,
  name: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  state: z.enum(['done', 'late', 'ahead']),
});
export type Milestone = z.infer<typeof milestoneSchema>;

export const projectEventSchema = z.object({
  id: idSchema,
  act: projectActSchema,
  state: projectStateSchema,
  day: z.string(),
  text: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
});
export type ProjectEvent = z.infer<typeof projectEventSchema>;

export const projectSchema = z.object({
  id: idSchema,
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  name: z.string(),
  kind: projectKindSchema,
  purpose: z.string(),
  state: projectStateSchema,
  planned: z.string(),
  received: z.string(),
  spent: z.string(),
  stoppedReason: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  milestones: z.int(),
  milestonesDone: z.int(),
  /** Milestones that are over and not done, of a project that goes on. */
  milestonesLate: z.int(),
  /** The next milestone that isn't done. */
  nextMilestone: z.string().nullable(),
  nextDueOn: z.string().nullable(),
  version: versionSchema,
});
export type Project = z.infer<typeof projectSchema>;

export const projectDetailSchema = projectSchema.extend({
  sources: z.array(projectSourceSchema),
  payments: z.array(projectPaymentSchema),
  stages: z.array(milestoneSchema),
  events: z.array(projectEventSchema),
  acceptance: z.string().nullable(),
  acceptedByName: z.string().nullable(),
  createdByName: z.string(),
  /** What doesn't fit: more spent than received, more received than planned. */
  oddities: z.array(textSchema),
  /** What the caller may do with it as it stands. */
  acts: z.array(projectActSchema),
  changeable: z.boolean(),
});
export type ProjectDetail = z.infer<typeof projectDetailSchema>;

const query = pagingQuery.extend({
  sort: sortOf(['name', 'village', 'state', 'planned', 'received', 'spent', 'nextDue']).default(
    'village',
  ),
  villageIds: manyOf(idSchema).exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  kinds: manyOf(projectKindSchema).exactOptional(),
  states: manyOf(projectStateSchema).exactOptional(),
  /** With a milestone that is over and not done. */
  late: z.stringbool().exactOptional(),
  ...dayQuery.shape,
});

export const listProjects = endpoint({
  id: 'listProjects',
  method: 'GET',
  path: '/api/support/projects',
  access: 'support.read',
  summary: '帮扶项目',
  tag,
  query,
  reply: pageOf(projectSchema).extend({
    planned: z.string(),
    received: z.string(),
    spent: z.string(),
  }),
});

export const exportProjects = endpoint({
  id: 'exportProjects',
  method: 'GET',
  path: '/api/support/projects.xlsx',
  access: 'support.read',
  summary: '帮扶项目台账',
  tag,
  kind: 'file',
  query,
});

const params = z.object({ id: idSchema });

export const getProject = endpoint({
  id: 'getProject',
  method: 'GET',
  path: '/api/support/projects/:id',
  access: 'support.read',
  summary: '一个项目',
  tag,
  params,
  query: dayQuery,
  reply: projectDetailSchema,
});

/** More than nothing. */
/** Below a thousand million yuan: sums of many lines stay within what the tables hold. */
export const amountSchema = moneySchema.regex(/^(?!0+\.00$)\d{1,9}\./);
/** What somebody gets, or is paid for: below ten million yuan. */
export const personalAmountSchema = moneySchema.regex(/^(?!0+\.00$)\d{1,7}\./);

const givenSource = z.object({
  /** Of a source that is there already. */
  id: idSchema.exactOptional(),
  kind: supportSourceSchema,
  fundId: idSchema.nullable().exactOptional(),
  unitId: idSchema.nullable().exactOptional(),
  enterpriseId: idSchema.nullable().exactOptional(),
  note: writtenText(0, 200).nullable().exactOptional(),
  planned: amountSchema,
});
export type GivenSource = z.infer<typeof givenSource>;

const givenMilestone = z.object({
  id: idSchema.exactOptional(),
  name: writtenText(1, 60),
  dueOn: plainDateSchema,
  doneOn: plainDateSchema.nullable().exactOptional(),
});
export type GivenMilestone = z.infer<typeof givenMilestone>;

const sources = z.array(givenSource).max(30);
const milestones = z.array(givenMilestone).max(50);
const facts = {
  name: writtenText(2, 80),
  kind: projectKindSchema,
  purpose: writtenText(2, 500),
};

export const createProject = endpoint({
  id: 'createProject',
  method: 'POST',
  path: '/api/support/projects',
  access: 'support.write',
  summary: '登记项目',
  tag,
  status: 201,
  body: z.object({ villageId: idSchema, ...facts, sources, milestones }),
  reply: projectDetailSchema,
});

const seen = z.object({ version: versionSchema });

/** Sources and milestones, where given, are all of them: those left out are taken away. */
export const updateProject = endpoint({
  id: 'updateProject',
  method: 'PATCH',
  path: '/api/support/projects/:id',
  access: 'support.write',
  summary: '修改项目、资金来源和节点',
  tag,
  params,
  body: seen.extend({
    name: facts.name.exactOptional(),
    kind: facts.kind.exactOptional(),
    purpose: facts.purpose.exactOptional(),
    sources: sources.exactOptional(),
    milestones: milestones.exactOptional(),
  }),
  reply: projectDetailSchema,
});

export const addPayment = endpoint({
  id: 'addPayment',
  method: 'POST',
  path: '/api/support/projects/:id/payments',
  access: 'support.write',
  summary: '登记资金到位或支出',
  tag,
  status: 201,
  params,
  body: seen.extend({
    kind: paymentKindSchema,
    /** Of what is received. */
    sourceId: idSchema.nullable().exactOptional(),
    paidOn: plainDateSchema,
    amount: amountSchema,
    voucher: writtenText(1, 60),
    note: writtenText(0, 200).nullable().exactOptional(),
  }),
  reply: projectDetailSchema,
});

export const removePayment = endpoint({
  id: 'removePayment',
  method: 'DELETE',
  path: '/api/support/projects/:id/payments/:paymentId',
  access: 'support.write',
  summary: '删除误登的到位或支出',
  tag,
  kind: 'empty',
  params: params.extend({ paymentId: idSchema }),
  query: z.object({ version: z.coerce.number().int().positive() }),
});

export const stepProject = endpoint({
  id: 'stepProject',
  method: 'POST',
  path: '/api/support/projects/:id/steps',
  access: 'support.write',
  summary: '开工、完工、整改、停止、恢复',
  tag,
  params,
  body: seen.extend({
    act: z.enum(['begin', 'finish', 'rework', 'stop', 'resume']),
    day: plainDateSchema,
    /** Asked for where it is put right, stopped or taken up again. */
    text: writtenText(2, 500).exactOptional(),
  }),
  reply: projectDetailSchema,
});

export const acceptProject = endpoint({
  id: 'acceptProject',
  method: 'POST',
  path: '/api/support/projects/:id/acceptance',
  access: 'support.accept',
  summary: '验收项目',
  tag,
  params,
  body: seen.extend({ day: plainDateSchema, text: writtenText(2, 500) }),
  reply: projectDetailSchema,
});
