import type { Tx } from '@xuanpai/database/transaction';
import type { Fault } from '../../../lib/api-error.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { nameOf, readConsultations } from './present.ts';

/** Objections that nobody has dealt with: the decision goes on over them with a reason alone. */
export async function objectionFaults(tx: Tx, { plan }: OpenPlan): Promise<Fault[]> {
  const where = { planId: plan.id, answer: 'objected', settledOn: null } as const;
  return (await readConsultations(tx, where)).map((row) => ({
    path: 'objectionsReason',
    code: 'objectionOpen',
    message: {
      zh: `${nameOf(row)}有异议：${row.text ?? ''}`,
      en: `${nameOf(row)} objects: ${row.text ?? ''}`,
    },
    basis: { kind: 'reading', source: '本办工作程序' },
    remedy: {
      zh: '请先处理，或写明仍提请审定的理由。',
      en: 'Settle it, or say why the decision goes on.',
    },
  }));
}
