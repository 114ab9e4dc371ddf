import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { findingSchema as spotFindingSchema } from './spot-checks.ts';
import { dayQuery, idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/** 督查 (S2): who went to which villages on a day, and what was found there. */

const tag = 'inspections';

export const inspectionKinds = [
  'dispatching',
  'unannounced',
  'comparison',
  'leaderVisit',
  'termEnd',
] as const;
export const inspectionKindSchema = z.enum(inspectionKinds);
export type InspectionKind = z.infer<typeof inspectionKindSchema>;

export const inspectionKindWords = {
  dispatching: { zh: '督导调度', en: 'Dispatching meeting' },
  unannounced: { zh: '暗访抽查', en: 'Unannounced spot check' },
  comparison: { zh: '观摩评比', en: 'Field comparison' },
  leaderVisit: { zh: '领导调研', en: 'Leader’s visit' },
  termEnd: { zh: '期满考核', en: 'End of term' },
} as const satisfies Record<InspectionKind, Word>;

/** Findings by how they stand. */
const countsSchema = z.object({ open: z.int(), answered: z.int(), closed: z.int() });

export const inspectionVillageSchema = z.object({
  id: idSchema,
  name: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
});

export const inspectionItemSchema = z.object({
  id: idSchema,
  kind: inspectionKindSchema,
  day: z.string(),
  subject: z.string(),
  team: z.string(),
  /** Those within reach of the caller. */
  villages: z.array(inspectionVillageSchema),
  findings: countsSchema,
  enteredByName: z.string(),
  version: versionSchema,
});
export type InspectionItem = z.infer<typeof inspectionItemSchema>;

export const inspectionSchema = inspectionItemSchema.extend({
  summary: z.string().nullable(),
  enteredAt: z.string(),
  /** The draw that chose the villages; null also where the caller reads no draws. */
  drawId: idSchema.nullable(),
  /** What was found of people in post, entered with this inspection. */
  spotChecks: z.array(
    z.object({
      id: idSchema,
      assignmentId: idSchema,
      cadreName: z.string(),
      villageName: z.string(),
      half: z.union([z.literal(1), z.literal(2)]).nullable(),
      found: spotFindingSchema,
      text: z.string(),
    }),
  ),
});
export type Inspection = z.infer<typeof inspectionSchema>;

export const listInspections = endpoint({
  id: 'listInspections',
  method: 'GET',
  path: '/api/inspections',
  access: 'inspections.read',
  summary: '督查',
  tag,
  query: pagingQuery.extend({
    ...dayQuery.shape,
    sort: sortOf(['day', 'kind']).default('-day'),
    kinds: manyOf(inspectionKindSchema).exactOptional(),
    townshipIds: manyOf(idSchema).exactOptional(),
    villageIds: manyOf(idSchema).exactOptional(),
    from: plainDateSchema.exactOptional(),
    to: plainDateSchema.exactOptional(),
  }),
  reply: pageOf(inspectionItemSchema),
});

const params = z.object({ id: idSchema });

export const getInspection = endpoint({
  id: 'getInspection',
  method: 'GET',
  path: '/api/inspections/:id',
  access: 'inspections.read',
  summary: '一次督查',
  tag,
  params,
  query: dayQuery,
  reply: inspectionSchema,
});

const facts = {
  subject: writtenText(2, 100),
  /** Who went: names and offices, as they are written in the minutes. */
  team: writtenText(1, 200),
};

export const enterInspection = endpoint({
  id: 'enterInspection',
  method: 'POST',
  path: '/api/inspections',
  access: 'inspections.write',
  summary: '登记督查',
  tag,
  status: 201,
  body: z.object({
    ...facts,
    kind: inspectionKindSchema,
    day: plainDateSchema,
    villageIds: z.array(idSchema).min(1).max(200),
    /** Where a draw chose the villages, all of them are its. */
    drawId: idSchema.exactOptional(),
    summary: writtenText(1, 2000).exactOptional(),
  }),
  reply: inspectionSchema,
});

export const updateInspection = endpoint({
  id: 'updateInspection',
  method: 'PATCH',
  path: '/api/inspections/:id',
  access: 'inspections.write',
  summary: '补充督查情况',
  tag,
  params,
  body: z.object({
    subject: facts.subject.exactOptional(),
    team: facts.team.exactOptional(),
    summary: writtenText(1, 2000).nullable().exactOptional(),
    version: versionSchema,
  }),
  reply: inspectionSchema,
});
