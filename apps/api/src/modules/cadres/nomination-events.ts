import type { CadreEvent } from '@xuanpai/contracts/cadres';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { judge } from '@xuanpai/domain/eligibility';
import type { Actor } from '../../lib/actor.ts';
import { systemDay } from '../../lib/calendar.ts';
import type { Deps } from '../../lib/deps.ts';
import { readPolicy } from '../../lib/policy.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';

const include = {
  batch: true,
  unit: { select: { name: true } },
  cadre: true,
  replacedBy: { include: { cadre: { select: { name: true } } } },
  replaces: { include: { cadre: { select: { name: true } } } },
} satisfies Prisma.NominationInclude;
type Found = Prisma.NominationGetPayload<{ include: typeof include }>;

/**
 * To which batches a person was named, how that was judged, and what became of it. Why an age was
 * accepted or somebody replaced, and by whom, is for those who reach the nomination: the township
 * where a district's cadre is posted isn't told.
 */
export async function nominationEvents(
  deps: Deps,
  actor: Actor,
  cadreId: string,
): Promise<CadreEvent[]> {
  const { nomination } = deps.db.prisma;
  const within = scopeWhere(scopeFor(actor, 'nominations.read', 'nominations'), 'nominations');
  const [found, reached] = await Promise.all([
    nomination.findMany({ where: { cadreId }, include, orderBy: { createdAt: 'asc' } }),
    nomination.findMany({ where: { AND: [{ cadreId }, within] }, select: { id: true } }),
  ]);
  const told = new Set(reached.map(({ id }) => id));
  const events = await Promise.all(found.map((one) => eventsOf(deps, one, told.has(one.id))));
  return events.flat();
}

async function eventsOf(deps: Deps, nomination: Found, isTold: boolean): Promise<CadreEvent[]> {
  const { batch, unit, category, tier, replaces, replacedBy, state } = nomination;
  const { acceptedAt, acceptedReason, acceptedBy, replacedReason } = nomination;
  const day = (instant: Date) => systemDay(instant, deps.today());
  const events: CadreEvent[] = [
    {
      on: day(nomination.createdAt),
      kind: 'nominated',
      params: {
        batch: batch.name,
        unit: unit.name,
        category,
        tier,
        replaces: isTold ? (replaces?.cadre.name ?? null) : null,
      },
    },
  ];
  if (state === 'active') events.push(await judgedEvent(deps, nomination));
  if (acceptedAt) {
    const params: CadreEvent['params'] = isTold ? { reason: acceptedReason, by: acceptedBy } : {};
    events.push({ on: day(acceptedAt), kind: 'accepted', params });
  }
  if (replacedBy) {
    const why = isTold ? { reason: replacedReason, by: replacedBy.cadre.name } : {};
    const params = { ...why, batch: batch.name };
    events.push({ on: day(replacedBy.createdAt), kind: 'replaced', params });
  }
  return events;
}

/** The judgement as it stands today, on the batch's date: D1 and D5. */
async function judgedEvent({ db }: Deps, nomination: Found): Promise<CadreEvent> {
  const { batch, cadre, tier, category, acceptedReason } = nomination;
  const on = toPlainDate(batch.date);
  const policy = await readPolicy(db.prisma, batch.id, on);
  const { judgement, findings, presumedFullMemberOn } = judge(
    {
      tier: tier === 'district' ? 'district' : 'township',
      category,
      rank: cadre.rank,
      bornOn: toPlainDate(cadre.bornOn),
      politicalStatus: cadre.politicalStatus,
      joinedOn: toPlainDate(cadre.joinedOn),
      fullMemberOn: toPlainDate(cadre.fullMemberOn),
      acceptedReason,
    },
    policy,
    on,
  );
  const params = {
    judgement,
    presumedFullMemberOn,
    findings: findings.map(({ code }) => code),
    basis: findings[0]?.basis.source ?? null,
  };
  return { on, kind: 'judged', params };
}
