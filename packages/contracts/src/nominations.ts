import { z } from 'zod';
import { newCadreInput } from './cadres.ts';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import {
  categorySchema,
  idSchema,
  plainDateSchema,
  rankSchema,
  specialitySchema,
  staffingTypeSchema,
  versionSchema,
  writtenText,
} from './values.ts';

/** 符合, 待研究 (age only), 经研究同意, 待核实 (the register lacks the facts), 不符合. */
export const judgements = ['eligible', 'toStudy', 'accepted', 'toVerify', 'notEligible'] as const;
export const judgementSchema = z.enum(judgements);
export type Judgement = z.infer<typeof judgementSchema>;

/**
 * One finding of the judgement: D1, D5; `blocks` = not eligible, `verify` = the file has to say,
 * `study` = a planner decides, `mark` = may be placed, and the unit confirms or checks.
 */
export const findingSchema = z.object({
  code: z.enum([
    'notYetFullMember',
    'joinedAfterBatch',
    'fullMemberAfterBatch',
    'notPartyMember',
    'probationary',
    'probationShort',
    'joinedUnknown',
    'membershipPresumed',
    'overAge',
    'categoryMismatch',
    'rankMismatch',
  ]),
  weight: z.enum(['blocks', 'verify', 'study', 'mark']),
  /** Facts for the sentence: dates, age, limit, months short. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  basis: basisSchema,
});
export type Finding = z.infer<typeof findingSchema>;

export const nominationSchema = z.object({
  id: idSchema,
  batchId: idSchema,
  cadreId: idSchema,
  cadreVersion: versionSchema,
  name: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  townshipId: idSchema.nullable(),
  tier: z.enum(['district', 'township']),
  category: categorySchema,
  position: z.string().nullable(),
  rank: rankSchema,
  staffingType: staffingTypeSchema,
  speciality: specialitySchema,
  bornOn: z.string(),
  age: z.int(),
  politicalStatus: z.string().nullable(),
  joinedOn: z.string().nullable(),
  fullMemberOn: z.string().nullable(),
  /** What the dates stand on, where they were corrected or confirmed. */
  membershipDocument: z.string().nullable(),
  /** Joining + 1 year, where the register has no date. */
  presumedFullMemberOn: z.string().nullable(),
  judgement: judgementSchema,
  findings: z.array(findingSchema),
  acceptedReason: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  state: z.enum(['active', 'replaced', 'withdrawn']),
  replacedBy: z
    .object({ nominationId: idSchema, name: z.string(), reason: z.string().nullable() })
    .nullable(),
  /** 退出人选: a post in force stays in force until an act or a re-plan ends it. */
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** The last post in force that the person has of this batch. */
  post: z
    .object({ villageName: z.string(), startsOn: z.string(), endsOn: z.string().nullable() })
    .nullable(),
  version: versionSchema,
});
export type Nomination = z.infer<typeof nominationSchema>;

const batch = z.object({ id: idSchema });
const one = z.object({ id: idSchema, nominationId: idSchema });

export const listNominations = endpoint({
  id: 'listNominations',
  method: 'GET',
  path: '/api/batches/:id/nominations',
  access: 'nominations.read',
  summary: '人选与资格判定',
  tag: 'nominations',
  params: batch,
  query: pagingQuery.extend({
    sort: sortOf(['judgement', 'name', 'unit', 'joinedOn', 'age']).default('judgement'),
    judgements: manyOf(judgementSchema).exactOptional(),
    tier: z.enum(['district', 'township']).exactOptional(),
    unitIds: manyOf(idSchema).exactOptional(),
    presumed: z.enum(['true', 'false']).exactOptional(),
    state: z.enum(['active', 'replaced', 'withdrawn']).default('active'),
  }),
  reply: pageOf(nominationSchema).extend({
    counts: z.object({
      all: z.int(),
      eligible: z.int(),
      toStudy: z.int(),
      accepted: z.int(),
      toVerify: z.int(),
      notEligible: z.int(),
      presumed: z.int(),
    }),
    judgedOn: z.string(),
  }),
});

