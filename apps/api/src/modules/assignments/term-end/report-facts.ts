import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { SupportSource } from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { fenOf } from '@xuanpai/domain/office/money';
import { readLedger, sumsOf } from '../../../lib/benefits/ledger.ts';
import type { Deps } from '../../../lib/deps.ts';
import { seenOn } from '../../../lib/known.ts';
import type { BatchRecord } from '../../../lib/records/batch.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { broughtSql } from '../../../lib/support/brought.ts';

/** What a batch came to beside its people’s ends of term. Money in yuan, as text. */
export interface ReportFacts {
  rounds: { name: string; grades: { grade: Grade; count: number }[] }[];
  brought: { source: SupportSource; amount: string }[];
  projects: number;
  accepted: number;
  uses: number;
  expenses: { year: number; due: string; paid: string; used: string }[];
}

export async function readReportFacts(
  { db, today }: Deps,
  batch: BatchRecord,
): Promise<ReportFacts> {
  const on = today();
  const [rounds, brought, [sums], expenses] = await Promise.all([
    readRounds(db.pool, batch.id),
    readBrought(db.pool, batch, on),
    rows<Pick<ReportFacts, 'projects' | 'accepted' | 'uses'>>(
      db.pool,
      sql`SELECT (SELECT count(*) FROM project p WHERE ${ofBatch(batch.id, sql`p.village_id`)})::int
          AS projects,
        (SELECT count(*) FROM project p WHERE p.state = 'accepted'
          AND ${ofBatch(batch.id, sql`p.village_id`)})::int AS accepted,
        (SELECT count(*) FROM benefit_use u WHERE u.voided_at IS NULL AND EXISTS (SELECT 1
          FROM assignment a WHERE a.cadre_id = u.cadre_id
            AND a.batch_id = ${batch.id}::uuid))::int AS uses`,
    ),
    readExpenses(db, batch, on),
  ]);
  if (!sums) throw new Error('a count gives one row');
  return { rounds, brought, ...sums, expenses };
}

const ofBatch = (batchId: string, village: ReturnType<typeof sql>) =>
  sql`${village} IN (SELECT v.village_id FROM batch_village v WHERE v.batch_id = ${batchId}::uuid)`;

type Runner = Parameters<typeof rows>[0];

async function readRounds(runner: Runner, batchId: string): Promise<ReportFacts['rounds']> {
  const found = await rows<{ name: string; grade: Grade; count: number }>(
    runner,
    sql`SELECT r.name, coalesce(p.grade, p.unit_grade) AS grade, count(*)::int AS count
      FROM evaluation_person p JOIN evaluation_round r ON r.id = p.round_id
      WHERE r.batch_id = ${batchId}::uuid AND coalesce(p.grade, p.unit_grade) IS NOT NULL
      GROUP BY r.date, r.id, r.name, coalesce(p.grade, p.unit_grade) ORDER BY r.date, r.id, 2`,
  );
  const names = [...new Set(found.map(({ name }) => name))];
  return names.map((name) => ({ name, grades: found.filter((one) => one.name === name) }));
}

function readBrought(
  runner: Runner,
  { id, startsOn }: BatchRecord,
  on: PlainDate,
): Promise<ReportFacts['brought']> {
  return rows(
    runner,
    sql`SELECT b.source, sum(b.amount)::text AS amount FROM (${broughtSql(seenOn(on, on))}) b
      WHERE b.year >= extract(year FROM ${startsOn}::date) AND ${ofBatch(id, sql`b.village_id`)}
      GROUP BY b.source ORDER BY b.source`,
  );
}

async function readExpenses(
  db: Deps['db'],
  batch: BatchRecord,
  on: PlainDate,
): Promise<ReportFacts['expenses']> {
  const ledger = await readLedger(db, batch, on, 'all');
  return ledger.years.map((year) => {
    const accounts = ledger.accounts(year);
    const sum = (key: 'due' | 'paid' | 'used') =>
      accounts.reduce((fen, one) => fen + fenOf(one[key]), 0);
    const { due, paid, used } = sumsOf(sum('due'), sum('paid'), sum('used'));
    return { year: year.year, due, paid, used };
  });
}
