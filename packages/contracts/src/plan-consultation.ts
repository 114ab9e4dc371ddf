import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, plainDateSchema, postSchema, versionSchema, writtenText } from './values.ts';

/** 征求意见: what units, townships and discipline inspection are asked about a plan before the decision. */

const params = z.object({ id: idSchema });
const tag = 'plans';

export const consultationParties = ['unit', 'township', 'disciplineInspection'] as const;
export const consultationStates = ['sent', 'agreed', 'objected', 'settled', 'noReply'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** Who was proposed where, as it was sent. */
export const proposedPostSchema = z.object({
  cadreId: idSchema,
  name: z.string(),
  unitName: z.string(),
  villageId: idSchema,
  village: z.string(),
  post: postSchema,
});
export type ProposedPost = z.infer<typeof proposedPostSchema>;

export const consultationSchema = z.object({
  id: idSchema,
  planId: idSchema,
  planName: z.string(),
  batchName: z.string(),
  party: z.enum(consultationParties),
  name: z.string(),
  state: z.enum(consultationStates),
  sentOn: z.string(),
  answeredOn: z.string().nullable(),
  answeredBy: z.string().nullable(),
  text: z.string().nullable(),
  settledOn: z.string().nullable(),
  settledBy: z.string().nullable(),
  settlement: z.string().nullable(),
  posts: z.array(proposedPostSchema),
  /** The plan proposes something else to this party now: it is to be sent again. */
  outdated: z.boolean(),
  /** The plan is issued or laid aside: nothing is answered any more. */
  closed: z.boolean(),
  version: versionSchema,
});
export type Consultation = z.infer<typeof consultationSchema>;

export const planConsultationSchema = z.object({
  items: z.array(consultationSchema),
  total: z.int(),
  counts: z.object({
    sent: z.int(),
    agreed: z.int(),
    objected: z.int(),
    settled: z.int(),
    noReply: z.int(),
    outdated: z.int(),
    /** Concerned by the plan and not asked yet. */
    unsent: z.int(),
  }),
  /** How the step reads in the decision's record; null before anything was sent. */
  step: z.object({ date: z.string(), note: z.string() }).nullable(),
});
export type PlanConsultation = z.infer<typeof planConsultationSchema>;

export const listConsultation = endpoint({
  id: 'listConsultation',
  method: 'GET',
  path: '/api/plans/:id/consultation',
  access: 'plans.read',
  summary: '方案征求意见的情况',
  tag,
  params,
  reply: planConsultationSchema,
});

export const exportConsultation = endpoint({
  id: 'exportConsultation',
  method: 'GET',
  path: '/api/plans/:id/consultation.xlsx',
  access: 'plans.read',
  summary: '导出征求意见的情况',
  tag,
  kind: 'file',
  params,
});

/** Asks all who are concerned and weren't asked yet, or about something else than is proposed now. */
export const sendConsultation = endpoint({
  id: 'sendConsultation',
  method: 'POST',
  path: '/api/plans/:id/consultation',
  access: 'plans.write',
  summary: '发出征求意见（涉及的单位、镇街和纪检机关）',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: planConsultationSchema,
});

/** What somebody was asked: a liaison about the own unit, an officer about the own township. */
export const listOwnConsultations = endpoint({
  id: 'listOwnConsultations',
  method: 'GET',
  path: '/api/consultations',
  access: 'consultations.own',
  summary: '向本单位、本镇街征求的意见',
  tag,
  reply: z.object({ items: z.array(consultationSchema), total: z.int() }),
});

/** An objection says what is objected to. A planner records what came on paper, with its day. */
export const answerConsultation = endpoint({
  id: 'answerConsultation',
  method: 'POST',
  path: '/api/consultations/:id/answer',
  access: 'consultations.answer',
  summary: '答复征求的意见',
  tag,
  params,
  body: z.object({
    answer: z.enum(['agreed', 'objected', 'noReply']),
    text: writtenText(1, 500).exactOptional(),
    answeredOn: plainDateSchema.exactOptional(),
    version: versionSchema,
  }),
  reply: consultationSchema,
});

/** How an objection was dealt with. */
export const settleConsultation = endpoint({
  id: 'settleConsultation',
  method: 'POST',
  path: '/api/consultations/:id/settlement',
  access: 'plans.write',
  summary: '登记异议的处理',
  tag,
  params,
  body: z.object({ settlement: writtenText(2, 500), version: versionSchema }),
  reply: consultationSchema,
});
