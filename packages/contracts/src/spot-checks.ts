import { z } from 'zod';
import { sheetStatusSchema } from './attendance.ts';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  idSchema,
  plainDateSchema,
  postSchema,
  tierSchema,
  versionSchema,
  writtenText,
} from './values.ts';
import type { Word } from './words.ts';

/** 检查: what was found at a village on a day. The log is never changed by it (S2). */

const tag = 'attendance';

export const findings = ['there', 'elsewhere'] as const;
export const findingSchema = z.enum(findings);
export type SpotFinding = z.infer<typeof findingSchema>;

export const findingWords = {
  there: { zh: '在村', en: 'There' },
  elsewhere: { zh: '不在村', en: 'Elsewhere' },
} as const satisfies Record<SpotFinding, Word>;

/** In the morning, in the afternoon, or null for the day. */
export const halfSchema = z.union([z.literal(1), z.literal(2)]).nullable();

export const spotCheckSchema = z.object({
  id: idSchema,
  assignmentId: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  unitName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  villageId: idSchema,
  villageName: z.string(),
  tier: tierSchema,
  post: postSchema,
  day: z.string(),
  half: halfSchema,
  found: findingSchema,
  text: z.string(),
  enteredByName: z.string(),
  enteredAt: z.string(),
  /** What stands in the log on the day, typed or not; null is 未填. */
  logged: z.string().nullable(),
  /** The month's sheet, as the log stands. */
  sheetStatus: sheetStatusSchema,
  /** The log says another thing, and nobody has resolved it. */
  contradicted: z.boolean(),
  resolution: z.string().nullable(),
  resolvedByName: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  /** Whether the caller may resolve it as it stands. */
  resolvable: z.boolean(),
  /** The inspection in which it was found. */
  inspectionId: idSchema.nullable(),
  version: versionSchema,
});
export type SpotCheck = z.infer<typeof spotCheckSchema>;

const query = pagingQuery.extend({
  sort: sortOf(['day', 'enteredAt', 'name', 'township']).default('-day'),
  townshipIds: manyOf(idSchema).exactOptional(),
  cadreIds: manyOf(idSchema).exactOptional(),
  assignmentIds: manyOf(idSchema).exactOptional(),
  from: plainDateSchema.exactOptional(),
  to: plainDateSchema.exactOptional(),
  found: findingSchema.exactOptional(),
  /** Contradicted by the log and not resolved, or resolved. */
  state: z.enum(['contradicted', 'resolved']).exactOptional(),
});

export const listSpotChecks = endpoint({
  id: 'listSpotChecks',
  method: 'GET',
  path: '/api/spot-checks',
  access: 'spotChecks.read',
  summary: '检查记录',
  tag,
  query,
  /** `contradicted`: within reach, whatever is filtered. */
  reply: pageOf(spotCheckSchema).extend({ contradicted: z.int() }),
});

export const exportSpotChecks = endpoint({
  id: 'exportSpotChecks',
  method: 'GET',
  path: '/api/spot-checks.xlsx',
  access: 'spotChecks.read',
  summary: '检查台账',
  tag,
  kind: 'file',
  query,
});

const params = z.object({ id: idSchema });

export const getSpotCheck = endpoint({
  id: 'getSpotCheck',
  method: 'GET',
  path: '/api/spot-checks/:id',
  access: 'spotChecks.read',
  summary: '一次检查',
  tag,
  params,
  reply: spotCheckSchema,
});

export const enterSpotCheck = endpoint({
  id: 'enterSpotCheck',
  method: 'POST',
  path: '/api/spot-checks',
  access: 'spotChecks.write',
  summary: '登记检查情况',
  tag,
  status: 201,
  body: z.object({
    assignmentId: idSchema,
    day: plainDateSchema,
    half: halfSchema,
    found: findingSchema,
    text: writtenText(2, 500),
    /** An inspection of the village on that day. */
    inspectionId: idSchema.exactOptional(),
  }),
  reply: spotCheckSchema,
});

/** Settles which of the two holds, with the reason; neither log nor finding is changed. */
export const resolveSpotCheck = endpoint({
  id: 'resolveSpotCheck',
  method: 'POST',
  path: '/api/spot-checks/:id/resolve',
  access: 'spotChecks.resolve',
  summary: '处理检查与考勤的不一致',
  tag,
  params,
  body: z.object({ resolution: writtenText(2, 500), version: versionSchema }),
  reply: spotCheckSchema,
});
