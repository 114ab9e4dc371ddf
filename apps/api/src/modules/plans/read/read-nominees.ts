import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type Judged, judge } from '@xuanpai/domain/eligibility';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { DossierCadre } from './dossier.ts';
import { noLongerNamed, setAsideBy } from './set-aside.ts';

/**
 * The batch's nominees, judged on its date (D1, D5), and of those who were replaced whoever is among
 * `cadreIds`: a plan may still place them.
 */
export async function readNominees(
  client: PrismaClient | Tx,
  batch: { id: string; date: PlainDate },
  policy: Policy,
  cadreIds: readonly string[],
): Promise<DossierCadre[]> {
  const active = await findNominations(client, batch.id, []);
  const named = new Set(active.map(({ cadreId }) => cadreId));
  const gone = cadreIds.filter((id) => !named.has(id));
  const former = gone.length > 0 ? await findNominations(client, batch.id, gone) : [];
  // The last nomination of each: they come oldest first.
  const latest = new Map(former.map((nomination) => [nomination.cadreId, nomination]));
  return [...active, ...latest.values()].map((nomination) =>
    nomineeOf(nomination, policy, batch.date),
  );
}

type Row = Awaited<ReturnType<typeof findNominations>>[number];

function findNominations(client: PrismaClient | Tx, batchId: string, former: readonly string[]) {
  return client.nomination.findMany({
    where: {
      batchId,
      ...(former.length > 0
        ? { cadreId: { in: [...former] }, state: { not: 'active' as const } }
        : { state: 'active' as const }),
    },
    include: { cadre: true, unit: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

function nomineeOf(nomination: Row, policy: Policy, on: PlainDate): DossierCadre {
  const { cadre, unit, category, state, acceptedReason } = nomination;
  const tier = nomination.tier === 'township' ? 'township' : 'district';
  const judged = judge(
    {
      tier,
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
