import { useQuery } from '@tanstack/react-query';
import { useBatch } from '../../lib/batch.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { villageQuery } from './queries.ts';
import { VillageFacts } from './village-facts.tsx';
import { VillagePosts } from './village-posts.tsx';
import { kindsText } from './village-words.ts';
import { VillageYears } from './village-years.tsx';

/** A village beside the list. */
export function VillagePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText().villages;
  const { batch } = useBatch();
  const query = useQuery(villageQuery(id, batch?.id ?? null));
  const village = query.data;
  return (
    <SidePanel
      title={village?.name ?? ''}
      note={village?.batch && kindsText(village.batch, text)}
      extra={<Link to={linkTo.village(id)}>{text.openPage}</Link>}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!village && !query.error && <Skeleton />}
      {village && (
        <>
          <PanelPart title={text.posts}>
            <VillagePosts posts={village.assignments} brief />
          </PanelPart>
          <PanelPart title={text.facts}>
            <VillageFacts village={village} columns={2} />
          </PanelPart>
          <PanelPart title={text.years}>
            <VillageYears years={village.years} />
          </PanelPart>
        </>
      )}
    </SidePanel>
  );
}
