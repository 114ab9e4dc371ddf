import { useQuery } from '@tanstack/react-query';
import { useBatch } from '../../lib/batch.ts';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { CadreTimeline } from './cadre-timeline.tsx';
import { bornText, cadreLine } from './cadre-words.ts';
import { PersonalData } from './personal-data.tsx';
import { PostBadge } from './post-badge.tsx';
import { type CadreDetail, cadreQuery } from './queries.ts';

/** A person beside the list. */
export function CadrePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText().cadres;
  const { batch } = useBatch();
  const query = useQuery(cadreQuery(id, batch?.id ?? null));
  const cadre = query.data;
  return (
    <SidePanel
      title={cadre?.name ?? ''}
      badge={cadre && <PostBadge posts={cadre.assignments} />}
      note={cadre && cadreLine(cadre)}
      extra={<Link to={linkTo.cadre(id)}>{text.openPage}</Link>}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!cadre && !query.error && <Skeleton />}
      {cadre && <PanelBody key={cadre.id} cadre={cadre} />}
    </SidePanel>
  );
}

function PanelBody({ cadre }: { cadre: CadreDetail }) {
  const { cadres: text, cadreEvents } = useText();
  const { day } = useDay();
  return (
    <>
      <PanelPart>
        <DescriptionList
          termWidth={84}
          items={[
            { term: text.phone, value: cadre.phone },
            { term: text.bornOn, value: bornText(cadre.bornOn, day, text) },
          ]}
        />
      </PanelPart>
      <PanelPart title={text.personal}>
        <PersonalData cadre={cadre} />
      </PanelPart>
      <PanelPart title={cadreEvents.label}>
        <CadreTimeline events={cadre.events} />
      </PanelPart>
    </>
  );
}
