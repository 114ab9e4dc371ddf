import type { Tx } from '@xuanpai/database/transaction';
import { lockRow } from '../edit/lock-plan.ts';

/**
 * Holds what an issue is judged by until it is done: whoever corrects a date, replaces a nominee or
 * changes a tier meanwhile waits, and then finds the plan issued. Throws `notFound`.
 */
export async function lockFacts(tx: Tx, planId: string): Promise<void> {
  await lockRow(tx, planId);
  await tx.$queryRaw`SELECT 1 FROM batch_village b JOIN plan p ON p.batch_id = b.batch_id
    WHERE p.id = ${planId}::uuid ORDER BY b.village_id FOR SHARE OF b`;
  await tx.$queryRaw`SELECT 1 FROM nomination n JOIN plan_place s ON s.cadre_id = n.cadre_id
    JOIN plan p ON p.id = s.plan_id AND p.batch_id = n.batch_id
    WHERE p.id = ${planId}::uuid ORDER BY n.id FOR SHARE OF n`;
  await tx.$queryRaw`SELECT 1 FROM cadre c JOIN plan_place s ON s.cadre_id = c.id
    WHERE s.plan_id = ${planId}::uuid ORDER BY c.id FOR SHARE OF c`;
}
