import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { evaluationKindSchema } from './evaluation-words.ts';
import { idSchema, jsonSchema } from './values.ts';

/**
 * Something that waits for the person who looks: code and facts for the sentence, and where to go.
 * `counts` by code: registerContacts `units`; fixNominees `district`, `township`; studyAges,
 * confirmMembership `people`; coverVillages `villages`; solvePlan, approvePlan, confirmPlan, publishPlan
 * `filled`, `places` (and, before solving, `placeable`); downloadLists `assignments`; fillPosts `posts`,
 * `days`; endTerms, prepareTermRound `people`, `days`; recordReports, checkBatches, trainCadres `people`;
 * decideLeaves, endLeaves `leaves`; confirmHelp, deliverHelp `help`; settleFindings, rectifyFindings, checkFindings,
 * chaseFindings `findings`; holdElections `elections`; visitVillages `visits`; fixSheet, fillSheet,
 * submitSheet, signSheet `left`, of this month's sheet `cells`; confirmSheets, chaseSheets, decideCorrections `sheets`, `months`;
 * writeAppraisals, signAppraisals, giveOpinions, checkGrades, decideGrades, tellGrades, answerObjections,
 * settleCases, receiveGrades, settleBenefits, decideTermEnds, proposeTermEnds `people`; payExpenses
 * `units`, `yuan`; closeExpenses `units`; reportTargets, confirmTargets, assignTeams `villages`;
 * evaluateVillages `villages`, `people`. Others none.
 * `names`: the people or villages concerned, where they are few.
 */
export const taskSchema = z.object({
  code: z.enum([
    'createBatch',
    'importRegisters',
    'registerContacts',
    'fixNominees',
    'studyAges',
    'confirmMembership',
    'coverVillages',
    'solvePlan',
    'approvePlan',
    'confirmPlan',
    'publishPlan',
    'fillPosts',
    'endTerms',
    'prepareTermRound',
    'recordReports',
    'checkBatches',
    'decideLeaves',
    'endLeaves',
    'settleFindings',
    'trainCadres',
    'fixSheet',
    'fillSheet',
    'submitSheet',
    'signSheet',
    'confirmSheets',
    'chaseSheets',
    'decideCorrections',
    'rectifyFindings',
    'checkFindings',
    'chaseFindings',
    'reportTargets',
    'confirmTargets',
    'holdElections',
    'visitVillages',
    'writeAppraisals',
    'signAppraisals',
    'confirmHelp',
    'deliverHelp',
    'settleBenefits',
    'decideTermEnds',
    'proposeTermEnds',
    'payExpenses',
    'closeExpenses',
    'giveOpinions',
    'checkGrades',
    'decideGrades',
    'tellGrades',
    'answerObjections',
    'settleCases',
    'receiveGrades',
    'evaluateVillages',
    'assignTeams',
    'downloadLists',
    'createUsers',
  ]),
  counts: z.record(z.string(), z.int()),
  names: z.array(z.string()),
  dueOn: z.string().nullable(),
  /** Days left; negative when late. */
  daysLeft: z.int().nullable(),
  planId: idSchema.nullable(),
  /** The attendance sheet that it is about; without a township those of the month. */
  sheet: z.object({ townshipId: idSchema.nullable(), month: z.string() }).nullable(),
  /** The period of targets that it is about. */
  period: z.string().nullable(),
  /** The round of evaluation that it is about. */
  round: z.object({ id: idSchema, kind: evaluationKindSchema, name: z.string() }).nullable(),
});

export type WaitingTask = z.infer<typeof taskSchema>;

export const homeSchema = z.object({
  batchId: idSchema.nullable(),
  tasks: z.array(taskSchema),
  /** What the batch looks like from here: people, places, posts. */
  figures: z.object({
    villages: z.int(),
    covered: z.int(),
    nominees: z.int(),
    placeable: z.int(),
    notEligible: z.int(),
    places: z.int(),
    assignments: z.int(),
    users: z.int(),
  }),
  /** The plan that went furthest, for those who read plans. */
  planStatus: z.enum(['draft', 'approved', 'confirmed', 'issued']).nullable(),
  since: z.string().nullable(),
  activity: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      action: z.string(),
      params: z.record(z.string(), jsonSchema),
    }),
  ),
});

export const getHome = endpoint({
  id: 'getHome',
  method: 'GET',
  path: '/api/home',
  access: 'signedIn',
  summary: '工作台',
  tag: 'home',
  query: z.object({ batchId: idSchema.exactOptional() }),
  reply: homeSchema,
});

/** Any person, village or unit within scope, by name or initials. */
export const search = endpoint({
  id: 'search',
  method: 'GET',
  path: '/api/search',
  access: 'signedIn',
  summary: '搜索人员、村、单位',
  tag: 'home',
  query: z.object({ q: z.string().trim().min(1).max(50) }),
  reply: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['cadre', 'village', 'unit']),
        id: idSchema,
        name: z.string(),
        detail: z.string(),
      }),
    ),
  }),
});
