import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';
import type { Word } from './words.ts';

/** 示范点, 典型案例 (S3). Who may do what in which state is in domain/examples. */

const tag = 'trainings';

export const exampleKinds = ['point', 'case'] as const;
export const exampleKindSchema = z.enum(exampleKinds);
export type ExampleKind = z.infer<typeof exampleKindSchema>;

export const exampleKindWords = {
  point: { zh: '示范点', en: 'Demonstration point' },
  case: { zh: '典型案例', en: 'Exemplary case' },
} as const satisfies Record<ExampleKind, Word>;

export const exampleStates = ['draft', 'submitted', 'returned', 'released', 'withdrawn'] as const;
export const exampleStateSchema = z.enum(exampleStates);
export type ExampleState = z.infer<typeof exampleStateSchema>;

export const exampleStateWords = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已报送', en: 'Submitted' },
  returned: { zh: '已退回', en: 'Returned' },
  released: { zh: '已发布', en: 'Released' },
  withdrawn: { zh: '已撤下', en: 'Withdrawn' },
} as const satisfies Record<ExampleState, Word>;

/** `recall`: back to draft before it was reviewed. */
export const exampleActs = ['write', 'submit', 'recall', 'release', 'return', 'withdraw'] as const;
export const exampleActSchema = z.enum(exampleActs);
export type ExampleAct = z.infer<typeof exampleActSchema>;

export const exampleSchema = z.object({
  id: idSchema,
  batchId: idSchema,
  kind: exampleKindSchema,
  title: z.string(),
  villageId: idSchema.nullable(),
  villageName: z.string().nullable(),
  /** The township that wrote it; null: the district. */
  townshipId: idSchema.nullable(),
  townshipName: z.string().nullable(),
  state: exampleStateSchema,
  writtenByName: z.string(),
  writtenAt: z.string(),
  submittedAt: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  /** Why it was returned or taken back. */
  reason: z.string().nullable(),
  /** The first words of the text. */
  beginning: z.string(),
  /** The first picture, for lists. */
  pictureId: idSchema.nullable(),
  files: z.int(),
  /** What the caller may do with it as it stands. */
  acts: z.array(exampleActSchema),
  version: versionSchema,
});
export type Example = z.infer<typeof exampleSchema>;

/** As they read at the end of a day that is over, drafts left out; today where it isn't given. */
const onDay = z.object({ on: plainDateSchema.exactOptional() });

export const listExamples = endpoint({
  id: 'listExamples',
  method: 'GET',
  path: '/api/examples',
  access: 'examples.read',
  summary: '示范点和典型案例（题目或正文里的词可查）',
  tag,
  query: pagingQuery.extend({
    sort: sortOf(['reviewedAt', 'title', 'township']).default('-reviewedAt'),
    batchId: idSchema.exactOptional(),
    kind: exampleKindSchema.exactOptional(),
    states: manyOf(exampleStateSchema).exactOptional(),
    townshipIds: manyOf(idSchema).exactOptional(),
    villageId: idSchema.exactOptional(),
    ...onDay.shape,
  }),
  reply: pageOf(exampleSchema).extend({
    /** Within reach, whatever the filters: by whom they wait to be reviewed. */
    submitted: z.int(),
  }),
});

const params = z.object({ id: idSchema });
const detail = exampleSchema.extend({ text: z.string() });
export type ExampleDetail = z.infer<typeof detail>;

export const getExample = endpoint({
  id: 'getExample',
  method: 'GET',
  path: '/api/examples/:id',
  access: 'examples.read',
  summary: '一个示范点或典型案例',
  tag,
  params,
  query: onDay,
  reply: detail,
});

const fields = {
  kind: exampleKindSchema,
  title: writtenText(2, 80),
  /** Paragraphs are lines. */
  text: writtenText(1, 20_000),
  villageId: idSchema.nullable(),
};

export const createExample = endpoint({
  id: 'createExample',
  method: 'POST',
  path: '/api/examples',
  access: 'examples.write',
  summary: '起草示范点或典型案例',
  tag,
  status: 201,
  body: z.object({
    ...fields,
    batchId: idSchema,
    /** Null: written by the district. */
    townshipId: idSchema.nullable(),
  }),
  reply: detail,
});

const seen = z.object({ version: versionSchema });

export const updateExample = endpoint({
  id: 'updateExample',
  method: 'PATCH',
  path: '/api/examples/:id',
  access: 'examples.write',
  summary: '修改草稿',
  tag,
  params,
  body: z.object(fields).partial().extend(seen.shape),
  reply: detail,
});

export const deleteExample = endpoint({
  id: 'deleteExample',
  method: 'DELETE',
  path: '/api/examples/:id',
  access: 'examples.write',
  summary: '删除草稿和附件',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().min(1) }),
});

/** To the reviewer, or back to draft before it was reviewed. */
export const submitExample = endpoint({
  id: 'submitExample',
  method: 'POST',
  path: '/api/examples/:id/submit',
  access: 'examples.write',
  summary: '报送，或在审核前撤回',
  tag,
  params,
  body: seen.extend({ recall: z.boolean().default(false) }),
  reply: detail,
});

export const reviewExample = endpoint({
  id: 'reviewExample',
  method: 'POST',
  path: '/api/examples/:id/review',
  access: 'examples.review',
  summary: '发布、退回或撤下',
  tag,
  params,
  body: z.discriminatedUnion('act', [
    seen.extend({ act: z.literal('release') }),
    seen.extend({ act: z.literal('return'), reason: writtenText(2, 500) }),
    seen.extend({ act: z.literal('withdraw'), reason: writtenText(2, 500) }),
  ]),
  reply: detail,
});
