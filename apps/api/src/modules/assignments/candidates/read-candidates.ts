import type { Candidate, listSuccessors } from '@xuanpai/contracts/assignment-acts';
import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Category, PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { judge } from '@xuanpai/domain/eligibility';
import { searchKey } from '@xuanpai/domain/office/text';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { seatFaults } from '@xuanpai/domain/post-life/successor';
import type { Actor } from '../../../lib/actor.ts';
import { notFound } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { readPolicy } from '../../../lib/policy.ts';
import { type BatchRecord, readBatch } from '../../../lib/records/batch.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { emptySeat } from '../acts/fill.ts';
import { categoryOf } from '../acts/replace.ts';
import { readSeat, type VillageSeat } from '../acts/seat.ts';
import { type CadreWithUnit, defaultCategory, nomineeFacts } from '../acts/take-successor.ts';
import { pointsOf, readSeatProblem, type SeatProblem } from './seat-problem.ts';

type Reply = ReplyOf<typeof listSuccessors>;
type Query = QueryOf<typeof listSuccessors>;

/** As many people as are weighed against each other. */
const most = 40;

/** Who could follow in a post: the same unit first, nobody who is in post then, best first. */
export async function readSuccessors(
  deps: Deps,
  actor: Actor,
  id: string,
  query: Query,
): Promise<Reply> {
  const { prisma } = deps.db;
  const scope = scopeWhere(scopeFor(actor, 'assignments.change', 'assignments'), 'assignments');
  const post = await prisma.assignment.findFirst({
    where: { AND: [{ id }, scope] },
    include: { cadre: { select: { unitId: true } } },
  });
  if (!post) throw notFound();
  const on = query.on ?? deps.today();
  const batch = await readBatch(prisma, post.batchId);
  const policy = await readPolicy(prisma, batch.id, on);
  const tier = post.tier === 'township' ? 'township' : 'district';
  const seat = await readSeat(
    prisma,
    batch.id,
    { villageId: post.villageId, post: post.post, tier },
    policy,
  );
  const category = await categoryOf(prisma, batch.id, post.cadreId);
  const asked = { batch, policy, on, seat, category, unitId: post.cadre.unitId, but: post.cadreId };
  return { on, items: await weigh(deps, actor, asked, query.q) };
}

/** Who could take a post that nobody has held. */
export async function readPostCandidates(
  deps: Deps,
  actor: Actor,
  { id, villageId }: { id: string; villageId: string },
  { deputy, ...query }: Query & { deputy: 'true' | 'false' },
): Promise<Reply> {
  const on = query.on ?? deps.today();
  const batch = await readBatch(deps.db.prisma, id);
  const policy = await readPolicy(deps.db.prisma, id, on);
  const given = { villageId, deputy: deputy === 'true' };
  const seat = await emptySeat(deps.db.prisma, batch, given, policy);
  const asked = { batch, policy, on, seat, category: null, unitId: null, but: null };
  return { on, items: await weigh(deps, actor, asked, query.q) };
}

interface Asked {
  batch: BatchRecord;
  policy: Policy;
  on: PlainDate;
  seat: VillageSeat;
  category: Category | null;
  /** Of whoever leaves. */
  unitId: string | null;
  but: string | null;
}

async function weigh(deps: Deps, actor: Actor, asked: Asked, q: string | undefined) {
  const { prisma } = deps.db;
  const { batch, on, seat } = asked;
  const where = {
    AND: [poolOf(asked, q), notInPost(on), ...(asked.but ? [{ id: { not: asked.but } }] : [])],
  };
  const people = await prisma.cadre.findMany({
    where,
    include: { unit: true, nominations: { where: { batchId: batch.id, state: 'active' } } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: most,
  });
  if (people.length === 0) return [];
  const problem = await readSeatProblem(prisma, { ...asked, seat });
  return people.map((cadre) => candidateOf(cadre, asked, problem, actor)).sort(bySuitability);
}

type Person = CadreWithUnit & Prisma.CadreGetPayload<{ include: { nominations: true } }>;

/** The whole register where somebody is looked for by name; else the unit's people and those named. */
function poolOf({ batch, seat, unitId }: Asked, q: string | undefined): Prisma.CadreWhereInput {
  const ofTier: Prisma.CadreWhereInput =
    seat.tier === 'township'
      ? { unit: { townshipId: seat.townshipId } }
      : { unit: { townshipId: null } };
  if (q) return { AND: [ofTier, { searchKey: { contains: searchKey(q) } }] };
  const near: Prisma.CadreWhereInput[] = [
    ...(unitId ? [{ unitId }] : []),
    { nominations: { some: { batchId: batch.id, state: 'active', tier: seat.tier } } },
  ];
  return { AND: [ofTier, { OR: near }] };
}

function notInPost(on: PlainDate): Prisma.CadreWhereInput {
  const day = toDate(on);
  return {
    assignments: {
      none: { state: 'inForce', OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    },
  };
}

function candidateOf(
  cadre: Person,
  { policy, on, seat, category: usual, unitId }: Asked,
  problem: SeatProblem,
  { language }: Actor,
): Candidate {
  const [nomination] = cadre.nominations;
  const category = nomination?.category ?? usual ?? defaultCategory(seat);
  const acceptedReason = nomination?.acceptedReason ?? null;
  const judged = judge(
    { ...nomineeFacts(cadre), tier: seat.tier, category, acceptedReason },
    policy,
    on,
  );
  const { name, unit, id: cadreId } = cadre;
  const comer = { cadreId, name, unitName: unit.name, townshipId: unit.townshipId, category };
  const faults = seatFaults(seat, comer, policy);
  return {
    ...{ cadreId, name, unitId: unit.id, unitName: unit.name, category },
    position: cadre.position,
    rank: cadre.rank,
    sameUnit: unit.id === unitId,
    named: nomination !== undefined,
    judgement: judged.judgement,
    findings: judged.findings,
    score: faults.length > 0 ? null : pointsOf(problem, seat, cadre, category),
    whyNot: faults.map(({ message }) => message[language]),
  };
}

/** Who may go first; of those the same unit, then the points. */
function bySuitability(one: Candidate, other: Candidate): number {
  const blocked = ({ whyNot, judgement }: Candidate) =>
    whyNot.length > 0 || judgement === 'notEligible' || judgement === 'toVerify' ? 1 : 0;
  return (
    blocked(one) - blocked(other) ||
    Number(other.sameUnit) - Number(one.sameUnit) ||
    (other.score ?? 0) - (one.score ?? 0) ||
    (one.cadreId < other.cadreId ? -1 : 1)
  );
}
