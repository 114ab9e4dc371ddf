import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useBatch } from '../../lib/batch.ts';
import { useCan } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { ActivityList } from './activity-list.tsx';
import { AtAGlance } from './at-a-glance.tsx';
import { District } from './district.tsx';
import type { Home } from './home-values.ts';
import { OwnNominees } from './own-nominees.tsx';
import { OwnPosts } from './own-posts.tsx';
import { homeQuery } from './queries.ts';
import { ReadingAct } from './reading-act.tsx';
import { taskPath } from './task-path.ts';
import { TaskTable } from './task-table.tsx';
import { nextTask, taskWords } from './task-words.ts';
import { useAnswer } from './use-answer.ts';

/** What waits for me, how it stands, what happened since I was last here. */
export function HomePage() {
  const { batch, isPending } = useBatch();
  const query = useQuery({ ...homeQuery(batch?.id ?? null), enabled: !isPending });
  if (query.data && !query.error) return <LoadedHome home={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function LoadedHome({ home }: { home: Home }) {
  const text = useText();
  const go = useGo();
  const answer = useAnswer(home);
  const first = nextTask(home.tasks);
  return (
    <Page
      title={answer.title}
      documentTitle={text.shell.pages.workbench}
      note={answer.note}
      primary={
        first ? (
          <ActButton kind="primary" reads onClick={() => go(taskPath(first))}>
            {taskWords(first, text.home).primary}
          </ActButton>
        ) : (
          <ReadingAct />
        )
      }
    >
      <Split aside={useStanding(home)}>
        <TaskTable tasks={home.tasks} />
        {(home.since !== null || home.activity.length > 0) && <ActivityList home={home} />}
      </Split>
    </Page>
  );
}

/** The district's villages for those who look over them, else the own people; null where there are none. */
function useStanding({ batchId, figures }: Home): ReactNode {
  const overlooks = useCan('coverage.read');
  const { batch } = useBatch();
  const leads = useUser().roles.some(({ role }) => role === 'leader');
  if (batchId === null) return null;
  if (overlooks) {
    return (
      <>
        {leads && <AtAGlance batchId={batchId} />}
        <District batchId={batchId} />
      </>
    );
  }
  if (figures.assignments > 0) return batch && <OwnPosts batch={batch} />;
  return figures.nominees > 0 ? <OwnNominees batchId={batchId} /> : null;
}
