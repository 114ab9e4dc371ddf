import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { enterIssue } from './inspection-findings.ts';
import { inspectionSchema } from './inspections.ts';
import { dayQuery, idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/** 领导联系村 (S5): which villages a district leader visits how often, and what became of the questions. */

const tag = 'inspections';

export const leaderLinkSchema = z.object({
  id: idSchema,
  villageId: idSchema,
  villageName: z.string(),
  townshipName: z.string(),
  /** Days from one visit to the next. */
  intervalDays: z.int(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  visits: z.int(),
  lastVisitOn: z.string().nullable(),
  /** When the next visit is due; null where the link has ended. */
  dueOn: z.string().nullable(),
  /** Negative when it is overdue. */
  daysLeft: z.int().nullable(),
  /** Questions that aren't closed, and those whose answer is overdue. */
  questions: z.int(),
  overdueAnswers: z.int(),
  version: versionSchema,
});
export type LeaderLink = z.infer<typeof leaderLinkSchema>;

export const leaderSchema = z.object({
  id: idSchema,
  name: z.string(),
  position: z.string(),
  /** The account by which the leader enters own visits. */
  username: z.string().nullable(),
  /** The caller is this leader. */
  own: z.boolean(),
  links: z.array(leaderLinkSchema),
  version: versionSchema,
});
export type Leader = z.infer<typeof leaderSchema>;

export const listLeaders = endpoint({
  id: 'listLeaders',
  method: 'GET',
  path: '/api/inspections/leaders',
  access: 'inspections.leaders',
  summary: '区领导联系村',
  tag,
  query: dayQuery,
  reply: z.object({
    items: z.array(leaderSchema),
    overdueVisits: z.int(),
    overdueAnswers: z.int(),
  }),
});

const params = z.object({ id: idSchema });
const username = writtenText(1, 60).nullable();

export const addLeader = endpoint({
  id: 'addLeader',
  method: 'POST',
  path: '/api/inspections/leaders',
  access: 'inspections.link',
  summary: '登记区领导',
  tag,
  status: 201,
  body: z.object({
    name: writtenText(2, 30),
    position: writtenText(2, 60),
    username: username.default(null),
  }),
  reply: leaderSchema,
});

export const changeLeader = endpoint({
  id: 'changeLeader',
  method: 'PATCH',
  path: '/api/inspections/leaders/:id',
  access: 'inspections.link',
  summary: '修改区领导',
  tag,
  params,
  body: z.object({
    name: writtenText(2, 30).exactOptional(),
    position: writtenText(2, 60).exactOptional(),
    username: username.exactOptional(),
    version: versionSchema,
  }),
  reply: leaderSchema,
});

const interval = z.int().min(1).max(730);

export const linkVillage = endpoint({
  id: 'linkVillage',
  method: 'POST',
  path: '/api/inspections/leaders/:id/links',
  access: 'inspections.link',
  summary: '确定联系村',
  tag,
  status: 201,
  params,
  body: z.object({
    villageId: idSchema,
    startsOn: plainDateSchema,
    /** The policy's where it isn't given. */
    intervalDays: interval.exactOptional(),
  }),
  reply: leaderSchema,
});

export const changeLink = endpoint({
  id: 'changeLink',
  method: 'PATCH',
  path: '/api/inspections/leader-links/:id',
  access: 'inspections.link',
  summary: '调整或结束联系',
  tag,
  params,
  body: z.object({
    intervalDays: interval.exactOptional(),
    endsOn: plainDateSchema.nullable().exactOptional(),
    version: versionSchema,
  }),
  reply: leaderSchema,
});

/** A leader enters the own ones; planner, office and inspector anybody's. */
export const enterLeaderVisit = endpoint({
  id: 'enterLeaderVisit',
  method: 'POST',
  path: '/api/inspections/leaders/:id/visits',
  access: 'inspections.visit',
  summary: '登记领导调研和交办的问题',
  tag,
  status: 201,
  params,
  body: z.object({
    villageId: idSchema,
    day: plainDateSchema,
    summary: writtenText(2, 2000),
    questions: z
      .array(
        enterIssue.body.pick({
          text: true,
          deadline: true,
          responsible: true,
          unitId: true,
          person: true,
        }),
      )
      .max(20)
      .default([]),
  }),
  reply: inspectionSchema,
});
