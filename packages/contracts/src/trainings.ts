import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  dayQuery,
  idSchema,
  plainDateSchema,
  tierSchema,
  versionSchema,
  writtenText,
} from './values.ts';
import type { Word } from './words.ts';

/** 任职培训 (M1): sessions of the district and of townships, who should come and who came. */

const tag = 'trainings';

export const trainingLevels = ['district', 'township'] as const;
export const trainingLevelSchema = z.enum(trainingLevels);
export type TrainingLevel = z.infer<typeof trainingLevelSchema>;

export const trainingLevelWords = {
  district: { zh: '区级', en: 'District' },
  township: { zh: '镇街级', en: 'Township' },
} as const satisfies Record<TrainingLevel, Word>;

export const presences = ['came', 'absent'] as const;
export const presenceSchema = z.enum(presences);
export type Presence = z.infer<typeof presenceSchema>;

export const presenceWords = {
  came: { zh: '参加', en: 'Came' },
  absent: { zh: '缺席', en: 'Absent' },
} as const satisfies Record<Presence, Word>;

export const trainingSchema = z.object({
  id: idSchema,
  batchId: idSchema,
  level: trainingLevelSchema,
  /** Whose session it is; null: the district's. */
  townshipId: idSchema.nullable(),
  townshipName: z.string().nullable(),
  topic: z.string(),
  place: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  startsAtNoon: z.boolean(),
  endsAtNoon: z.boolean(),
  /** Halves as 0.5. */
  days: z.number(),
  hours: z.number(),
  teachers: z.string(),
  note: z.string().nullable(),
  /** Of those within the caller's reach: who should come, who came, who didn't. */
  invited: z.int(),
  came: z.int(),
  absent: z.int(),
  files: z.int(),
  enteredByName: z.string(),
  /** The caller may change it. */
  writable: z.boolean(),
  version: versionSchema,
});
export type Training = z.infer<typeof trainingSchema>;

const query = pagingQuery.extend({
  ...dayQuery.shape,
  sort: sortOf(['startsOn', 'topic', 'township']).default('-startsOn'),
  batchId: idSchema.exactOptional(),
  level: trainingLevelSchema.exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  /** Sessions that touch the days from one to another. */
  from: plainDateSchema.exactOptional(),
  to: plainDateSchema.exactOptional(),
});

export const listTrainings = endpoint({
  id: 'listTrainings',
  method: 'GET',
  path: '/api/trainings',
  access: 'trainings.read',
  summary: '培训班次',
  tag,
  query,
  reply: pageOf(trainingSchema),
});

export const exportTrainings = endpoint({
  id: 'exportTrainings',
  method: 'GET',
  path: '/api/trainings.xlsx',
  access: 'trainings.read',
  summary: '培训台账',
  tag,
  kind: 'file',
  query,
});

export const trainingPersonSchema = z.object({
  cadreId: idSchema,
  name: z.string(),
  unitName: z.string(),
  /** The post on the first day of the session, else the next one; null: none. */
  townshipName: z.string().nullable(),
  villageName: z.string().nullable(),
  tier: tierSchema.nullable(),
  presence: presenceSchema.nullable(),
  /** Why somebody didn't come. */
  reason: z.string().nullable(),
});
export type TrainingPerson = z.infer<typeof trainingPersonSchema>;

const params = z.object({ id: idSchema });
const detail = trainingSchema.extend({ people: z.array(trainingPersonSchema) });
export type TrainingDetail = z.infer<typeof detail>;

export const getTraining = endpoint({
  id: 'getTraining',
  method: 'GET',
  path: '/api/trainings/:id',
  access: 'trainings.read',
  summary: '一个培训班次和名单',
  tag,
  params,
  query: dayQuery,
  reply: detail,
});

export const trainingSheet = endpoint({
  id: 'trainingSheet',
  method: 'GET',
  path: '/api/trainings/:id/people.xlsx',
  access: 'trainings.read',
  summary: '培训名单',
  tag,
  kind: 'file',
  params,
  query: dayQuery,
});

