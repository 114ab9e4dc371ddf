import { may } from '@xuanpai/contracts/permissions';
import { askedBy } from '@xuanpai/domain/targets/assigned';
import { templatesOf } from '@xuanpai/domain/targets/measures';
import { reportBy } from '@xuanpai/domain/targets/periods';
import type { OpenReports } from '@xuanpai/domain/targets/waiting';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { scopeFor, scopeSql } from '../scope.ts';
import { rows, sql } from '../sql.ts';
import { readFrame, readTargetVillages } from './facts.ts';

/** What the reports of the periods that are over want of an officer or a head. */
export async function readOpenReports(
  deps: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  { id }: { id: string },
): Promise<OpenReports[]> {
  const confirms = may(actor.roles, 'targets.confirm');
  if (!confirms && !may(actor.roles, 'targets.report')) return [];
  const scope = scopeFor(actor, confirms ? 'targets.confirm' : 'targets.report', 'villages');
  const frame = await readFrame(deps, id, deps.today());
  const over = frame.periods.filter(({ endsOn }) => endsOn < frame.on);
  if (over.length === 0) return [];
  const villages = await readTargetVillages(deps, frame, scopeSql(scope, 'villages'));
  const asked = villages.filter((village) => templatesOf(village, frame.templates).length > 0);
  const ids = asked.map(({ villageId }) => villageId);
  const found = await rows<{ period: string; sent: number; toConfirm: number }>(
    deps.db.pool,
    sql`SELECT s.period, count(*) FILTER (WHERE s.status IN ('submitted', 'confirmed'))::int AS sent,
        count(*) FILTER (WHERE s.status = 'submitted')::int AS "toConfirm"
      FROM target_sheet s WHERE s.batch_id = ${id}::uuid AND s.village_id = ANY(${ids}::uuid[])
      GROUP BY s.period`,
  );
  const days = frame.policy.number('target.reportDays');
  const isAsked = askedBy(frame.templates);
  return over.map((period) => {
    const { sent = 0, toConfirm = 0 } = found.find((one) => one.period === period.key) ?? {};
    const wanted = asked.filter((one) => isAsked(one, period.endsOn)).length;
    return {
      period,
      dueOn: reportBy(period, days),
      toReport: Math.max(0, wanted - sent),
      toConfirm,
    };
  });
}
