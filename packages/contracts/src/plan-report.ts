import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { planSummarySchema } from './plans.ts';
import { basisSchema } from './problems.ts';
import { idSchema, plainDateSchema, rankSchema, villageKindSchema } from './values.ts';

const params = z.object({ id: idSchema });
const tag = 'plans';
const dispatchTier = z.enum(['district', 'township']);

/** Full years, from and to with both ends; null is open. */
const ageBand = z.object({ from: z.int().nullable(), to: z.int().nullable() });

const reportTownship = z.object({
  townshipId: idSchema,
  name: z.string(),
  villages: z.int(),
  places: z.int(),
  people: z.int(),
  /** In the order of `ranks` and `ageBands` of the report. */
  ranks: z.array(z.int()),
  ages: z.array(z.int()),
  meanAge: z.number().nullable(),
});

/** How well the people fit a village: their match as a share of the best that it could get. */
const reportVillage = z.object({
  villageId: idSchema,
  name: z.string(),
  townshipName: z.string(),
  tier: dispatchTier,
  kinds: z.array(villageKindSchema),
  poor: z.boolean(),
  fit: z.number(),
  /** What is needed and who comes, in words. */
  text: z.string(),
});

export const exceptionKinds = [
  'overAge',
  'unitSplit',
  'homeTownship',
  'inversion',
  'empty',
  'wish',
  'broken',
] as const;

const reportException = z.object({
  kind: z.enum(exceptionKinds),
  text: z.string(),
  /** Given by a person, or by what it would cost to avoid it. */
  reason: z.string().nullable(),
  basis: basisSchema.nullable(),
  villageId: idSchema.nullable(),
  placeId: idSchema.nullable(),
});

/** A plan as it is put before a leaders' meeting. Sentences in the caller's language. */
export const planReportSchema = z.object({
  plan: planSummarySchema,
  batchName: z.string(),
  /** The batch's date: ages are reckoned on it. */
  on: plainDateSchema,
  totals: z.object({
    villages: z.int(),
    district: z.int(),
    township: z.int(),
    city: z.int(),
    people: z.int(),
    districtPeople: z.int(),
    townshipPeople: z.int(),
    units: z.int(),
    pairs: z.int(),
    meanAge: z.number().nullable(),
  }),
  /** How good the plan is, in a sentence. */
  quality: z.string(),
  ranks: z.array(rankSchema),
  ageBands: z.array(ageBand),
  townships: z.array(reportTownship),
  fit: z.object({
    /** From 0 to 1 in equal steps: how many villages of each tier. */
    bands: z.array(
      z.object({ from: z.number(), to: z.number(), district: z.int(), township: z.int() }),
    ),
    district: z.number().nullable(),
    township: z.number().nullable(),
    weakest: z.array(reportVillage),
  }),
  exceptions: z.array(reportException),
});
export type PlanReport = z.infer<typeof planReportSchema>;

export const getPlanReport = endpoint({
  id: 'getPlanReport',
  method: 'GET',
  path: '/api/plans/:id/report',
  access: 'plans.read',
  summary: '方案汇报',
  tag,
  params,
  reply: planReportSchema,
});

/** The same in the form of GB/T 9704-2012. */
export const exportPlanReport = endpoint({
  id: 'exportPlanReport',
  method: 'GET',
  path: '/api/plans/:id/report.docx',
  access: 'plans.read',
  summary: '方案汇报（Word）',
  tag,
  kind: 'file',
  params,
});

/** The figures, the exceptions, and the full list of people. */
export const exportPlanReportSheet = endpoint({
  id: 'exportPlanReportSheet',
  method: 'GET',
  path: '/api/plans/:id/report.xlsx',
  access: 'plans.read',
  summary: '方案汇报及名单（Excel）',
  tag,
  kind: 'file',
  params,
});
