import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { daysBefore, firstDayOf, lastDayOf } from '@xuanpai/domain/attendance/month';
import { type Policy, policyOn } from '@xuanpai/domain/policy/policy';
import { readSettings } from '../policy.ts';
import { oneOf, rows, sql } from '../sql.ts';
import { readApprovedLeaves } from './approved-leaves.ts';
import { readTrainedDays } from './attended-trainings.ts';
import { readFindings } from './findings.ts';
import type { PostOfMonth } from './read-posts.ts';
import type { MonthFacts } from './reckon-posts.ts';
import { readCalendar } from './work-calendar.ts';

type Runner = Parameters<typeof rows>[0];

/** Where to read: the pool and the client, or both faces of one transaction. */
export interface Source {
  runner: Runner;
  client: PrismaClient | Tx;
}

/**
 * What the reckoning of these posts' month needs: side by side on the pool, one after the other in a
 * transaction, which is one line.
 */
export async function readFacts(
  { runner, client }: Source,
  month: Month,
  posts: readonly PostOfMonth[],
): Promise<MonthFacts> {
  const inLine = !('$transaction' in client);
  const last = lastDayOf(month);
  const firstOfMonth = firstDayOf(month);
  const first = daysBefore(month)[0] ?? firstOfMonth;
  const assignmentIds = posts.map(({ assignmentId }) => assignmentId);
  const cadreIds = [...new Set(posts.map(({ cadreId }) => cadreId))];
  const special = readCalendar(runner, first, last);
  if (inLine) await special;
  const leaves = readApprovedLeaves(runner, cadreIds, first, last);
  if (inLine) await leaves;
  const trainings = readTrainedDays(runner, cadreIds, first, last);
  if (inLine) await trainings;
  const findings = readFindings(runner, assignmentIds, firstOfMonth, last);
  if (inLine) await findings;
  const notes = readNotes(runner, assignmentIds, firstOfMonth, last);
  if (inLine) await notes;
  const policies = readPolicies(client, posts);
  const read = await Promise.all([special, leaves, findings, notes, policies, trainings]);
  return {
    month,
    special: read[0],
    leaves: read[1],
    findings: read[2],
    notes: read[3],
    policyOf: read[4],
    trainings: read[5],
  };
}

async function readNotes(
  runner: Runner,
  assignmentIds: readonly string[],
  first: PlainDate,
  last: PlainDate,
) {
  const found = await rows<{ assignmentId: string; day: string; text: string }>(
    runner,
    sql`SELECT assignment_id AS "assignmentId", day::text, text FROM attendance_note
      WHERE ${oneOf('assignment_id', assignmentIds, 'uuid')} AND day BETWEEN ${first}::date AND ${last}::date`,
  );
  const notes = new Map<string, Record<string, string>>();
  for (const { assignmentId, day, text } of found) {
    const known = notes.get(assignmentId);
    if (known) known[day] = text;
    else notes.set(assignmentId, { [day]: text });
  }
  return notes;
}

/** The policies of the posts' batches, each made once for a day. */
export async function readPolicies(
  client: Source['client'],
  posts: readonly Pick<PostOfMonth, 'batchId'>[],
): Promise<MonthFacts['policyOf']> {
  const settings = new Map<string, Awaited<ReturnType<typeof readSettings>>>();
  for (const id of new Set(posts.map(({ batchId }) => batchId))) {
    settings.set(id, await readSettings(client, id));
  }
  const known = new Map<string, Policy>();
  return (batchId, day) => {
    const key = `${batchId} ${day}`;
    const policy = known.get(key) ?? policyOn(settings.get(batchId) ?? [], day);
    known.set(key, policy);
    return policy;
  };
}
