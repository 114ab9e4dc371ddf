import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import {
  appointmentKindSchema,
  assignmentStateSchema,
  categorySchema,
  idSchema,
  jsonSchema,
  leavingSchema,
  managementAuthoritySchema,
  plainDateSchema,
  postSchema,
  rankSchema,
  sexSchema,
  specialitySchema,
  staffingTypeSchema,
  tierSchema,
  versionSchema,
  writtenText,
} from './values.ts';

/** A person of the register; ID number masked, home address and health left out. */
export const cadreSchema = z.object({
  id: idSchema,
  name: z.string(),
  sex: sexSchema,
  ethnicity: z.string().nullable(),
  bornOn: z.string(),
  idNumberMask: z.string(),
  nativePlace: z.string().nullable(),
  politicalStatus: z.string().nullable(),
  joinedOn: z.string().nullable(),
  fullMemberOn: z.string().nullable(),
  membershipDocument: z.string().nullable(),
  workingSince: z.string().nullable(),
  education: z.string().nullable(),
  unitId: idSchema,
  unitName: z.string(),
  townshipId: idSchema.nullable(),
  position: z.string().nullable(),
  rank: rankSchema,
  staffingType: staffingTypeSchema,
  managementAuthority: managementAuthoritySchema.nullable(),
  speciality: specialitySchema,
  homeTownship: z.string().nullable(),
  phone: z.string().nullable(),
  note: z.string().nullable(),
  /** In the batch asked for: the nomination and, once issued, the village. */
  category: categorySchema.nullable(),
  tier: tierSchema.nullable(),
  villageName: z.string().nullable(),
  version: versionSchema,
});
export type Cadre = z.infer<typeof cadreSchema>;

const text = (length: number) => z.string().trim().max(length).nullable().exactOptional();
const date = plainDateSchema.nullable().exactOptional();
const required = {
  name: writtenText(1, 40),
  unitId: idSchema,
  rank: rankSchema,
  staffingType: staffingTypeSchema,
  speciality: specialitySchema,
};
const optional = {
  ethnicity: text(20),
  nativePlace: text(60),
  politicalStatus: text(20),
  joinedOn: date,
  fullMemberOn: date,
  workingSince: date,
  education: text(40),
  position: text(60),
  managementAuthority: managementAuthoritySchema.nullable().exactOptional(),
  homeTownship: text(40),
  homeAddress: text(200),
  health: text(60),
  phone: text(30),
  note: text(500),
};
/** Sex and birth date follow from the ID number. */
export const newCadreInput = z.object({
  ...required,
  idNumber: z.string().trim().min(1).max(30),
  ...optional,
});
const params = z.object({ id: idSchema });
const filters = {
  sort: sortOf(['name', 'unit', 'bornOn', 'joinedOn', 'rank']).default('name'),
  batchId: idSchema.exactOptional(),
  unitIds: manyOf(idSchema).exactOptional(),
  townshipIds: manyOf(idSchema).exactOptional(),
  ranks: manyOf(rankSchema).exactOptional(),
  staffingTypes: manyOf(staffingTypeSchema).exactOptional(),
  specialities: manyOf(specialitySchema).exactOptional(),
  categories: manyOf(categorySchema).exactOptional(),
  tiers: manyOf(tierSchema).exactOptional(),
};

export const listCadres = endpoint({
  id: 'listCadres',
  method: 'GET',
  path: '/api/cadres',
  access: 'cadres.read',
  summary: '干部名册',
  tag: 'registers',
  query: pagingQuery.extend(filters),
  reply: pageOf(cadreSchema),
  exact: true,
});

export const exportCadres = endpoint({
  id: 'exportCadres',
  method: 'GET',
  path: '/api/cadres.xlsx',
  access: 'cadres.read',
  summary: '导出干部名册',
  tag: 'registers',
  kind: 'file',
  query: listCadres.query,
});

/** What happened to a person, in the order that things happen on one day. */
export const cadreEventKinds = [
  'registered',
  'nominated',
  'corrected',
  'judged',
  'accepted',
  'replaced',
  'issued',
  'postStarts',
  'postChanged',
  'postEnds',
] as const;
/** When, what, and the facts for the sentence. */
export const cadreEventSchema = z.object({
  on: z.string(),
  kind: z.enum(cadreEventKinds),
  params: z.record(z.string(), jsonSchema),
});
export type CadreEvent = z.infer<typeof cadreEventSchema>;

export const cadreDetailSchema = cadreSchema.extend({
  hasHomeAddress: z.boolean(),
  hasHealth: z.boolean(),
  /** Since when the staffing type holds, where it changed, and the one before. */
  staffingSince: z.string().nullable(),
  staffingBefore: staffingTypeSchema.nullable(),
  /** What happened, oldest first; the end of a post may lie ahead. */
  events: z.array(cadreEventSchema),
  assignments: z.array(
    z.object({
      id: idSchema,
      villageId: idSchema,
      villageName: z.string(),
      townshipName: z.string(),
      post: postSchema,
      kind: appointmentKindSchema,
      startsOn: z.string(),
      endsOn: z.string().nullable(),
      documentNumber: z.string(),
      state: assignmentStateSchema,
      /** How it was left, where that wasn't the end of the term. */
      leftBy: leavingSchema.nullable(),
    }),
  ),
});

export const getCadre = endpoint({
  id: 'getCadre',
  method: 'GET',
  path: '/api/cadres/:id',
  access: 'cadres.read',
  summary: '一名干部',
  tag: 'registers',
  params,
  query: z.object({ batchId: idSchema.exactOptional() }),
  reply: cadreDetailSchema,
});

export const createCadre = endpoint({
  id: 'createCadre',
  method: 'POST',
  path: '/api/cadres',
  access: 'cadres.write',
  summary: '登记一名干部',
  tag: 'registers',
  status: 201,
  body: newCadreInput,
  reply: cadreDetailSchema,
});

/** A change of joining or full-membership date needs the document that it stands on. */
export const updateCadre = endpoint({
  id: 'updateCadre',
  method: 'PATCH',
  path: '/api/cadres/:id',
  access: 'cadres.write',
  summary: '修改一名干部；更正入党、转正时间须写依据材料',
  tag: 'registers',
  params,
  body: z.object({
    name: required.name.exactOptional(),
    unitId: idSchema.exactOptional(),
    rank: rankSchema.exactOptional(),
    staffingType: staffingTypeSchema.exactOptional(),
    speciality: specialitySchema.exactOptional(),
    idNumber: z.string().trim().min(1).max(30).exactOptional(),
    ...optional,
    document: writtenText(1, 200).exactOptional(),
    /** From when a changed staffing type holds; without it the register was wrong and is corrected. */
    staffingSince: plainDateSchema.exactOptional(),
    version: versionSchema,
  }),
  reply: cadreDetailSchema,
});

export const deleteCadre = endpoint({
  id: 'deleteCadre',
  method: 'DELETE',
  path: '/api/cadres/:id',
  access: 'cadres.write',
  summary: '删除一名干部（未被引用时）',
  tag: 'registers',
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});

export const revealCadre = endpoint({
  id: 'revealCadre',
  method: 'POST',
  path: '/api/cadres/:id/reveal',
  access: 'cadres.reveal',
  summary: '查看身份证号、住址、健康状况全文（须写事由，记入日志）',
  tag: 'registers',
  params,
  body: z.object({ reason: writtenText(4, 200) }),
  reply: z.object({
    idNumber: z.string(),
    homeAddress: z.string().nullable(),
    health: z.string().nullable(),
  }),
});
