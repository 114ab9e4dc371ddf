import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { amountSchema } from './projects.ts';
import { helpActSchema, helpKindSchema, helpStateSchema } from './support-words.ts';
import { dayQuery, idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** What units and enterprises promise villages and do. Who may do what when: domain/support/help. */

const tag = 'support';

export const helpEventSchema = z.object({
  id: idSchema,
  act: helpActSchema,
  state: helpStateSchema,
  text: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
});
export type HelpEvent = z.infer<typeof helpEventSchema>;

export const helpSchema = z.object({
  id: idSchema,
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  unitId: idSchema.nullable(),
  enterpriseId: idSchema.nullable(),
  helperName: z.string(),
  kind: helpKindSchema,
  content: z.string(),
  amount: z.string().nullable(),
  quantity: z.int().nullable(),
  dueOn: z.string().nullable(),
  projectId: idSchema.nullable(),
  projectName: z.string().nullable(),
  state: helpStateSchema,
  doneOn: z.string().nullable(),
  doneAmount: z.string().nullable(),
  doneQuantity: z.int().nullable(),
  doneText: z.string().nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  reportedByName: z.string().nullable(),
  reportedAt: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** Promised and not done by the day looked at: days it is late, 0 or less while it is due; else null. */
  daysLate: z.int().nullable(),
  /** What the caller may do with it as it stands. */
  acts: z.array(helpActSchema),
  version: versionSchema,
});
export type Help = z.infer<typeof helpSchema>;

export const helpDetailSchema = helpSchema.extend({ events: z.array(helpEventSchema) });
export type HelpDetail = z.infer<typeof helpDetailSchema>;

const query = pagingQuery.extend({
  sort: sortOf(['dueOn', 'doneOn', 'village', 'helper', 'amount']).default('-dueOn'),
  villageIds: manyOf(idSchema).exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  enterpriseIds: manyOf(idSchema).exactOptional(),
  kinds: manyOf(helpKindSchema).exactOptional(),
  states: manyOf(helpStateSchema).exactOptional(),
  /** `owed`: promised and not done; `late`: those over their day; `decide`: for the caller to confirm. */
  waiting: z.enum(['owed', 'late', 'decide']).exactOptional(),
  /** Done in the year, or due in it while it isn't. */
  year: z.coerce.number().int().min(1900).max(2100).exactOptional(),
  ...dayQuery.shape,
});

export const listHelp = endpoint({
  id: 'listHelp',
  method: 'GET',
  path: '/api/support/help',
  access: 'support.read',
  summary: '帮扶事项',
  tag,
  query,
  /** Within reach, whatever is filtered: for the caller to confirm, owed and late. */
  reply: pageOf(helpSchema).extend({ toDecide: z.int(), owed: z.int(), late: z.int() }),
});

export const exportHelp = endpoint({
  id: 'exportHelp',
  method: 'GET',
  path: '/api/support/help.xlsx',
  access: 'support.read',
  summary: '帮扶台账',
  tag,
  kind: 'file',
  query,
});

const params = z.object({ id: idSchema });

export const getHelp = endpoint({
  id: 'getHelp',
  method: 'GET',
  path: '/api/support/help/:id',
  access: 'support.read',
  summary: '一项帮扶',
  tag,
  params,
  query: dayQuery,
  reply: helpDetailSchema,
});

const quantity = z.int().min(1).max(1_000_000);

const done = z.object({
  doneOn: plainDateSchema,
  amount: amountSchema.exactOptional(),
  quantity: quantity.exactOptional(),
  text: writtenText(2, 500),
  /** Where less was done than promised: by when the rest; left out, there is no rest. */
  restDueOn: plainDateSchema.exactOptional(),
});
export type GivenDone = z.infer<typeof done>;

/** A promise with its day, or what was done without one. */
export const enterHelp = endpoint({
  id: 'enterHelp',
  method: 'POST',
  path: '/api/support/help',
  access: 'support.report',
  summary: '登记帮扶承诺，或上报已办的帮扶',
  tag,
  status: 201,
  body: z.object({
    villageId: idSchema,
    unitId: idSchema.exactOptional(),
    enterpriseId: idSchema.exactOptional(),
    kind: helpKindSchema,
    content: writtenText(2, 200),
    amount: amountSchema.exactOptional(),
    quantity: quantity.exactOptional(),
    dueOn: plainDateSchema.exactOptional(),
    projectId: idSchema.exactOptional(),
    done: done.exactOptional(),
  }),
  reply: helpDetailSchema,
});

const seen = z.object({ version: versionSchema });

export const changeHelp = endpoint({
  id: 'changeHelp',
  method: 'PATCH',
  path: '/api/support/help/:id',
  access: 'support.report',
  summary: '修改承诺（上报以前）',
  tag,
  params,
  body: seen.extend({
    content: writtenText(2, 200).exactOptional(),
    amount: amountSchema.exactOptional(),
    quantity: quantity.exactOptional(),
    dueOn: plainDateSchema.exactOptional(),
    projectId: idSchema.nullable().exactOptional(),
  }),
  reply: helpDetailSchema,
});

export const reportHelp = endpoint({
  id: 'reportHelp',
  method: 'POST',
  path: '/api/support/help/:id/report',
  access: 'support.report',
  summary: '上报办理情况',
  tag,
  params,
  body: seen.extend(done.shape),
  reply: helpDetailSchema,
});

export const withdrawHelp = endpoint({
  id: 'withdrawHelp',
  method: 'POST',
  path: '/api/support/help/:id/withdraw',
  access: 'support.report',
  summary: '撤回上报（确认以前）',
  tag,
  params,
  body: seen,
  reply: helpDetailSchema,
});

export const dropHelp = endpoint({
  id: 'dropHelp',
  method: 'POST',
  path: '/api/support/help/:id/drop',
  access: 'support.report',
  summary: '取消承诺',
  tag,
  params,
  body: seen.extend({ reason: writtenText(2, 300) }),
  reply: helpDetailSchema,
});

export const decideHelp = endpoint({
  id: 'decideHelp',
  method: 'POST',
  path: '/api/support/help/:id/decide',
  access: 'support.confirm',
  summary: '确认或退回帮扶',
  tag,
  params,
  body: z.discriminatedUnion('confirm', [
    seen.extend({ confirm: z.literal(true) }),
    seen.extend({ confirm: z.literal(false), reason: writtenText(2, 300) }),
  ]),
  reply: helpDetailSchema,
});

export const reopenHelp = endpoint({
  id: 'reopenHelp',
  method: 'POST',
  path: '/api/support/help/:id/reopen',
  access: 'support.confirm',
  summary: '重新核实已确认的帮扶',
  tag,
  params,
  body: seen.extend({ reason: writtenText(2, 300) }),
  reply: helpDetailSchema,
});
