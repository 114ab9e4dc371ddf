import type { Text } from '@xuanpai/contracts/text';
import { databaseProblem, sqlstates } from '@xuanpai/database/errors';
import { ApiError } from './api-error.ts';
import { attendanceMeanings } from './constraint-meanings/attendance.ts';
import { benefitMeanings } from './constraint-meanings/benefits.ts';
import { evaluationMeanings } from './constraint-meanings/evaluation.ts';
import { evaluationEntryMeanings } from './constraint-meanings/evaluation-entry.ts';
import { evaluationStepMeanings } from './constraint-meanings/evaluation-steps.ts';
import type { Meanings } from './constraint-meanings/meanings.ts';
import { planMeanings } from './constraint-meanings/plans.ts';
import { postMeanings } from './constraint-meanings/posts.ts';
import { registerMeanings } from './constraint-meanings/registers.ts';
import { supervisionMeanings } from './constraint-meanings/supervision.ts';
import { supportMeanings } from './constraint-meanings/support.ts';
import { targetMeanings } from './constraint-meanings/targets.ts';

/** What the database's own guarantees mean to a person. */
const meanings: Meanings = {
  ...registerMeanings,
  ...planMeanings,
  ...postMeanings,
  ...attendanceMeanings,
  ...targetMeanings,
  ...supportMeanings,
  ...supervisionMeanings,
  ...evaluationMeanings,
  ...evaluationStepMeanings,
  ...evaluationEntryMeanings,
  ...benefitMeanings,
};

/** Deletions look for references first, so that this is nearly always a row that has just gone. */
const justDeleted: Text = {
  zh: '所指的内容刚被删除，或仍被引用。请刷新后再办。',
  en: 'What this points at was just deleted, or is still referred to. Reload and try again.',
};

/** Input that PostgreSQL can't store: a number out of range, a NUL, half a surrogate pair. */
const unstorable = new Set(['22003', '22021', '22P02', '22P05']);

/** Turns a refusal of the database into the problem that it means; null when it isn't one. */
export function meaningOf(error: unknown): ApiError | null {
  const problem = databaseProblem(error);
  if (!problem) return null;
  const meaning = problem.constraint ? meanings[problem.constraint] : undefined;
  if (meaning) return new ApiError(meaning.code, { detail: meaning.text });
  if (unstorable.has(problem.sqlstate)) return new ApiError('badRequest');
  switch (problem.sqlstate) {
    case sqlstates.restrict:
      return new ApiError('wouldOrphan');
    case sqlstates.foreignKey:
      return new ApiError('conflict', { detail: justDeleted });
    case sqlstates.unique:
    case sqlstates.exclusion:
    case sqlstates.serialization:
    case sqlstates.deadlock:
      return new ApiError('conflict');
    case sqlstates.timedOut:
      return new ApiError('unavailable');
    default:
      return null;
  }
}
