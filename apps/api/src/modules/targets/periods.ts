import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listTargetEditions, listTargetPeriods } from '@xuanpai/contracts/target-reports';
import type { TargetStatus } from '@xuanpai/contracts/target-values';
import { askedBy } from '@xuanpai/domain/targets/assigned';
import { templatesOf } from '@xuanpai/domain/targets/measures';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { rows, sql } from '../../lib/sql.ts';
import { readFrame, readTargetVillages } from '../../lib/targets/facts.ts';
import { findVillage, villagesWithin } from './reach.ts';
import { presentPeriod } from './sheets.ts';

type Periods = ReplyOf<typeof listTargetPeriods>;

/** The periods of a batch, and how the reports within reach stand by township. Throws `notFound`. */
export async function readPeriods(deps: Deps, actor: Actor, batchId: string): Promise<Periods> {
  const frame = await readFrame(deps, batchId, deps.today());
  const reach = villagesWithin(actor, 'targets.read');
  const all = await readTargetVillages(deps, frame, reach);
  const villages = all.filter((village) => templatesOf(village, frame.templates).length > 0);
  const ids = villages.map(({ villageId }) => villageId);
  const reports = await rows<{
    townshipId: string;
    period: string;
    status: TargetStatus;
    count: number;
  }>(
    deps.db.pool,
    sql`SELECT v.township_id AS "townshipId", s.period, s.status::text AS status, count(*)::int AS count
      FROM target_sheet s JOIN village v ON v.id = s.village_id
      WHERE s.batch_id = ${batchId}::uuid AND s.village_id = ANY(${ids}::uuid[])
      GROUP BY v.township_id, s.period, s.status`,
  );
  const isAsked = askedBy(frame.templates);
  const townships = new Map(villages.map((one) => [one.townshipId, one.townshipName]));
  const items = frame.periods.map((period) => ({
    ...presentPeriod(period, frame, deps.today()),
    townships: [...townships].map(([townshipId, townshipName]) => {
      const own = reports.filter(
        (one) => one.townshipId === townshipId && one.period === period.key,
      );
      const count = (status: TargetStatus) => own.find((one) => one.status === status)?.count ?? 0;
      const asked = villages.filter(
        (one) => one.townshipId === townshipId && isAsked(one, period.endsOn),
      ).length;
      const [submitted, returned, confirmed] = [
        count('submitted'),
        count('returned'),
        count('confirmed'),
      ];
      // What was reported all the same counts too.
      const total = Math.max(asked, submitted + returned + confirmed);
      const draft = total - submitted - returned - confirmed;
      return { townshipId, townshipName, villages: total, draft, submitted, returned, confirmed };
    }),
  }));
  return { items, total: items.length };
}

interface Kept {
  number: string | null;
  answer: boolean | null;
  note: string | null;
}

/** The editions of a report, the earliest first. Throws `notFound`. */
export async function readEditions(
  deps: Deps,
  actor: Actor,
  sheetId: string,
): Promise<ReplyOf<typeof listTargetEditions>> {
  const sheet = await deps.db.prisma.targetSheet.findUnique({
    where: { id: sheetId },
    include: { editions: { orderBy: { revision: 'asc' } } },
  });
  if (!sheet) throw notFound();
  await findVillage(deps, actor, 'targets.read', sheet.villageId);
  const items = sheet.editions.map(({ revision, confirmedByName, confirmedAt, content }) => ({
    ...{ revision, confirmedByName, confirmedAt: confirmedAt.toISOString() },
    values: Object.entries(content as unknown as Record<string, Kept>).map(
      ([measureKey, { number, answer, note }]) => ({ measureKey, value: number, answer, note }),
    ),
  }));
  return { items, total: items.length };
}
