import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { inspectionKindSchema } from './inspections.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { dayQuery, idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/**
 * 督查问题: found at a village, answered by whoever is responsible, closed or returned by who inspects.
 * Who may do what in which state is in domain/supervision/findings.
 */

const tag = 'inspections';

export const issueKinds = [
  'onDuty',
  'partyBuilding',
  'targets',
  'projects',
  'help',
  'ledgers',
  'question',
  'other',
] as const;
export const issueKindSchema = z.enum(issueKinds);
export type IssueKind = z.infer<typeof issueKindSchema>;

export const issueKindWords = {
  onDuty: { zh: '在岗履职', en: 'Presence and duty' },
  partyBuilding: { zh: '组织建设', en: 'Party building' },
  targets: { zh: '目标任务', en: 'Targets' },
  projects: { zh: '项目资金', en: 'Projects and funds' },
  help: { zh: '单位帮扶', en: 'Help of the unit' },
  ledgers: { zh: '制度台账', en: 'Rules and ledgers' },
  question: { zh: '领导交办', en: 'Question of a leader' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<IssueKind, Word>;

export const severities = ['minor', 'serious', 'grave'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

export const severityWords = {
  minor: { zh: '一般', en: 'Minor' },
  serious: { zh: '较重', en: 'Serious' },
  grave: { zh: '严重', en: 'Grave' },
} as const satisfies Record<Severity, Word>;

export const issueStates = ['open', 'answered', 'returned', 'closed', 'withdrawn'] as const;
export const issueStateSchema = z.enum(issueStates);
export type IssueState = z.infer<typeof issueStateSchema>;

export const issueStateWords = {
  open: { zh: '待整改', en: 'To rectify' },
  answered: { zh: '已整改待核', en: 'Rectified, to check' },
  returned: { zh: '退回整改', en: 'Returned' },
  closed: { zh: '已销号', en: 'Closed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const satisfies Record<IssueState, Word>;

export const issueActs = ['answer', 'close', 'return', 'withdraw'] as const;
export type IssueAct = (typeof issueActs)[number];

/** What stands in the trail: the acts, and the entry before them. */
export const issueSteps = ['enter', ...issueActs] as const;
export type IssueStep = (typeof issueSteps)[number];

export const issueStepWords = {
  enter: { zh: '发现问题', en: 'Found' },
  answer: { zh: '报告整改', en: 'Rectified' },
  close: { zh: '核实销号', en: 'Closed' },
  return: { zh: '退回', en: 'Returned' },
  withdraw: { zh: '撤销', en: 'Withdrawn' },
} as const satisfies Record<IssueStep, Word>;

/** Who rectifies: the township, a sending unit of the village, or somebody named, through the township. */
export const responsibles = ['township', 'unit', 'person'] as const;
export const responsibleSchema = z.enum(responsibles);
export type Responsible = z.infer<typeof responsibleSchema>;

export const responsibleWords = {
  township: { zh: '镇街', en: 'Township' },
  unit: { zh: '派出单位', en: 'Sending unit' },
  person: { zh: '责任人', en: 'A person' },
} as const satisfies Record<Responsible, Word>;

export const issueSchema = z.object({
  id: idSchema,
  inspectionId: idSchema,
  inspectionKind: inspectionKindSchema,
  inspectionSubject: z.string(),
  /** The day of the inspection. */
  foundOn: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  kind: issueKindSchema,
  severity: severitySchema,
  text: z.string(),
  deadline: z.string(),
  responsible: responsibleSchema,
  unitId: idSchema.nullable(),
  /** The township's, the unit's or the person's name. */
  responsibleName: z.string(),
  state: issueStateSchema,
  /** Days past the deadline while it isn't answered; null where it isn't late. */
  daysLate: z.int().nullable(),
  /** What the caller may do with it as it stands. */
  acts: z.array(z.enum(issueActs)),
  version: versionSchema,
});
export type Issue = z.infer<typeof issueSchema>;

export const issueDetailSchema = issueSchema.extend({
  trail: z.array(
    z.object({
      id: idSchema,
      step: z.enum(issueSteps),
      text: z.string(),
      /** The day of the rectification. */
      on: z.string().nullable(),
      /** The deadline set with it. */
      deadline: z.string().nullable(),
      byName: z.string(),
      at: z.string(),
    }),
  ),
});
export type IssueDetail = z.infer<typeof issueDetailSchema>;

const query = pagingQuery.extend({
  ...dayQuery.shape,
  /** `urgency`: overdue first, then by deadline; settled ones last. */
  sort: sortOf(['urgency', 'deadline', 'foundOn', 'township', 'severity']).default('urgency'),
  states: manyOf(issueStateSchema).exactOptional(),
  kinds: manyOf(issueKindSchema).exactOptional(),
  severities: manyOf(severitySchema).exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  villageIds: manyOf(idSchema).exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  inspectionId: idSchema.exactOptional(),
  from: plainDateSchema.exactOptional(),
  to: plainDateSchema.exactOptional(),
  overdue: z.enum(['true']).exactOptional(),
});

export const listIssues = endpoint({
  id: 'listIssues',
  method: 'GET',
  path: '/api/inspections/findings',
  access: 'inspections.read',
  summary: '督查问题',
  tag,
  query,
  /** `overdue`, `waiting` (not settled): within reach, whatever is filtered. */
  reply: pageOf(issueSchema).extend({ overdue: z.int(), waiting: z.int() }),
});

export const exportIssues = endpoint({
  id: 'exportIssues',
  method: 'GET',
  path: '/api/inspections/findings.xlsx',
  access: 'inspections.read',
  summary: '督查问题台账',
  tag,
  kind: 'file',
  query,
});

const params = z.object({ id: idSchema });

export const getIssue = endpoint({
  id: 'getIssue',
  method: 'GET',
  path: '/api/inspections/findings/:id',
  access: 'inspections.read',
  summary: '一个督查问题和它的经过',
  tag,
  params,
  query: dayQuery,
  reply: issueDetailSchema,
});

export const enterIssue = endpoint({
  id: 'enterIssue',
  method: 'POST',
  path: '/api/inspections/visits/:id/findings',
  access: 'inspections.write',
  summary: '登记督查问题',
  tag,
  status: 201,
  params,
  body: z.object({
    villageId: idSchema,
    kind: issueKindSchema,
    severity: severitySchema,
    text: writtenText(2, 1000),
    deadline: plainDateSchema,
    responsible: responsibleSchema,
    /** With `unit`. */
    unitId: idSchema.exactOptional(),
    /** With `person`: name and office. */
    person: writtenText(2, 60).exactOptional(),
  }),
  reply: issueDetailSchema,
});

const seen = z.object({ version: versionSchema });

export const answerIssue = endpoint({
  id: 'answerIssue',
  method: 'POST',
  path: '/api/inspections/findings/:id/answer',
  access: 'inspections.answer',
  summary: '报告整改情况',
  tag,
  params,
  body: seen.extend({ text: writtenText(2, 2000), on: plainDateSchema }),
  reply: issueDetailSchema,
});

export const closeIssue = endpoint({
  id: 'closeIssue',
  method: 'POST',
  path: '/api/inspections/findings/:id/close',
  access: 'inspections.close',
  summary: '核实销号',
  tag,
  params,
  body: seen.extend({ text: writtenText(2, 1000) }),
  reply: issueDetailSchema,
});

/** Says why; with a new deadline where more time is given. */
export const returnIssue = endpoint({
  id: 'returnIssue',
  method: 'POST',
  path: '/api/inspections/findings/:id/return',
  access: 'inspections.close',
  summary: '退回继续整改',
  tag,
  params,
  body: seen.extend({
    text: writtenText(2, 1000),
    deadline: plainDateSchema.exactOptional(),
  }),
  reply: issueDetailSchema,
});

/** Entered by mistake: stays on record with the reason. */
export const withdrawIssue = endpoint({
  id: 'withdrawIssue',
  method: 'POST',
  path: '/api/inspections/findings/:id/withdraw',
  access: 'inspections.write',
  summary: '撤销登记有误的问题',
  tag,
  params,
  body: seen.extend({ text: writtenText(2, 500) }),
  reply: issueDetailSchema,
});
