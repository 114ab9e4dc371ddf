import type { Tx } from '@xuanpai/database/transaction';
import type { Reference } from '../../lib/references.ts';

/** What would be left hanging without the unit: its people, their nominations, the accounts held for it. */
export async function referencesTo(tx: Tx, unitId: string): Promise<Reference[]> {
  const named = { select: { name: true } };
  const cadres = await tx.cadre.findMany({
    where: { unitId },
    ...named,
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
  });
  const nominations = await tx.nomination.findMany({ where: { unitId }, select: { batch: named } });
  const roles = await tx.userRole.findMany({ where: { unitId }, select: { user: named } });
  return [
    {
      code: 'cadres',
      count: cadres.length,
      names: cadres.map(({ name }) => name),
      words: { zh: '名干部', en: 'cadres' },
    },
    {
      code: 'nominations',
      count: nominations.length,
      names: [...new Set(nominations.map(({ batch }) => batch.name))],
      words: { zh: '份提名', en: 'nominations' },
    },
    {
      code: 'users',
      count: roles.length,
      names: roles.map(({ user }) => user.name),
      words: { zh: '个用户账号', en: 'user accounts' },
    },
  ];
}
