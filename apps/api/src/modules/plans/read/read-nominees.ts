import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { isPlaceable, type Judged, judge } from '@xuanpai/domain/eligibility';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { DossierCadre } from './dossier.ts';
import { noLongerNamed, setAsideBy } from './set-aside.ts';

/**
 * The batch's nominees, judged on its date (D1, D5), and of those who were replaced whoever is among
 * `cadreIds`: a plan may still place them. For a plan of a later day whoever is eligible then may be
 * placed too; for an issued one those count who were named at its issue, whatever became of them.
 */
export async function readNominees(
  client: PrismaClient | Tx,
  batch: { id: string; date: PlainDate },
  policy: Policy,
  cadreIds: readonly string[],
  { alsoOn = null, issuedAt = null }: NomineesOf = {},
): Promise<DossierCadre[]> {
  const active = await findNominations(client, {
    batchId: batch.id,
    ...(issuedAt === null ? { state: 'active' } : namedAt(issuedAt)),
  });
  const named = new Set(active.map(({ cadreId }) => cadreId));
  const gone = cadreIds.filter((id) => !named.has(id));
  const others = { batchId: batch.id, cadreId: { in: gone }, state: { not: 'active' } } as const;
  const former = gone.length > 0 ? await findNominations(client, others) : [];
  // The last nomination of each: they come oldest first.
  const latest = new Map(former.map((nomination) => [nomination.cadreId, nomination]));
  const days = alsoOn === null ? [batch.date] : [batch.date, alsoOn];
  return [...active, ...latest.values()].map((nomination) => {
    const nominee = nomineeOf(nomination, policy, days);
    const left = nomination.state !== 'active';
    return left && issuedAt !== null ? { ...nominee, former: false, setAside: null } : nominee;
  });
}

/** Which plan the nominees are read for. */
export interface NomineesOf {
  /** The day from which it changes posts. */
  alsoOn?: PlainDate | null;
  issuedAt?: Date | null;
}

/** Named at a moment, and perhaps replaced or withdrawn since. */
function namedAt(at: Date): Prisma.NominationWhereInput {
  return {
    createdAt: { lte: at },
    OR: [
      { state: 'active' },
      { withdrawnAt: { gt: at } },
      { replacedBy: { createdAt: { gt: at } } },
    ],
  };
}

type Row = Awaited<ReturnType<typeof findNominations>>[number];

function findNominations(client: PrismaClient | Tx, where: Prisma.NominationWhereInput) {
  return client.nomination.findMany({
    where,
    include: { cadre: true, unit: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

function nomineeOf(nomination: Row, policy: Policy, days: readonly PlainDate[]): DossierCadre {
  const { cadre, unit, category, state, acceptedReason } = nomination;
  const tier = nomination.tier === 'township' ? 'township' : 'district';
  const facts = {
    tier,
    category,
    rank: cadre.rank,
    bornOn: toPlainDate(cadre.bornOn),
    politicalStatus: cadre.politicalStatus,
    joinedOn: toPlainDate(cadre.joinedOn),
    fullMemberOn: toPlainDate(cadre.fullMemberOn),
    acceptedReason,
  } as const;
  const judged = firstPlaceable(days.map((on) => judge(facts, policy, on)));
  return {
    id: cadre.id,
    nominationId: nomination.id,
    name: cadre.name,
    unitId: unit.id,
    unitName: unit.name,
    unitStrengths: unit.strengths,
    townshipId: unit.townshipId,
    tier,
    category,
    rank: cadre.rank,
    speciality: cadre.speciality,
    position: cadre.position,
    homeTownship: cadre.homeTownship,
    age: judged.age,
    acceptedAge: acceptedAge(judged, acceptedReason),
    former: state !== 'active',
    setAside: state === 'active' ? setAsideBy(judged, policy) : noLongerNamed(policy),
  };
}

/** D5: an age over the limit that a planner accepted, with the reason. */
function acceptedAge({ judgement, findings }: Judged, reason: string | null) {
  const overAge = findings.find(({ code }) => code === 'overAge');
  return judgement === 'accepted' && overAge && reason !== null
    ? { reason, basis: overAge.basis }
    : null;
}

/** As judged on the first of the days on which the person may be placed; else on the first of all. */
function firstPlaceable(judgements: Judged[]): Judged {
  const found = judgements.find(({ judgement }) => isPlaceable(judgement)) ?? judgements[0];
  if (!found) throw new Error('judged on no day');
  return found;
}