const fields = {
  topic: writtenText(2, 100),
  place: writtenText(1, 100),
  startsOn: plainDateSchema,
  endsOn: plainDateSchema,
  startsAtNoon: z.boolean(),
  endsAtNoon: z.boolean(),
  hours: z.number().positive().max(1000).multipleOf(0.5),
  teachers: writtenText(1, 200),
  note: writtenText(1, 1000).nullable(),
};

/** Those in post, by who dispatched them; of a township's session only its own. */
export const invitations = ['all', 'district', 'township'] as const;
export const invitationSchema = z.enum(invitations);
export type Invitation = z.infer<typeof invitationSchema>;

export const createTraining = endpoint({
  id: 'createTraining',
  method: 'POST',
  path: '/api/trainings',
  access: 'trainings.write',
  summary: '登记培训班次',
  tag,
  status: 201,
  body: z.object({
    ...fields,
    startsAtNoon: z.boolean().default(false),
    endsAtNoon: z.boolean().default(false),
    note: fields.note.default(null),
    batchId: idSchema,
    /** Null: a session of the district. */
    townshipId: idSchema.nullable(),
    invite: invitationSchema.nullable().default(null),
  }),
  reply: detail,
});

const seen = z.object({ version: versionSchema });

export const updateTraining = endpoint({
  id: 'updateTraining',
  method: 'PATCH',
  path: '/api/trainings/:id',
  access: 'trainings.write',
  summary: '修改培训班次',
  tag,
  params,
  body: z.object(fields).partial().extend(seen.shape),
  reply: detail,
});

export const deleteTraining = endpoint({
  id: 'deleteTraining',
  method: 'DELETE',
  path: '/api/trainings/:id',
  access: 'trainings.write',
  summary: '删除培训班次和名单、附件',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().min(1) }),
});

/** People in post whom the session may be for, and who aren't on its list. */
export const listTrainingCandidates = endpoint({
  id: 'listTrainingCandidates',
  method: 'GET',
  path: '/api/trainings/:id/candidates',
  access: 'trainings.write',
  summary: '可列入名单的在任干部',
  tag,
  params,
  reply: z.object({ items: z.array(trainingPersonSchema.omit({ presence: true, reason: true })) }),
});

export const setTrainingPeople = endpoint({
  id: 'setTrainingPeople',
  method: 'POST',
  path: '/api/trainings/:id/people',
  access: 'trainings.write',
  summary: '增减应参加人员',
  tag,
  params,
  body: z.object({
    invite: invitationSchema.nullable().default(null),
    add: z.array(idSchema).max(500).default([]),
    /** Only of whom nobody said yet whether they came. */
    remove: z.array(idSchema).max(500).default([]),
  }),
  reply: detail,
});

export const presenceChangeSchema = z.object({
  cadreId: idSchema,
  /** As the page showed it. */
  was: presenceSchema.nullable(),
  is: presenceSchema.nullable(),
  reason: writtenText(1, 200).nullable().default(null),
});

export const tickTraining = endpoint({
  id: 'tickTraining',
  method: 'POST',
  path: '/api/trainings/:id/presence',
  access: 'trainings.write',
  summary: '登记参加、缺席',
  tag,
  params,
  body: z.object({ changes: z.array(presenceChangeSchema).min(1).max(500) }),
  reply: detail,
});

/** The sessions that a cadre came to or should have come to. */
export const listCadreTrainings = endpoint({
  id: 'listCadreTrainings',
  method: 'GET',
  path: '/api/cadres/:id/trainings',
  access: 'trainings.read',
  summary: '一名干部的培训',
  tag,
  params,
  query: dayQuery,
  reply: z.object({
    items: z.array(
      trainingSchema
        .pick({ id: true, level: true, topic: true, place: true, startsOn: true, endsOn: true })
        .extend({
          days: z.number(),
          hours: z.number(),
          townshipName: z.string().nullable(),
          presence: presenceSchema.nullable(),
          reason: z.string().nullable(),
        }),
    ),
  }),
});
