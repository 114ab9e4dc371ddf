import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { noticeAnswerSchema } from './evaluation-step-words.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** 公示 of intended 优秀, and what is said against them (E6). */

const tag = 'evaluations';
const params = z.object({ id: idSchema });
const people = z.array(idSchema).min(1).max(300);

/** Puts up intended 优秀 for the policy's workdays; the last day is reckoned. */
export const postNotice = endpoint({
  id: 'postNotice',
  method: 'POST',
  path: '/api/evaluations/:id/notices',
  access: 'grades.record',
  summary: '公示拟定优秀人选',
  tag,
  status: 201,
  params,
  body: z.object({ personIds: people, startsOn: plainDateSchema, place: writtenText(2, 100) }),
  reply: z.object({ id: idSchema, endsOn: z.string() }),
});

const objectionSchema = z.object({
  id: idSchema,
  receivedOn: z.string(),
  from: z.string(),
  content: z.string(),
  enteredByName: z.string(),
  answer: noticeAnswerSchema.nullable(),
  answerText: z.string().nullable(),
  answeredOn: z.string().nullable(),
  answeredByName: z.string().nullable(),
  version: versionSchema,
});
export type NoticeObjection = z.infer<typeof objectionSchema>;

const noticesReply = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      startsOn: z.string(),
      endsOn: z.string(),
      place: z.string(),
      postedByName: z.string(),
      people: z.array(
        z.object({
          personId: idSchema,
          name: z.string(),
          unitName: z.string(),
          villageName: z.string(),
          /** Taken down when the proposal was returned. */
          withdrawn: z.boolean(),
          /** E8: what was said against them isn't for the caller. */
          stepsBack: z.boolean(),
          objections: z.array(objectionSchema),
        }),
      ),
    }),
  ),
});
export type Notices = z.infer<typeof noticesReply>;

export const listNotices = endpoint({
  id: 'listNotices',
  method: 'GET',
  path: '/api/evaluations/:id/notices',
  access: 'grades.sheet',
  summary: '优秀公示和收到的反映',
  tag,
  params,
  reply: noticesReply,
});

export const enterNoticeObjection = endpoint({
  id: 'enterNoticeObjection',
  method: 'POST',
  path: '/api/evaluations/:id/notice-objections',
  access: 'grades.record',
  summary: '登记公示期间的反映',
  tag,
  status: 201,
  params,
  body: z.object({
    personId: idSchema,
    receivedOn: plainDateSchema,
    from: writtenText(1, 60),
    content: writtenText(2, 2000),
  }),
  reply: z.object({ id: idSchema }),
});

/** An upheld one keeps the 优秀 from being decided: the proposal is returned. */
export const answerNoticeObjection = endpoint({
  id: 'answerNoticeObjection',
  method: 'POST',
  path: '/api/notice-objections/:id/answer',
  access: 'grades.settle',
  summary: '核实公示期间的反映',
  tag,
  kind: 'empty',
  params,
  body: z.object({
    version: versionSchema,
    answer: noticeAnswerSchema,
    text: writtenText(2, 2000),
    answeredOn: plainDateSchema,
  }),
});
