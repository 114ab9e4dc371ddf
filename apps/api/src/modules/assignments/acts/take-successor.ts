import type { replaceAssignment } from '@xuanpai/contracts/assignment-acts';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Category } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Nomination, Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { judge } from '@xuanpai/domain/eligibility';
import { findingSentence } from '@xuanpai/domain/eligibility-words';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { categoryFaults, seatFaults } from '@xuanpai/domain/post-life/successor';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, type Fault } from '../../../lib/api-error.ts';
import type { AuditChange } from '../../../lib/audit.ts';
import { countWrites } from '../../../lib/records/counters.ts';
import type { VillageSeat } from './seat.ts';

type Input = Pick<BodyOf<typeof replaceAssignment>, 'cadreId' | 'category' | 'ageReason' | 'from'>;

export type CadreWithUnit = Prisma.CadreGetPayload<{ include: { unit: true } }>;

/** Who comes, what stands against it, and the nomination that the act still has to make. */
export interface Successor {
  cadre: CadreWithUnit;
  faults: Fault[];
  nominate: (() => Promise<{ nominationId: string; change: AuditChange }>) | null;
}

interface Asked {
  batchId: string;
  seat: VillageSeat;
  /** Of the predecessor: what an unnamed successor is named as. */
  category: Category | null;
  /** Of the day that the post is taken. */
  policy: Policy;
}

/**
 * Whoever is to take a post, judged (D1, D4, D5, D7) on the day of taking it. Somebody who isn't named
 * to the batch is named by `nominate`, once nothing stands against the act.
 */
export async function takeSuccessor(
  tx: Tx,
  actor: Actor,
  input: Input,
  { batchId, seat, category: usual, policy }: Asked,
): Promise<Successor> {
  const { cadreId, ageReason, from } = input;
  await tx.$queryRaw`SELECT 1 FROM cadre WHERE id = ${cadreId}::uuid FOR UPDATE`;
  const cadre = await tx.cadre.findUnique({ where: { id: cadreId }, include: { unit: true } });
  if (!cadre) throw new ApiError('notFound', { faults: [unknownCadre] });
  const named = await tx.nomination.findFirst({ where: { batchId, cadreId, state: 'active' } });
  const category = named?.category ?? input.category ?? usual ?? defaultCategory(seat);
  const comer = {
    cadreId,
    name: cadre.name,
    unitName: cadre.unit.name,
    townshipId: cadre.unit.townshipId,
    category,
  };
  const ofSeat = seatFaults(seat, comer, policy);
  const acceptedReason = named?.acceptedReason ?? ageReason ?? null;
  const judged = judge(
    { ...nomineeFacts(cadre), tier: seat.tier, category, acceptedReason },
    policy,
    from,
  );
  const faults = [
    ...ofSeat,
    // Of the other tier no category fits: that is said once.
    ...(ofSeat.some(({ code }) => code === 'wrongTier')
      ? []
      : [...categoryFaults(seat, comer, policy), ...eligibilityFaults(judged, acceptedReason)]),
  ];
  const data = { batchId, cadreId, unitId: cadre.unitId, tier: seat.tier, category };
  const accepted = judged.judgement === 'accepted' ? ageReason : undefined;
  return {
    cadre,
    faults,
    nominate: named ? null : () => nominate(tx, actor, data, accepted),
  };
}

export function nomineeFacts(cadre: CadreWithUnit) {
  return {
    rank: cadre.rank,
    bornOn: toPlainDate(cadre.bornOn),
    politicalStatus: cadre.politicalStatus,
    joinedOn: toPlainDate(cadre.joinedOn),
    fullMemberOn: toPlainDate(cadre.fullMemberOn),
  };
}

export function defaultCategory({ tier, leadingBody }: VillageSeat): Category {
  if (tier === 'district') return 'youngCadre';
  return leadingBody ? 'leadingBody' : 'officeCadre';
}

/** D5: what keeps somebody out; an age is accepted with a reason. */
function eligibilityFaults(
  { findings }: ReturnType<typeof judge>,
  acceptedReason: string | null,
): Fault[] {
  return findings.flatMap(({ code, weight, facts, basis }): Fault[] => {
    const message = findingSentence({ code, facts });
    // Said by `categoryFaults`.
    if (weight === 'mark' || code === 'categoryMismatch') return [];
    if (weight === 'study') {
      const remedy = { zh: '研究同意的，请写明理由。', en: 'Where it is accepted, say why.' };
      return acceptedReason === null ? [{ path: 'ageReason', code, message, basis, remedy }] : [];
    }
    const remedy = {
      zh: '登记有误的请查档更正；档案无误的请换人。',
      en: 'Correct the register from the file, or send somebody else.',
    };
    return [{ path: 'cadreId', code, message, basis, remedy }];
  });
}

const unknownCadre: Fault = {
  path: 'cadreId',
  code: 'cadreNotFound',
  message: { zh: '名册中没有这名干部。', en: 'There is no such cadre in the register.' },
};

type Data = Pick<Nomination, 'batchId' | 'cadreId' | 'unitId' | 'tier' | 'category'>;

async function nominate(tx: Tx, actor: Actor, data: Data, ageReason: string | undefined) {
  const accepted = ageReason
    ? { acceptedReason: ageReason, acceptedBy: actor.name, acceptedAt: new Date() }
    : {};
  const { id } = await tx.nomination.create({ data: { ...data, ...accepted } });
  await countWrites(tx, 'nominations');
  const change: AuditChange = {
    entity: 'nomination',
    entityId: id,
    versionAfter: 1,
    before: null,
    after: { ...data, state: 'active', acceptedReason: ageReason ?? null },
  };
  return { nominationId: id, change };
}
