import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { basisSchema } from './problems.ts';
import { idSchema, plainDateSchema, postSchema, tierSchema } from './values.ts';

const params = z.object({ id: idSchema });
const tag = 'assignments';

const holder = z.object({ assignmentId: idSchema, cadreId: idSchema, cadreName: z.string() });

/** Days on which nobody held a post of a village. */
export const vacancySchema = z.object({
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  tier: tierSchema,
  /** The one who leads, or the deputy. */
  lead: z.boolean(),
  from: z.string(),
  /** The last day of it within the period. */
  to: z.string(),
  days: z.int(),
  /** It goes on after the period. */
  open: z.boolean(),
  /** Who was there last, and who came. */
  before: holder.nullable(),
  after: holder.nullable(),
});
export type Vacancy = z.infer<typeof vacancySchema>;

/**
 * Vacant days of a batch's posts from a day to a day: of its term up to today unless given. A village
 * without a first secretary is one whose leading post is vacant.
 */
export const listVacancies = endpoint({
  id: 'listVacancies',
  method: 'GET',
  path: '/api/batches/:id/vacancies',
  access: 'assignments.read',
  summary: '空岗：哪些村哪些天没有第一书记、副书记',
  tag,
  params,
  query: z.object({
    from: plainDateSchema.exactOptional(),
    to: plainDateSchema.exactOptional(),
    villageId: idSchema.exactOptional(),
  }),
  reply: z.object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    items: z.array(vacancySchema),
    total: z.int(),
    /** Villages that had no first secretary on some day, and how many days that were in all. */
    leaderless: z.array(
      z.object({ villageId: idSchema, villageName: z.string(), days: z.int(), now: z.boolean() }),
    ),
    leaderlessDays: z.int(),
  }),
});

const ending = holder.extend({
  unitName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  townshipName: z.string(),
  post: postSchema,
  endsOn: z.string(),
  daysLeft: z.int(),
  version: z.int(),
});
const inSeveral = z.object({
  cadreId: idSchema,
  cadreName: z.string(),
  unitName: z.string(),
  batches: z.array(
    z.object({ batchId: idSchema, name: z.string(), villageName: z.string().nullable() }),
  ),
});

/** What will want an act: terms that end, posts that stay vacant, people in two batches. */
export const warningsSchema = z.object({
  on: z.string(),
  termDays: z.int(),
  termBasis: basisSchema,
  vacantDays: z.int(),
  vacantBasis: basisSchema,
  endingSoon: z.array(ending),
  vacant: z.array(vacancySchema),
  inSeveralBatches: z.array(inSeveral),
});
export type Warnings = z.infer<typeof warningsSchema>;

export const getWarnings = endpoint({
  id: 'getWarnings',
  method: 'GET',
  path: '/api/batches/:id/warnings',
  access: 'assignments.read',
  summary: '预警：将届满的任期、久空的岗位、出现在两个批次的人',
  tag,
  params,
  query: z.object({ on: plainDateSchema.exactOptional() }),
  reply: warningsSchema,
});

export const exportWarnings = endpoint({
  id: 'exportWarnings',
  method: 'GET',
  path: '/api/batches/:id/warnings.xlsx',
  access: 'assignments.read',
  summary: '导出预警',
  tag,
  kind: 'file',
  params,
  query: z.object({ on: plainDateSchema.exactOptional() }),
});
