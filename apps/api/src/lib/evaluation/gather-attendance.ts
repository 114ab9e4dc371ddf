import type { Month, SheetRow } from '@xuanpai/contracts/attendance';
import { leaveKinds } from '@xuanpai/contracts/attendance-marks';
import type { EvaluationFacts, FactMonth } from '@xuanpai/contracts/evaluation-facts';
import { monthAfter, monthOf } from '@xuanpai/domain/attendance/month';
import { attendanceSums } from '@xuanpai/domain/evaluation/attendance-sums';
import { readFacts } from '../attendance/read-facts.ts';
import { readPostsOfMonth } from '../attendance/read-posts.ts';
import { reckonPosts } from '../attendance/reckon-posts.ts';
import type { Deps } from '../deps.ts';
import { oneOf, rows, sql } from '../sql.ts';
import type { FactRound } from './gather-results.ts';

type Attendance = EvaluationFacts['attendance'];

/** The months of cadres in a round that are over, as the sheets have them: one that runs lacks days yet. */
export async function gatherAttendance(
  deps: Deps,
  { batchId, startsOn, endsOn }: FactRound,
  cadreIds: readonly string[],
): Promise<Map<string, Attendance>> {
  const { pool, prisma } = deps.db;
  const today = deps.today();
  const runs = today <= endsOn || monthOf(today) === monthOf(endsOn);
  const until = runs ? monthAfter(monthOf(today), -1) : monthOf(endsOn);
  const condition = sql`a.batch_id = ${batchId}::uuid AND ${oneOf('a.cadre_id', cadreIds, 'uuid')}`;
  const span: Month[] = [];
  for (let month = monthOf(startsOn); month <= until; month = monthAfter(month)) span.push(month);
  const [confirmed, ...read] = await Promise.all([
    readConfirmedSheets(deps, monthOf(startsOn), until),
    ...span.map(async (month) => {
      const posts = await readPostsOfMonth(pool, month, condition);
      const facts = await readFacts({ runner: pool, client: prisma }, month, posts);
      return reckonPosts(posts, facts);
    }),
  ]);
  const months = new Map<string, FactMonth[]>();
  for (const [at, month] of span.entries()) {
    for (const { row, contradictions } of read[at] ?? []) {
      const known = months.get(row.cadreId) ?? [];
      months.set(row.cadreId, known);
      addTo(known, {
        month,
        confirmed: confirmed.has(`${row.townshipId} ${month}`),
        ...{ inVillage: row.inVillage, required: row.required, short: row.short },
        ...{ leave: leaveOf(row), absent: row.totals.absent ?? 0 },
        contradictions: contradictions.length,
      });
    }
  }
  return new Map([...months].map(([cadreId, own]) => [cadreId, attendanceSums(own)]));
}

/** Two posts in one month are one month of the cadre. */
function addTo(months: FactMonth[], more: FactMonth): void {
  const last = months.at(-1);
  if (last?.month !== more.month) {
    months.push(more);
    return;
  }
  last.confirmed &&= more.confirmed;
  last.inVillage += more.inVillage;
  last.required += more.required;
  last.short += more.short;
  last.leave += more.leave;
  last.absent += more.absent;
  last.contradictions += more.contradictions;
}

/** Half days only: sums of them are exact. */
const leaveOf = ({ totals }: Pick<SheetRow, 'totals'>) =>
  leaveKinds.reduce((sum, kind) => sum + (totals[kind] ?? 0), 0);

async function readConfirmedSheets(
  { db }: Pick<Deps, 'db'>,
  from: Month,
  until: Month,
): Promise<Set<string>> {
  const found = await rows<{ key: string }>(
    db.pool,
    sql`SELECT s.township_id || ' ' || to_char(s.month, 'YYYY-MM') AS key FROM attendance_sheet s
      WHERE s.status = 'confirmed' AND to_char(s.month, 'YYYY-MM') BETWEEN ${from} AND ${until}`,
  );
  return new Set(found.map(({ key }) => key));
}
