import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { dayQuery, idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/** 村情: who sits and sat in a village's committees, re-elections, and the weak-and-lax turned round. */

const tag = 'inspections';

export const seats = [
  'secretary',
  'deputySecretary',
  'partyMember',
  'director',
  'deputyDirector',
  'committeeMember',
] as const;
export const seatSchema = z.enum(seats);
export type Seat = z.infer<typeof seatSchema>;

export const seatWords = {
  secretary: { zh: '党组织书记', en: 'Party secretary' },
  deputySecretary: { zh: '党组织副书记', en: 'Deputy Party secretary' },
  partyMember: { zh: '党组织委员', en: 'Member of the Party committee' },
  director: { zh: '村委会主任', en: 'Head of the villagers’ committee' },
  deputyDirector: { zh: '村委会副主任', en: 'Deputy head of the villagers’ committee' },
  committeeMember: { zh: '村委会委员', en: 'Member of the villagers’ committee' },
} as const satisfies Record<Seat, Word>;

export const bodies = ['party', 'villagers'] as const;
export const bodySchema = z.enum(bodies);
export type Body = z.infer<typeof bodySchema>;

export const bodyWords = {
  party: { zh: '党组织', en: 'Party committee' },
  villagers: { zh: '村委会', en: 'Villagers’ committee' },
} as const satisfies Record<Body, Word>;

export const seatHolderSchema = z.object({
  id: idSchema,
  seat: seatSchema,
  name: z.string(),
  startsOn: z.string(),
  /** The last day; null: sitting. */
  endsOn: z.string().nullable(),
  note: z.string().nullable(),
  version: versionSchema,
});

export const electionSchema = z.object({
  id: idSchema,
  body: bodySchema,
  dueOn: z.string(),
  heldOn: z.string().nullable(),
  result: z.string().nullable(),
  document: z.string().nullable(),
  /** Past the day it was due and not held. */
  overdue: z.boolean(),
  version: versionSchema,
});

export const weakLaxSchema = z.object({
  id: idSchema,
  designatedOn: z.string(),
  document: z.string(),
  reason: z.string(),
  turnedOn: z.string().nullable(),
  turnedDocument: z.string().nullable(),
  version: versionSchema,
});

export const villageStateSchema = z.object({
  villageId: idSchema,
  villageName: z.string(),
  /** Sitting first, in the order of the seats; then those who were. */
  holders: z.array(seatHolderSchema),
  elections: z.array(electionSchema),
  weakLax: z.array(weakLaxSchema),
  editable: z.boolean(),
});
export type VillageState = z.infer<typeof villageStateSchema>;

/** Re-elections that aren't held, the earliest first. */
export const listElections = endpoint({
  id: 'listElections',
  method: 'GET',
  path: '/api/inspections/elections',
  access: 'inspections.read',
  summary: '待换届的村',
  tag,
  query: dayQuery,
  reply: z.object({
    items: z.array(
      electionSchema.pick({ id: true, body: true, dueOn: true, overdue: true }).extend({
        villageId: idSchema,
        villageName: z.string(),
        townshipName: z.string(),
      }),
    ),
    overdue: z.int(),
  }),
});

const params = z.object({ id: idSchema });
const note = writtenText(1, 200).nullable();

export const getVillageState = endpoint({
  id: 'getVillageState',
  method: 'GET',
  path: '/api/inspections/villages/:id/state',
  access: 'inspections.read',
  summary: '村“两委”、换届和整顿',
  tag,
  params,
  query: dayQuery,
  reply: villageStateSchema,
});

export const seatHolder = endpoint({
  id: 'seatHolder',
  method: 'POST',
  path: '/api/inspections/villages/:id/holders',
  access: 'inspections.villageState',
  summary: '登记村“两委”成员',
  tag,
  status: 201,
  params,
  body: z.object({
    seat: seatSchema,
    name: writtenText(2, 30),
    startsOn: plainDateSchema,
    endsOn: plainDateSchema.nullable().default(null),
    note: note.default(null),
  }),
  reply: villageStateSchema,
});

export const changeHolder = endpoint({
  id: 'changeHolder',
  method: 'PATCH',
  path: '/api/inspections/village-holders/:id',
  access: 'inspections.villageState',
  summary: '修改村“两委”成员、登记离任',
  tag,
  params,
  body: z.object({
    seat: seatSchema.exactOptional(),
    name: writtenText(2, 30).exactOptional(),
    startsOn: plainDateSchema.exactOptional(),
    endsOn: plainDateSchema.nullable().exactOptional(),
    note: note.exactOptional(),
    version: versionSchema,
  }),
  reply: villageStateSchema,
});

export const planElection = endpoint({
  id: 'planElection',
  method: 'POST',
  path: '/api/inspections/villages/:id/elections',
  access: 'inspections.villageState',
  summary: '登记应换届日期',
  tag,
  status: 201,
  params,
  body: z.object({ body: bodySchema, dueOn: plainDateSchema }),
  reply: villageStateSchema,
});

export const changeElection = endpoint({
  id: 'changeElection',
  method: 'PATCH',
  path: '/api/inspections/village-elections/:id',
  access: 'inspections.villageState',
  summary: '登记换届完成',
  tag,
  params,
  body: z.object({
    dueOn: plainDateSchema.exactOptional(),
    heldOn: plainDateSchema.nullable().exactOptional(),
    result: writtenText(1, 500).nullable().exactOptional(),
    document: writtenText(1, 60).nullable().exactOptional(),
    version: versionSchema,
  }),
  reply: villageStateSchema,
});

export const designateWeakLax = endpoint({
  id: 'designateWeakLax',
  method: 'POST',
  path: '/api/inspections/villages/:id/weak-lax',
  access: 'inspections.villageState',
  summary: '确定为软弱涣散',
  tag,
  status: 201,
  params,
  body: z.object({
    designatedOn: plainDateSchema,
    document: writtenText(1, 60),
    reason: writtenText(2, 500),
  }),
  reply: villageStateSchema,
});

export const turnRound = endpoint({
  id: 'turnRound',
  method: 'POST',
  path: '/api/inspections/weak-lax/:id/turn-round',
  access: 'inspections.turnRound',
  summary: '登记整顿转化',
  tag,
  params,
  body: z.object({
    turnedOn: plainDateSchema,
    turnedDocument: writtenText(1, 60),
    version: versionSchema,
  }),
  reply: villageStateSchema,
});

export const villageRecordKindSchema = z.enum(['holder', 'election', 'weakLax']);
export type VillageRecordKind = z.infer<typeof villageRecordKindSchema>;

/**
 * Takes a record back that was entered by mistake; the log keeps it with the reason. One that has only
 * come to its end is changed instead. What was turned round is taken back by who may say so.
 */
export const withdrawVillageRecord = endpoint({
  id: 'withdrawVillageRecord',
  method: 'POST',
  path: '/api/inspections/village-records/:kind/:id/withdraw',
  access: 'inspections.villageState',
  summary: '撤销登记错的村情',
  tag,
  params: params.extend({ kind: villageRecordKindSchema }),
  body: z.object({ reason: writtenText(2, 300), version: versionSchema }),
  reply: villageStateSchema,
});
