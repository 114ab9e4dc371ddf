import type { BatchVillage } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { Reference } from '../../lib/references.ts';

/** What would be left hanging without the village: posts, places of plans, what batches say, its help. */
export async function referencesTo(tx: Tx, villageId: string): Promise<Reference[]> {
  const named = { select: { name: true } };
  const assignments = await tx.assignment.findMany({
    where: { villageId },
    select: { cadre: named },
    orderBy: { startsOn: 'desc' },
  });
  const places = await tx.planPlace.findMany({ where: { villageId }, select: { plan: named } });
  const relatives = await tx.nominationRelative.findMany({
    where: { villageId },
    select: { nomination: { select: { cadre: named } } },
  });
  const batches = await tx.batchVillage.findMany({
    where: { villageId },
    include: { batch: named },
  });
  const telling = batches.filter(saysSomething);
  const projects = await tx.project.findMany({ where: { villageId }, ...named });
  const funds = await tx.villageFund.findMany({ where: { villageId }, select: { source: true } });
  const help = await tx.help.findMany({ where: { villageId }, select: { content: true } });
  const pairings = await tx.enterprisePairing.findMany({
    where: { villageId },
    select: { enterprise: named },
  });
  return [
    {
      code: 'assignments',
      count: assignments.length,
      names: assignments.map(({ cadre }) => cadre.name),
      words: { zh: '个任职', en: 'posts' },
    },
    {
      code: 'places',
      count: places.length,
      names: [...new Set(places.map(({ plan }) => plan.name))],
      words: { zh: '个方案岗位', en: 'places in plans' },
    },
    {
      code: 'relatives',
      count: relatives.length,
      names: relatives.map(({ nomination }) => nomination.cadre.name),
      words: { zh: '项亲属关系申报', en: 'declarations of kin' },
    },
    {
      code: 'batches',
      count: telling.length,
      names: telling.map(({ batch }) => batch.name),
      words: { zh: '个批次登记的村类型或层级', en: 'batches with its kind or tier' },
    },
    {
      code: 'projects',
      count: projects.length,
      names: projects.map(({ name }) => name),
      words: { zh: '个项目', en: 'projects' },
    },
    {
      code: 'funds',
      count: funds.length,
      names: funds.map(({ source }) => source),
      words: { zh: '笔公共财政资金', en: 'public funds' },
    },
    {
      code: 'help',
      count: help.length,
      names: help.map(({ content }) => content),
      words: { zh: '项帮扶', en: 'pieces of help' },
    },
    {
      code: 'pairings',
      count: pairings.length,
      names: pairings.map(({ enterprise }) => enterprise.name),
      words: { zh: '个企业结对', en: 'pairings' },
    },
  ];
}

/** A batch's village without kind, city dispatch or override is only its place in the list. */
function saysSomething({ kinds, cityDispatched, tierOverride }: BatchVillage) {
  return kinds.length > 0 || cityDispatched || tierOverride !== null;
}
