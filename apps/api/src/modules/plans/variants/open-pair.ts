import type { PlainDate } from '@xuanpai/contracts/values';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { invalid, notFound } from '../../../lib/api-error.ts';
import { type OpenPlan, openPlan } from '../read/open-plan.ts';

/** Two plans to compare. */
export interface PlanPair {
  first: OpenPlan;
  second: OpenPlan;
}

/** Opens two plans of one batch. Throws `notFound`, and `invalid` for plans of two batches. */
export async function openPair(
  client: PrismaClient,
  firstId: string,
  secondId: string,
  today: PlainDate,
): Promise<PlanPair> {
  const plans = await client.plan.findMany({
    where: { id: { in: [firstId, secondId] } },
    select: { id: true, batchId: true },
  });
  const [one, other] = [firstId, secondId].map((id) => plans.find((plan) => plan.id === id));
  if (!one || !other) throw notFound();
  if (one.batchId !== other.batchId) {
    const message = {
      zh: '两个方案不是同一批次的，不能比较。',
      en: 'The plans belong to two batches and can’t be compared.',
    };
    throw invalid([{ path: 'with', code: 'otherBatch', message }]);
  }
  return {
    first: await openPlan(client, firstId, today),
    second: await openPlan(client, secondId, today),
  };
}
