import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import {
  judgedRankSchema,
  measureDirectionSchema,
  measureKindSchema,
  measurePeriodSchema,
  measureSourceSchema,
  type TargetState,
  targetActSchema,
  targetStateSchema,
  targetStatusSchema,
  villageFigureSchema,
} from './target-values.ts';
import {
  idSchema,
  knownSchema,
  plainDateSchema,
  tierSchema,
  versionSchema,
  villageKindSchema,
} from './values.ts';

const tag = 'targets';

/** Numbers as text with up to four decimals: `"50000"`, `"4.9"`. Money is in yuan, ratios in per cent. */
export const targetNumberSchema = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/);

export const measureSchema = z.object({
  /** The same key in two templates is one measure, reported once. */
  key: z.string(),
  aim: z.int(),
  aimName: z.string(),
  name: z.string(),
  kind: measureKindSchema,
  source: measureSourceSchema,
  unit: z.string().nullable(),
  direction: measureDirectionSchema,
  /** The template's own or the policy's number; a village may have another. */
  threshold: z.string().nullable(),
  thresholdRank: judgedRankSchema.nullable(),
  period: measurePeriodSchema,
  /** False: striven for (力争). */
  binding: z.boolean(),
  weight: z.number(),
  figure: villageFigureSchema.nullable(),
  onlyKinds: z.array(villageKindSchema),
  /** Whether evidence is asked for; it may always be given. */
  evidence: z.boolean(),
  basis: basisSchema,
});
export type Measure = z.infer<typeof measureSchema>;

/** How one measure of a village stands on a day. */
export const targetStandingSchema = z.object({
  measureKey: z.string(),
  /** The calendar year of a yearly measure. */
  year: z.int().nullable(),
  state: targetStateSchema,
  /** The number that counts, else null: `answer` or `rank` says it. */
  value: z.string().nullable(),
  answer: z.boolean().nullable(),
  rank: judgedRankSchema.nullable(),
  /** As it is for this village. */
  threshold: z.string().nullable(),
  /** Where the straight line stands at the value's day. */
  expected: z.string().nullable(),
  /** The day that the value tells of: the last of its period. */
  asOf: z.string().nullable(),
  adjusted: z.boolean(),
});
export type TargetStanding = z.infer<typeof targetStandingSchema>;

/** A measure, and the calendar year of a yearly one. */
export const standingPlaceSchema = targetStandingSchema.pick({ measureKey: true, year: true });
export type StandingPlace = z.infer<typeof standingPlaceSchema>;

/**
 * The standings of one village in a grid of thousands: the first entry of each list tells of the first
 * of its places, and so on; `null` as in a standing.
 */
export const standingLineSchema = z.object({
  /** Positions in the grid's `places`. */
  at: z.array(z.int()),
  states: z.array(targetStateSchema),
  /** The number, the answer or the rank. */
  values: z.array(z.union([z.string(), z.boolean()]).nullable()),
  thresholds: z.array(z.string().nullable()),
  expected: z.array(z.string().nullable()),
  asOf: z.array(z.string().nullable()),
  /** Positions whose threshold is the village's own. */
  adjusted: z.array(z.int()),
});
export type StandingLine = z.infer<typeof standingLineSchema>;

export const targetFamilySchema = z.object({
  family: z.string(),
  templateId: idSchema,
  edition: z.int(),
  name: z.string(),
});

const targetCountsSchema = z.object({
  reached: z.int(),
  onCourse: z.int(),
  behind: z.int(),
  notReported: z.int(),
  notDue: z.int(),
} satisfies Record<TargetState, z.ZodType>);

export const targetGridVillageSchema = z.object({
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  tier: tierSchema.nullable(),
  kinds: z.array(villageKindSchema),
  poor: z.boolean(),
  families: z.array(z.string()),
  /** Families come from the planner's choice, not from the kinds. */
  chosen: z.boolean(),
  /** Measures by how they stand on the day: as long as nothing of a new year is due, by the last one. */
  counts: targetCountsSchema,
});
export type TargetGridVillage = z.infer<typeof targetGridVillageSchema> & {
  standings: TargetStanding[];
};

