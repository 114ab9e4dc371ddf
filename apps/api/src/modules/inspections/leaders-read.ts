import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { Leader, listLeaders } from '@xuanpai/contracts/leader-links';
import { visitDue } from '@xuanpai/domain/supervision/leader-visits';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Seen, seenOn } from '../../lib/known.ts';
import { readLeaderLinks } from '../../lib/supervision/leader-links.ts';

/** District leaders with their villages on a day: what is due, and what became of the questions. */
export async function readLeaders(
  deps: Deps,
  actor: Actor,
  { on = deps.today(), known }: QueryOf<typeof listLeaders>,
): Promise<ReplyOf<typeof listLeaders>> {
  const items = await leadersOf(deps, actor, seenOn(on, deps.today(), known));
  const links = items.flatMap((leader) => leader.links);
  return {
    items,
    overdueVisits: links.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length,
    overdueAnswers: links.reduce((sum, { overdueAnswers }) => sum + overdueAnswers, 0),
  };
}

export async function readLeader(deps: Deps, actor: Actor, id: string): Promise<Leader> {
  const [leader] = await leadersOf(deps, actor, seenOn(deps.today(), deps.today()), id);
  if (!leader) throw notFound();
  return leader;
}

async function leadersOf({ db }: Deps, actor: Actor, seen: Seen, id?: string): Promise<Leader[]> {
  const [leaders, links] = await Promise.all([
    db.prisma.districtLeader.findMany({
      where: id === undefined ? {} : { id },
      include: { user: { select: { username: true } } },
      orderBy: { id: 'asc' },
    }),
    readLeaderLinks({ db }, seen),
  ]);
  // Since when somebody is a leader isn't kept: on a day that is over those who were linked to villages.
  const then = leaders.filter(({ id }) => !seen.over || links.some((link) => link.leaderId === id));
  return then.map(({ user, userId, ...leader }) => ({
    ...leader,
    username: user?.username ?? null,
    own: userId !== null && userId === actor.userId,
    links: links
      .filter(({ leaderId }) => leaderId === leader.id)
      .map(({ leaderId: _, userId: __, ...link }) => {
        const due = visitDue(link, seen.on);
        return { ...link, dueOn: due?.dueOn ?? null, daysLeft: due?.daysLeft ?? null };
      }),
  }));
}
