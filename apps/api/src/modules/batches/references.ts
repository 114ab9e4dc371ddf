import type { Tx } from '@xuanpai/database/transaction';
import type { Reference } from '../../lib/references.ts';

/** What would be left hanging without the batch: nominations, plans, posts, imports. */
export async function referencesTo(tx: Tx, batchId: string): Promise<Reference[]> {
  const nominations = await tx.nomination.count({ where: { batchId } });
  const plans = await tx.plan.findMany({
    where: { batchId },
    select: { name: true },
    orderBy: { name: 'asc' },
  });
  const assignments = await tx.assignment.count({ where: { batchId } });
  const imports = await tx.import.count({ where: { batchId } });
  return [
    {
      code: 'nominations',
      count: nominations,
      names: [],
      words: { zh: '名人选', en: 'nominations' },
    },
    {
      code: 'plans',
      count: plans.length,
      names: plans.map(({ name }) => name),
      words: { zh: '个方案', en: 'plans' },
    },
    { code: 'assignments', count: assignments, names: [], words: { zh: '个任职', en: 'posts' } },
    { code: 'imports', count: imports, names: [], words: { zh: '次导入', en: 'imports' } },
  ];
}
