import type { Tx } from '@xuanpai/database/transaction';
import { lockRow } from '../edit/lock-plan.ts';

/**
 * Holds what an issue is judged by until it is done. Whoever replaces a nominee or changes a tier
 * waits for the plan (`holdPlans`) and finds it issued; whoever corrects a date from the file
 * waits for the cadre. The batch comes first, as in every write that holds more than one of them.
 * Throws `notFound`.
 */
export async function lockFacts(tx: Tx, planId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM batch b JOIN plan p ON p.batch_id = b.id
    WHERE p.id = ${planId}::uuid FOR SHARE OF b`;
  await lockRow(tx, planId);
  // What a re-plan changes: of two that are issued at once the second finds other posts.
  await tx.$queryRaw`SELECT 1 FROM assignment a JOIN plan p ON p.batch_id = a.batch_id
    WHERE p.id = ${planId}::uuid AND p.replans_on IS NOT NULL ORDER BY a.id FOR UPDATE OF a`;
  await tx.$queryRaw`SELECT 1 FROM cadre c JOIN plan_place s ON s.cadre_id = c.id
    WHERE s.plan_id = ${planId}::uuid ORDER BY c.id FOR SHARE OF c`;
}
