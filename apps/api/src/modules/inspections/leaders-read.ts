import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Leader, listLeaders } from '@xuanpai/contracts/leader-links';
import { visitDue } from '@xuanpai/domain/supervision/leader-visits';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { readLeaderLinks } from '../../lib/supervision/leader-links.ts';

/** District leaders with their villages: what is due, and what became of the questions. */
export async function readLeaders(deps: Deps, actor: Actor): Promise<ReplyOf<typeof listLeaders>> {
  const items = await leadersOf(deps, actor);
  const links = items.flatMap((leader) => leader.links);
  return {
    items,
    overdueVisits: links.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length,
    overdueAnswers: links.reduce((sum, { overdueAnswers }) => sum + overdueAnswers, 0),
  };
}

export async function readLeader(deps: Deps, actor: Actor, id: string): Promise<Leader> {
  const [leader] = await leadersOf(deps, actor, id);
  if (!leader) throw notFound();
  return leader;
}

async function leadersOf({ db, today }: Deps, actor: Actor, id?: string): Promise<Leader[]> {
  const on = today();
  const [leaders, links] = await Promise.all([
    db.prisma.districtLeader.findMany({
      where: id === undefined ? {} : { id },
      include: { user: { select: { username: true } } },
      orderBy: { id: 'asc' },
    }),
    readLeaderLinks({ db }, on),
  ]);
  return leaders.map(({ user, userId, ...leader }) => ({
    ...leader,
    username: user?.username ?? null,
    own: userId !== null && userId === actor.userId,
    links: links
      .filter(({ leaderId }) => leaderId === leader.id)
      .map(({ leaderId: _, userId: __, ...link }) => {
        const due = visitDue(link, on);
        return { ...link, dueOn: due?.dueOn ?? null, daysLeft: due?.daysLeft ?? null };
      }),
  }));
}
