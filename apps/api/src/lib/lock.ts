import type { Tx } from '@xuanpai/database/transaction';
import { raw, sql } from './sql.ts';

/**
 * Holds a row to the end of the transaction, so that its version is still the checked one when it is
 * written: of two people who save at once the second sees what the first one did.
 */
export async function lockRow(
  tx: Tx,
  table:
    | 'benefit_use'
    | 'township_benefit'
    | 'village'
    | 'unit'
    | 'cadre'
    | 'batch'
    | 'nomination'
    | 'inspection'
    | 'finding'
    | 'village_holder'
    | 'village_election'
    | 'weak_lax'
    | 'district_leader'
    | 'leader_link'
    | 'enterprise'
    | 'enterprise_pairing'
    | 'village_fund'
    | 'project'
    | 'help'
    | 'evaluation_round'
    | 'evaluation_team'
    | 'evaluator_tie'
    | 'cadre_honour'
    | 'notice_objection'
    | 'grade_case'
    | 'assignment',
  id: string,
): Promise<void> {
  await tx.$queryRaw(sql`SELECT 1 FROM ${raw(table)} WHERE id = ${id}::uuid FOR UPDATE`);
}
