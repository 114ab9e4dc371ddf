import type { Tx } from '@xuanpai/database/transaction';
import type { Reference } from '../../lib/references.ts';

/** What would be left hanging without the unit: its people, their nominations, accounts, its help. */
export async function referencesTo(tx: Tx, unitId: string): Promise<Reference[]> {
  const named = { select: { name: true } };
  const cadres = await tx.cadre.findMany({
    where: { unitId },
    ...named,
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
  });
  const nominations = await tx.nomination.findMany({ where: { unitId }, select: { batch: named } });
  const roles = await tx.userRole.findMany({ where: { unitId }, select: { user: named } });
  const help = await tx.help.findMany({ where: { unitId }, select: { content: true } });
  const sources = await tx.projectSource.findMany({
    where: { unitId },
    select: { project: named },
  });
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
    {
      code: 'help',
      count: help.length,
      names: help.map(({ content }) => content),
      words: { zh: '项帮扶', en: 'pieces of help' },
    },
    {
      code: 'projects',
      count: sources.length,
      names: sources.map(({ project }) => project.name),
      words: { zh: '个项目的资金', en: 'sources of projects' },
    },
  ];
}
