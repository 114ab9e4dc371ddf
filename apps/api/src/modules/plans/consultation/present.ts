import {
  type Consultation,
  type ConsultationState,
  type PlanConsultation,
  proposedPostSchema,
} from '@xuanpai/contracts/plan-consultation';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { z } from 'zod';
import type { OpenPlan } from '../read/open-plan.ts';
import { concernedBy, partyKey, sameProposal } from './concerned.ts';

const include = {
  plan: { select: { name: true, status: true, batch: { select: { name: true } } } },
  unit: { select: { name: true } },
  township: { select: { name: true } },
} satisfies Prisma.PlanConsultationInclude;
export type ConsultationRow = Prisma.PlanConsultationGetPayload<{ include: typeof include }>;

const postsSchema = z.array(proposedPostSchema);
export const postsOf = ({ posts }: Pick<ConsultationRow, 'posts'>) => postsSchema.parse(posts);

/** Consultations as they are kept, with whom they are about. */
export function readConsultations(
  client: PrismaClient | Tx,
  where: Prisma.PlanConsultationWhereInput,
): Promise<ConsultationRow[]> {
  return client.planConsultation.findMany({
    where,
    include,
    orderBy: [{ party: 'asc' }, { township: { code: 'asc' } }, { id: 'asc' }],
  });
}

/** A consultation by itself; whether the plan proposes something else now is said with the plan. */
export function presentConsultation(row: ConsultationRow, outdated = false): Consultation {
  return {
    id: row.id,
    planId: row.planId,
    planName: row.plan.name,
    batchName: row.plan.batch.name,
    party: row.party,
    name: nameOf(row),
    state: stateOf(row),
    sentOn: toPlainDate(row.sentOn),
    answeredOn: toPlainDate(row.answeredOn),
    answeredBy: row.answeredByName,
    text: row.text,
    settledOn: toPlainDate(row.settledOn),
    settledBy: row.settledByName,
    settlement: row.settlement,
    posts: postsOf(row),
    outdated,
    closed: row.plan.status === 'issued' || row.plan.status === 'dropped',
    version: row.version,
  };
}

export function nameOf({ unit, township }: ConsultationRow): string {
  return unit?.name ?? (township ? `${township.name}党（工）委` : '区纪委监委');
}

function stateOf({ answer, settledOn }: ConsultationRow): ConsultationState {
  if (answer === null) return 'sent';
  return answer === 'objected' && settledOn !== null ? 'settled' : answer;
}

/** How the consultation about a plan stands. */
export async function presentPlanConsultation(
  client: PrismaClient | Tx,
  open: OpenPlan,
): Promise<PlanConsultation> {
  const rows = await readConsultations(client, { planId: open.plan.id });
  const issued = open.plan.status === 'issued';
  const concerned = new Map(concernedBy(open).map((one) => [partyKey(one), one]));
  const items = rows.map((row) => {
    const now = concerned.get(partyKey(row));
    return presentConsultation(row, !issued && !(now && sameProposal(now.posts, postsOf(row))));
  });
  const asked = new Set(rows.map(partyKey));
  const count = (state: ConsultationState) => items.filter((one) => one.state === state).length;
  const counts = {
    sent: count('sent'),
    agreed: count('agreed'),
    objected: count('objected'),
    settled: count('settled'),
    noReply: count('noReply'),
    outdated: items.filter(({ outdated }) => outdated).length,
    unsent: issued ? 0 : [...concerned.keys()].filter((key) => !asked.has(key)).length,
  };
  return { items, total: items.length, counts, step: stepOf(items, counts) };
}

function stepOf(
  items: readonly Consultation[],
  counts: PlanConsultation['counts'],
): PlanConsultation['step'] {
  const days = items.map(({ sentOn, answeredOn, settledOn }) => settledOn ?? answeredOn ?? sentOn);
  const date = days.sort().at(-1);
  if (date === undefined) return null;
  const parts = [
    `同意${counts.agreed}`,
    `异议${counts.objected + counts.settled}（已处理${counts.settled}）`,
    `未答复${counts.sent + counts.noReply}`,
  ];
  return { date, note: `征求${items.length}家意见：${parts.join('，')}` };
}
