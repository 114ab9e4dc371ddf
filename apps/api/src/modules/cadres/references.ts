import type { Tx } from '@xuanpai/database/transaction';
import type { Reference } from '../../lib/references.ts';

/** What would be left hanging without the person: posts, nominations, places of plans, declared kin. */
export async function referencesTo(tx: Tx, cadreId: string): Promise<Reference[]> {
  const named = { select: { name: true } };
  const assignments = await tx.assignment.findMany({
    where: { cadreId },
    select: { village: named },
  });
  const nominations = await tx.nomination.findMany({
    where: { cadreId },
    select: { batch: named },
  });
  const places = await tx.planPlace.findMany({ where: { cadreId }, select: { plan: named } });
  const relatives = await tx.nominationRelative.findMany({
    where: { otherCadreId: cadreId },
    select: { nomination: { select: { cadre: named } } },
  });
  return [
    {
      code: 'assignments',
      count: assignments.length,
      names: assignments.map(({ village }) => village.name),
      words: { zh: '个任职', en: 'posts' },
    },
    {
      code: 'nominations',
      count: nominations.length,
      names: nominations.map(({ batch }) => batch.name),
      words: { zh: '份提名', en: 'nominations' },
    },
    {
      code: 'places',
      count: places.length,
      names: places.map(({ plan }) => plan.name),
      words: { zh: '个方案岗位', en: 'places in plans' },
    },
    {
      code: 'relatives',
      count: relatives.length,
      names: relatives.map(({ nomination }) => nomination.cadre.name),
      words: { zh: '项亲属关系申报', en: 'declarations of kin' },
    },
  ];
}
