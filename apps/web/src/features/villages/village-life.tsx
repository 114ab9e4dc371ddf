import { useQuery } from '@tanstack/react-query';
import type { Vacancy } from '@xuanpai/contracts/vacancies';
import type { PlainDate } from '@xuanpai/contracts/values';
import { postWords } from '@xuanpai/contracts/words';
import { useBatch } from '../../lib/batch.ts';
import { useDay } from '../../lib/day.ts';
import { postStatus } from '../../lib/post-status.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { stateLooks } from '../../ui/state-badge.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import { villageVacanciesQuery } from './queries.ts';
import type { VillageDetail } from './village-values.ts';

type Post = VillageDetail['assignments'][number];

/** Who came and went, and the days on which nobody was there, oldest first. */
export function VillageLife({ village }: { village: VillageDetail }) {
  const { villages: text, states } = useText();
  const { batch } = useBatch();
  const { day } = useDay();
  const vacancies = useQuery({
    ...villageVacanciesQuery(village.id, batch?.id ?? '', day as PlainDate),
    enabled: batch !== null && batch !== undefined,
  }).data;
  const posts = village.assignments.filter(({ state }) => state === 'inForce');
  const items = [...posts.map(postItem), ...(vacancies?.items ?? []).map(vacancyItem)].sort(
    (a, b) => (a.when < b.when ? -1 : 1),
  );
  if (items.length === 0) return null;
  const days = vacancies?.leaderlessDays ?? 0;
  return (
    <Section title={text.life} note={days > 0 ? text.leaderless(days) : null}>
      <Timeline label={text.life} items={items} />
    </Section>
  );

  function postItem(post: Post): TimelineItem {
    const state = postStatus(post, day);
    return {
      key: post.id,
      when: post.startsOn,
      mark: stateLooks[state],
      title: word(postWords[post.post]),
      ahead: post.startsOn > day,
      detail: (
        <>
          <Link to={linkTo.cadre(post.cadreId)}>{post.cadreName}</Link>{' '}
          {text.stays(post.unitName, post.endsOn, states[state])}
        </>
      ),
    };
  }

  function vacancyItem({ lead, from, to, days: count, open }: Vacancy): TimelineItem {
    return {
      key: `${lead} ${from}`,
      when: from,
      mark: ['warn', 'amber'],
      title: word(lead ? postWords.firstSecretary : postWords.deputySecretary),
      detail: open ? text.vacantSince(count) : text.vacantUntil(to, count),
    };
  }
}
