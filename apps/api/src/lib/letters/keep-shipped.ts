import type { Tx } from '@xuanpai/database/transaction';
import type { Sweep } from '../upkeep.ts';
import { shippedTemplate } from './shipped/shipped-templates.ts';

/** Keeps the bytes of the shipped templates that a round uses, where it hasn't kept them yet. */
export async function keepShipped(tx: Tx, roundId: string): Promise<void> {
  const missing = await tx.roundTemplate.findMany({
    where: { roundId, edition: null, file: null },
    select: { kind: true },
  });
  for (const { kind } of missing) {
    const file = Uint8Array.from(await shippedTemplate(kind));
    await tx.roundTemplate.update({ where: { roundId_kind: { roundId, kind } }, data: { file } });
  }
}

/** The same for rounds opened by a version that kept no bytes. */
export const shippedSweep: Sweep = {
  name: 'shippedTemplates',
  async run(tx) {
    const rounds = await tx.evaluationRound.findMany({
      where: {
        ...{ status: { not: 'draft' }, batch: { closing: null } },
        templates: { some: { edition: null, file: null } },
      },
      select: { id: true },
    });
    for (const { id } of rounds) await keepShipped(tx, id);
  },
};
