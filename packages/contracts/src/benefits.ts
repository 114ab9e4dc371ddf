import { z } from 'zod';
import {
  benefitLevelSchema,
  benefitStandingSchema,
  competitionResultSchema,
  yearCountSchema,
  yearGroundSchema,
} from './benefit-words.ts';
import { endpoint } from './endpoint.ts';
import { gradeSchema } from './evaluation-words.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import { idSchema, plainDateSchema, postSchema, versionSchema, writtenText } from './values.ts';

/**
 * 政策待遇 of district cadres (B1, B2): what annual grades earn in the own unit's competition, used once,
 * and who is preferred for promotion. The rules are in domain/benefits.
 */

const tag = 'benefits';

export const benefitYearSchema = z.object({
  year: z.int(),
  grade: gradeSchema.nullable(),
  counts: yearCountSchema,
  ground: yearGroundSchema,
});

export const benefitUseSchema = z.object({
  id: idSchema,
  level: benefitLevelSchema.exclude(['none']),
  percent: z.number(),
  /** The grades that it stood on when it was used. */
  grounds: z.array(z.object({ year: z.int(), grade: gradeSchema })),
  competition: z.string(),
  heldOn: z.string(),
  rawTotal: z.string(),
  /** Total × (1 + per cent), exact. */
  adjustedTotal: z.string(),
  documentNumber: z.string(),
  result: competitionResultSchema,
  resultNote: z.string().nullable(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  voidedByName: z.string().nullable(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
  /** The grades as they are now earn less. */
  groundLost: z.boolean(),
  version: versionSchema,
});
export type BenefitUse = z.infer<typeof benefitUseSchema>;

export const outstandingSchema = z.object({
  id: idSchema,
  ground: z.string(),
  documentNumber: z.string(),
  confirmedByName: z.string(),
  confirmedAt: z.string(),
  version: versionSchema,
});

export const benefitSchema = z.object({
  cadreId: idSchema,
  cadreName: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  villageName: z.string(),
  townshipName: z.string(),
  post: postSchema,
  years: z.array(benefitYearSchema),
  level: benefitLevelSchema,
  /** Those that earned it. */
  earnedBy: z.array(z.int()),
  standing: benefitStandingSchema,
  /** What may be added now, or was; null where nothing is earned. */
  percent: z.number().nullable(),
  outstanding: outstandingSchema.nullable(),
  /** The use that stands. */
  use: benefitUseSchema.nullable(),
  termGrade: gradeSchema.nullable(),
  /** B1: preferred for promotion under equal conditions. */
  preferred: z.boolean(),
});
export type Benefit = z.infer<typeof benefitSchema>;

export const benefitActs = ['use', 'confirm', 'withdraw', 'result', 'void'] as const;
export type BenefitAct = (typeof benefitActs)[number];

const percentsSchema = z.object({ competent: z.number(), excellent: z.number() });

export const benefitDetailSchema = benefitSchema.extend({
  /** Voided ones, the latest first. */
  voided: z.array(benefitUseSchema),
  /** Per cent by level, as the policy has them. */
  percents: percentsSchema,
  bases: z.object({ competition: basisSchema, promotion: basisSchema, usedOnce: basisSchema }),
  acts: z.array(z.enum(benefitActs)),
});
export type BenefitDetail = z.infer<typeof benefitDetailSchema>;

const query = pagingQuery.extend({
  sort: sortOf(['unit', 'name', 'township']).default('unit'),
  /** The latest batch unless given. */
  batchId: idSchema.exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  standings: manyOf(benefitStandingSchema).exactOptional(),
  levels: manyOf(benefitLevelSchema).exactOptional(),
  /** `yes`: those preferred for promotion. */
  preferred: z.enum(['yes']).exactOptional(),
});

export const listBenefits = endpoint({
  id: 'listBenefits',
  method: 'GET',
  path: '/api/benefits',
  access: 'benefits.read',
  summary: '区直选派干部的政策待遇',
  tag,
  query,
  /** Within reach, whatever is filtered. */
  reply: pageOf(benefitSchema).extend({
    counts: z.object({
      people: z.int(),
      open: z.int(),
      used: z.int(),
      groundLost: z.int(),
      preferred: z.int(),
    }),
    /** What the policy adds, and for how many years in a row. */
    percents: percentsSchema.extend({ years: z.int() }),
    basis: basisSchema,
  }),
});

export const exportBenefits = endpoint({
  id: 'exportBenefits',
  method: 'GET',
  path: '/api/benefits.xlsx',
  access: 'benefits.read',
  summary: '政策待遇一览表（筛选“优先提拔”即为优先提拔使用名单）',
  tag,
  kind: 'file',
  query,
});

const params = z.object({ cadreId: idSchema });

export const getBenefit = endpoint({
  id: 'getBenefit',
  method: 'GET',
  path: '/api/benefits/:cadreId',
  access: 'benefits.read',
  summary: '一名干部的政策待遇',
  tag,
  params,
  reply: benefitDetailSchema,
});

export const totalSchema = z.string().regex(/^\d{1,5}(\.\d{1,3})?$/);

export const exportBenefitCertificate = endpoint({
  id: 'exportBenefitCertificate',
  method: 'GET',
  path: '/api/benefits/:cadreId/certificate.docx',
  access: 'benefits.read',
  summary: '竞争上岗加分证明；已享受的以登记为准，未享受的可先按所给得分计算',
  tag,
  kind: 'file',
  params,
  query: z.object({ rawTotal: totalSchema.exactOptional() }),
});

const document = writtenText(2, 80);

export const confirmOutstanding = endpoint({
  id: 'confirmOutstanding',
  method: 'POST',
  path: '/api/benefits/:cadreId/outstanding',
  access: 'benefits.write',
  summary: '认定表现突出',
  tag,
  status: 201,
  params,
  body: z.object({ ground: writtenText(4, 500), documentNumber: document }),
  reply: benefitDetailSchema,
});

export const withdrawOutstanding = endpoint({
  id: 'withdrawOutstanding',
  method: 'POST',
  path: '/api/benefits/:cadreId/outstanding/withdraw',
  access: 'benefits.write',
  summary: '撤销表现突出的认定',
  tag,
  params,
  body: z.object({ reason: writtenText(2, 300), version: versionSchema }),
  reply: benefitDetailSchema,
});

export const useBenefit = endpoint({
  id: 'useBenefit',
  method: 'POST',
  path: '/api/benefits/:cadreId/use',
  access: 'benefits.write',
  summary: '登记享受竞争上岗加分（只享受一次）',
  tag,
  status: 201,
  params,
  body: z.object({
    competition: writtenText(2, 120),
    heldOn: plainDateSchema,
    rawTotal: totalSchema,
    /** As the page showed it: refused where something else is earned by now. */
    percent: z.number().positive().max(100),
    documentNumber: document,
    result: competitionResultSchema.default('pending'),
  }),
  reply: benefitDetailSchema,
});

const useParams = z.object({ id: idSchema });

export const recordCompetitionResult = endpoint({
  id: 'recordCompetitionResult',
  method: 'POST',
  path: '/api/benefit-uses/:id/result',
  access: 'benefits.write',
  summary: '登记竞争上岗结果',
  tag,
  params: useParams,
  body: z.object({
    result: competitionResultSchema,
    note: writtenText(0, 200).nullable(),
    version: versionSchema,
  }),
  reply: benefitDetailSchema,
});

export const voidBenefitUse = endpoint({
  id: 'voidBenefitUse',
  method: 'POST',
  path: '/api/benefit-uses/:id/void',
  access: 'benefits.write',
  summary: '作废误登的享受（由另一人办理）',
  tag,
  params: useParams,
  body: z.object({ reason: writtenText(2, 300), version: versionSchema }),
  reply: benefitDetailSchema,
});