export const exportNominations = endpoint({
  id: 'exportNominations',
  method: 'GET',
  path: '/api/batches/:id/nominations.xlsx',
  access: 'nominations.read',
  summary: '导出人选与资格',
  tag: 'nominations',
  kind: 'file',
  params: batch,
  query: listNominations.query,
});

export const getNomination = endpoint({
  id: 'getNomination',
  method: 'GET',
  path: '/api/batches/:id/nominations/:nominationId',
  access: 'nominations.read',
  summary: '一名人选',
  tag: 'nominations',
  params: one,
  reply: nominationSchema,
});

/** Names a person of the register, or a new one, of the own unit. */
export const createNomination = endpoint({
  id: 'createNomination',
  method: 'POST',
  path: '/api/batches/:id/nominations',
  access: 'nominations.replace',
  summary: '提名',
  tag: 'nominations',
  status: 201,
  params: batch,
  body: z.object({
    cadreId: idSchema.exactOptional(),
    cadre: newCadreInput.exactOptional(),
    category: categorySchema,
  }),
  reply: nominationSchema,
});

/** Accepts what is 待研究 (age only); full membership can't be waived. */
export const acceptNomination = endpoint({
  id: 'acceptNomination',
  method: 'POST',
  path: '/api/batches/:id/nominations/:nominationId/accept',
  access: 'nominations.accept',
  summary: '经研究同意（仅年龄）',
  tag: 'nominations',
  params: one,
  body: z.object({ reason: writtenText(2, 200), version: versionSchema }),
  reply: nominationSchema,
});

/** Another nominee of the same unit or township takes the place: from the register, or entered here. */
export const replaceNomination = endpoint({
  id: 'replaceNomination',
  method: 'POST',
  path: '/api/batches/:id/nominations/:nominationId/replace',
  access: 'nominations.replace',
  summary: '更换人选',
  tag: 'nominations',
  params: one,
  body: z.object({
    cadreId: idSchema.exactOptional(),
    cadre: newCadreInput.exactOptional(),
    category: categorySchema,
    reason: writtenText(2, 200),
    version: versionSchema,
  }),
  reply: nominationSchema,
});

/** A nominee drops out; before the issue and after it. */
export const withdrawNomination = endpoint({
  id: 'withdrawNomination',
  method: 'POST',
  path: '/api/batches/:id/nominations/:nominationId/withdraw',
  access: 'nominations.replace',
  summary: '退出人选',
  tag: 'nominations',
  params: one,
  body: z.object({ reason: writtenText(2, 200), version: versionSchema }),
  reply: nominationSchema,
});

/** Takes it back, while no issued plan was made without the person. */
export const restoreNomination = endpoint({
  id: 'restoreNomination',
  method: 'POST',
  path: '/api/batches/:id/nominations/:nominationId/restore',
  access: 'nominations.replace',
  summary: '恢复已退出的人选',
  tag: 'nominations',
  params: one,
  body: z.object({ version: versionSchema }),
  reply: nominationSchema,
});

/** The unit confirms presumed dates as they are (joining + 1 year), one by one or all at once. */
export const confirmMembership = endpoint({
  id: 'confirmMembership',
  method: 'POST',
  path: '/api/batches/:id/nominations/confirm-membership',
  access: 'nominations.confirmMembership',
  summary: '单位确认推定的转正时间',
  tag: 'nominations',
  params: batch,
  body: z.object({
    nominations: z
      .array(z.object({ nominationId: idSchema, fullMemberOn: plainDateSchema.exactOptional() }))
      .min(1)
      .max(1000),
    document: writtenText(1, 200),
  }),
  /** Those that had a date already are left as they are. */
  reply: z.object({ confirmed: z.int() }),
});
