import { may } from '@xuanpai/contracts/permissions';
import { type BenefitsWanting, noBenefitsWanted } from '@xuanpai/domain/benefits/waiting';
import { fenOf } from '@xuanpai/domain/office/money';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { termDueFrom } from '@xuanpai/domain/term-end/suggest';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readPolicy } from '../policy.ts';
import type { BatchRecord } from '../records/batch.ts';
import { scopeFor } from '../scope.ts';
import { rows, sql } from '../sql.ts';
import { readEntitled } from './entitled.ts';
import { readLedger } from './ledger.ts';

/** What benefits and the end of the term want of somebody; nothing is read that isn't theirs. */
export async function readBenefitsWanting(
  deps: Deps,
  actor: Actor,
  batch: BatchRecord,
): Promise<BenefitsWanting> {
  const can = (permission: Parameters<typeof may>[1]) => may(actor.roles, permission);
  const policy = await readPolicy(deps.db.prisma, batch.id, deps.today());
  return {
    ...noBenefitsWanted,
    ...(can('expenses.write') || can('expenses.close') ? await expenses(deps, actor, batch) : {}),
    ...(can('benefits.write') ? { lost: await groundLost(deps, batch, policy) } : {}),
    ...(can('termEnd.propose') || can('termEnd.decide')
      ? await termEnds(deps, actor, batch, policy)
      : {}),
  };
}

/** A unit is asked about the year that goes on and what earlier ones left; the office about those. */
async function expenses({ db, today }: Deps, actor: Actor, batch: BatchRecord) {
  const on = today();
  const scope = scopeFor(actor, 'expenses.read', 'units');
  const reach = scope === 'all' ? 'all' : scope === 'none' ? [] : scope.unitIds;
  const ledger = await readLedger(db, batch, on, reach);
  const owing = (reach === 'all' ? [] : ledger.years).flatMap((year) =>
    ledger
      .accounts(year)
      .filter(({ outstanding, closedAt }) => closedAt === null && fenOf(outstanding) > 0)
      .map((account) => ({ ...account, dueOn: year.endsOn })),
  );
  const over = reach === 'all' ? ledger.years.filter(({ endsOn }) => endsOn < on) : [];
  const open = over.flatMap((year) =>
    ledger.accounts(year).filter(({ closedAt, due }) => closedAt === null && fenOf(due) > 0),
  );
  const fen = owing.reduce((sum, { outstanding }) => sum + fenOf(outstanding), 0);
  return {
    owing: {
      units: [...new Set(owing.map(({ unitName }) => unitName))],
      yuan: Math.ceil(fen / 100),
      dueOn: owing[0]?.dueOn ?? null,
    },
    toClose: [...new Set(open.map(({ unitName }) => unitName))],
  };
}

async function groundLost({ db }: Deps, batch: BatchRecord, policy: Policy): Promise<string[]> {
  const used = sql`EXISTS (SELECT 1 FROM benefit_use bu
    WHERE bu.cadre_id = c.id AND bu.voided_at IS NULL)`;
  const found = await readEntitled(db.pool, batch.id, policy, used);
  return found.filter((one) => one.groundLost).map(({ cadreName }) => cadreName);
}

/** As near to the end of the term as the policy warns. */
async function termEnds(
  { db, today }: Deps,
  actor: Actor,
  batch: BatchRecord,
  policy: Policy,
): Promise<Pick<BenefitsWanting, 'toPropose' | 'toDecide'>> {
  if (termDueFrom(batch.endsOn, policy) > today()) return { toPropose: [], toDecide: [] };
  const found = await rows<{ name: string; state: string | null; byId: string | null }>(
    db.pool,
    sql`SELECT c.name, d.state, d.proposed_by_id AS "byId"
      FROM assignment a JOIN cadre c ON c.id = a.cadre_id
      LEFT JOIN LATERAL (SELECT * FROM term_end t WHERE t.assignment_id = a.id
        ORDER BY t.proposed_at DESC, t.id DESC LIMIT 1) d ON true
      WHERE a.batch_id = ${batch.id}::uuid AND a.state = 'inForce' AND a.tier <> 'city'
        AND coalesce(a.ends_on, ${batch.endsOn}::date) >= ${batch.endsOn}::date
      ORDER BY c.sort_key, a.id`,
  );
  const names = (fits: (row: (typeof found)[number]) => boolean) =>
    found.filter(fits).map(({ name }) => name);
  return {
    toPropose: names(({ state }) => state === null),
    toDecide: names(({ state, byId }) => state === 'proposed' && byId !== actor.userId),
  };
}
