import { useQuery } from '@tanstack/react-query';
import type { Assignment } from '@xuanpai/contracts/assignments';
import type { Batch } from '@xuanpai/contracts/batches';
import { postWords } from '@xuanpai/contracts/words';
import { cadreTimeline } from '../../lib/cadre-timeline.ts';
import { useDay } from '../../lib/day.ts';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { HeldState } from '../../ui/held-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { HolderFacts } from './holder-facts.tsx';
import { PostLife } from './life/post-life.tsx';
import { assignmentQuery, holderQuery } from './queries.ts';

interface AssignmentPanelProps {
  id: string;
  batch: Batch;
  onClose: () => void;
}

/** A post beside the list: who holds it, how to reach them, what happened so far. */
export function AssignmentPanel({ id, batch, onClose }: AssignmentPanelProps) {
  const text = useText().assignments;
  const query = useQuery(assignmentQuery(id));
  const assignment = query.data;
  return (
    <SidePanel
      title={assignment?.cadreName ?? ''}
      badge={assignment && <HeldState assignment={assignment} long />}
      note={assignment && <PostLine assignment={assignment} />}
      extra={assignment && <Link to={linkTo.cadre(assignment.cadreId)}>{text.openPage}</Link>}
      width={492}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!assignment && !query.error && <Skeleton />}
      <PostLife key={id} id={id} />
      {assignment && <Holder assignment={assignment} batch={batch} />}
    </SidePanel>
  );
}

function PostLine({ assignment }: { assignment: Assignment }) {
  const { villageId, villageName, townshipName, post } = assignment;
  const separator = currentLanguage() === 'zh' ? '' : ', ';
  return (
    <>
      {townshipName + separator}
      <Link to={linkTo.village(villageId)}>{villageName}</Link>
      {separator + word(postWords[post])}
    </>
  );
}

function Holder({ assignment, batch }: { assignment: Assignment; batch: Batch }) {
  const text = useText();
  const { day } = useDay();
  const query = useQuery(holderQuery(assignment.cadreId, batch.id));
  const cadre = query.data;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!cadre) return <Skeleton />;
  return (
    <>
      <PanelPart>
        <HolderFacts cadre={cadre} />
      </PanelPart>
      <PanelPart title={text.cadreEvents.label}>
        <Timeline label={text.cadreEvents.label} items={cadreTimeline(cadre.events, day, text)} />
      </PanelPart>
    </>
  );
}
