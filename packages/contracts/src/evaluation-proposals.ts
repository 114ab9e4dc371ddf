import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { personSchema } from './evaluation-people.ts';
import { evaluationStandingSchema, gradeSchema } from './evaluation-words.ts';
import { idSchema, versionSchema, writtenText } from './values.ts';

/** What is proposed for a person of a round, and who is in it (E3, E9). */

const tag = 'evaluations';

const params = z.object({ id: idSchema });

/** Keeps what is being typed; the person stays `entering`. */
export const draftProposal = endpoint({
  id: 'draftProposal',
  method: 'PATCH',
  path: '/api/evaluation-people/:id/proposal',
  access: 'grades.propose',
  summary: '暂存等次建议',
  tag,
  params,
  body: z.object({
    grade: gradeSchema.nullable().exactOptional(),
    reason: writtenText(1, 500).nullable().exactOptional(),
    /** Where weights are adopted: of a hundred, for what was said at the visit. */
    visitPoints: z.number().min(0).max(100).multipleOf(0.01).nullable().exactOptional(),
    version: versionSchema,
  }),
  reply: personSchema,
});

export const proposeGrade = endpoint({
  id: 'proposeGrade',
  method: 'POST',
  path: '/api/evaluation-people/:id/propose',
  access: 'grades.propose',
  summary: '提交等次建议',
  tag,
  params,
  body: z.object({
    grade: gradeSchema,
    /** Asked for where it differs from what the facts support, and of what is no grade. */
    reason: writtenText(2, 500).nullable(),
    version: versionSchema,
  }),
  reply: personSchema,
});

/** Until somebody else has checked it. */
export const withdrawProposal = endpoint({
  id: 'withdrawProposal',
  method: 'POST',
  path: '/api/evaluation-people/:id/withdraw',
  access: 'grades.propose',
  summary: '撤回等次建议',
  tag,
  params,
  body: z.object({ version: versionSchema }),
  reply: personSchema,
});

/** Puts somebody in or out by hand, with the ground. */
export const setEvaluationStanding = endpoint({
  id: 'setEvaluationStanding',
  method: 'POST',
  path: '/api/evaluation-people/:id/standing',
  access: 'evaluations.write',
  summary: '调整是否参加考核',
  tag,
  params,
  body: z.object({
    standing: evaluationStandingSchema,
    ground: writtenText(2, 300),
    version: versionSchema,
  }),
  reply: personSchema,
});

/** E3: the grade that the sending unit gave and reported. */
export const setUnitGrade = endpoint({
  id: 'setUnitGrade',
  method: 'POST',
  path: '/api/evaluation-people/:id/unit-grade',
  access: 'evaluations.write',
  summary: '登记派出单位评定的等次',
  tag,
  params,
  body: z.object({
    grade: gradeSchema.nullable(),
    document: writtenText(2, 120).nullable(),
    version: versionSchema,
  }),
  reply: personSchema,
});