/** All villages within reach × all measures × the years of the term, as they stood on a day. */
export const getTargets = endpoint({
  id: 'getTargets',
  method: 'GET',
  path: '/api/targets',
  access: 'targets.read',
  summary: '各村目标任务的进展',
  tag,
  exact: true,
  query: z.object({
    batchId: idSchema,
    on: plainDateSchema.exactOptional(),
    known: knownSchema.exactOptional(),
    townshipIds: manyOf(idSchema).exactOptional(),
  }),
  reply: z.object({
    on: z.string(),
    families: z.array(targetFamilySchema),
    /** Every measure of the families, each once, in the order of its aim. */
    measures: z.array(measureSchema),
    /** What the lines' positions stand for. */
    places: z.array(standingPlaceSchema),
    villages: z.array(targetGridVillageSchema.extend({ line: standingLineSchema })),
    /** The means that relative measures are compared with. */
    means: z.array(
      z.object({
        townshipId: idSchema,
        measureKey: z.string(),
        period: z.string(),
        value: z.string().nullable(),
        /** The statistics office's figure, or a mean of those that reported. */
        from: z.enum(['statistics', 'reports']),
        reported: z.int(),
        villages: z.int(),
        /** Of the statistics office's figure; null where none is entered. */
        figureVersion: versionSchema.nullable(),
      }),
    ),
  }),
});

/** Measures of all villages within reach, counted by township and how they stand on a day. */
export const countTargets = endpoint({
  id: 'countTargets',
  method: 'GET',
  path: '/api/targets/counts',
  access: 'targets.read',
  summary: '目标任务的完成情况',
  tag,
  query: getTargets.query,
  reply: z.object({
    on: z.string(),
    townships: z.array(
      z.object({ townshipId: idSchema, villages: z.int(), counts: targetCountsSchema }),
    ),
  }),
});

/** The same as a workbook: a line for each village, a column for each measure. */
export const exportTargets = endpoint({
  id: 'exportTargets',
  method: 'GET',
  path: '/api/targets.xlsx',
  access: 'targets.read',
  summary: '各村目标任务进展表',
  tag,
  kind: 'file',
  query: getTargets.query,
});

export const targetValueSchema = z.object({
  period: z.string(),
  endsOn: z.string(),
  status: targetStatusSchema,
  value: z.string().nullable(),
  answer: z.boolean().nullable(),
  note: z.string().nullable(),
});

const trailSchema = z.object({
  period: z.string(),
  act: targetActSchema,
  revision: z.int(),
  reason: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
});

/** One village: its aims with their measures, how each came about, and who decided what. */
export const getVillageTargets = endpoint({
  id: 'getVillageTargets',
  method: 'GET',
  path: '/api/targets/villages/:villageId',
  access: 'targets.read',
  summary: '一个村的目标任务',
  tag,
  params: z.object({ villageId: idSchema }),
  query: z.object({
    batchId: idSchema,
    on: plainDateSchema.exactOptional(),
    known: knownSchema.exactOptional(),
  }),
  reply: z.object({
    on: z.string(),
    village: targetGridVillageSchema,
    families: z.array(targetFamilySchema),
    measures: z.array(
      measureSchema.extend({
        /** The register's figures of the years before and in the term, by year. */
        baseline: z.array(z.object({ year: z.int(), value: z.string() })),
        standings: z.array(targetStandingSchema),
        /**
         * Reported by period, the earliest first; unconfirmed ones are said to be. As known on a day that
         * is over, those that were confirmed then.
         */
        values: z.array(targetValueSchema),
        judgements: z.array(
          z.object({
            rank: judgedRankSchema,
            judgedOn: z.string(),
            ground: z.string(),
            byName: z.string(),
          }),
        ),
        adjustments: z.array(
          z.object({
            threshold: z.string().nullable(),
            thresholdRank: judgedRankSchema.nullable(),
            leftOut: z.boolean(),
            effectiveFrom: z.string(),
            reason: z.string(),
            setByName: z.string(),
            setAt: z.string(),
          }),
        ),
        /** Of relative measures, by period. */
        means: z.array(
          z.object({
            period: z.string(),
            value: z.string().nullable(),
            from: z.enum(['statistics', 'reports']),
            reported: z.int(),
            villages: z.int(),
          }),
        ),
      }),
    ),
    periods: z.array(
      z.object({
        key: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        reportBy: z.string(),
        status: targetStatusSchema.nullable(),
        version: versionSchema.nullable(),
        revision: z.int(),
        /** The report's id, for evidence; null before anything was written. */
        sheetId: idSchema.nullable(),
      }),
    ),
    trail: z.array(trailSchema),
    acts: z.object({ report: z.boolean(), adjust: z.boolean(), judge: z.boolean() }),
  }),
});
