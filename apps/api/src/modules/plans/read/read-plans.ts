import type { Plan } from '@xuanpai/contracts/plans';
import type { Language } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { scorePlan } from '@xuanpai/planner/score';
import { notFound } from '../../../lib/api-error.ts';
import { openPlan } from './open-plan.ts';
import { presentPlan } from './present-plan.ts';
import { presentSummary } from './present-summary.ts';

/** A plan as the board shows it. Throws `notFound`. */
export async function readPlan(
  client: PrismaClient | Tx,
  id: string,
  language: Language,
  today: PlainDate,
): Promise<Plan> {
  const open = await openPlan(client, id, today);
  return presentPlan(open, language, await openRunOf(client, id));
}

/** The plans of a batch, in the order of their making, each counted as things are now. */
export async function readPlans(client: PrismaClient | Tx, batchId: string, today: PlainDate) {
  const batch = await client.batch.findUnique({ where: { id: batchId }, select: { id: true } });
  if (!batch) throw notFound();
  const plans = await client.plan.findMany({
    where: { batchId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const items = [];
  for (const { id } of plans) {
    const open = await openPlan(client, id, today);
    items.push(presentSummary(open, scorePlan(open.input, open.placement)));
  }
  return { items, total: items.length };
}

async function openRunOf(client: PrismaClient | Tx, planId: string): Promise<string | null> {
  const run = await client.planRun.findFirst({
    where: { planId, status: { in: ['queued', 'running'] } },
    select: { id: true },
  });
  return run?.id ?? null;
}
