import { useQuery } from '@tanstack/react-query';
import { postWords } from '@xuanpai/contracts/words';
import { useParams } from 'react-router';
import { useBatch } from '../../lib/batch.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { reachesUnit, useReach } from '../../lib/reach.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useCadreTabs } from '../../lib/use-cadre-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { CadreFacts } from './cadre-facts.tsx';
import { CadrePosts } from './cadre-posts.tsx';
import { CadreTimeline } from './cadre-timeline.tsx';
import { cadreLine, postOn } from './cadre-words.ts';
import { EditCadrePanel } from './edit-cadre-panel.tsx';
import { PersonalData } from './personal-data.tsx';
import { PostBadge } from './post-badge.tsx';
import { type CadreDetail, cadreQuery } from './queries.ts';
import { useRemoveCadre } from './use-remove-cadre.ts';

/** One person: what happened, the posts, what the register knows. */
export function CadrePage() {
  const { cadreId = '' } = useParams();
  const { batch } = useBatch();
  const query = useQuery(cadreQuery(cadreId, batch?.id ?? null));
  if (query.data && !query.error) return <LoadedCadre key={cadreId} cadre={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

/** Whether the person looking may change this one: people of the own unit or township. */
function useMayEdit(cadre: CadreDetail): boolean {
  const allowed = useCan('cadres.write');
  const reach = useReach('cadres.write', 'units');
  return allowed && reachesUnit(reach, cadre);
}

function LoadedCadre({ cadre }: { cadre: CadreDetail }) {
  const { cadres: text, cadreEvents } = useText();
  const { day } = useDay();
  const [panel, setPanel] = useUrlValue('panel');
  const remove = useRemoveCadre();
  const mayEdit = useMayEdit(cadre);
  const post = postOn(cadre.assignments, day);
  const ofPosted = useCadreTabs(cadre.id, cadre.name);
  const tabs = cadre.assignments.length > 0 ? ofPosted : [{ label: cadre.name }];
  return (
    <Page
      title={
        post
          ? text.answerPost(
              cadre.name,
              post.townshipName + post.villageName,
              word(postWords[post.post]),
            )
          : cadre.name
      }
      documentTitle={cadre.name}
      badge={<PostBadge posts={cadre.assignments} />}
      note={cadreLine(cadre)}
      tabs={tabs}
      layout="fill"
      secondary={
        mayEdit && (
          <ActButton kind="danger" onClick={() => void remove(cadre)}>
            {text.remove}
          </ActButton>
        )
      }
      primary={
        mayEdit && (
          <ActButton kind="primary" icon="edit" onClick={() => setPanel('edit')}>
            {text.edit}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          panel === 'edit' &&
          mayEdit && <EditCadrePanel cadre={cadre} onClose={() => setPanel(null)} />
        }
      >
        <Split
          aside={
            <>
              <CadreFacts cadre={cadre} />
              <Section title={text.personal}>
                <PersonalData cadre={cadre} />
              </Section>
            </>
          }
        >
          <Section title={cadreEvents.label}>
            <CadreTimeline events={cadre.events} />
          </Section>
          <Section title={text.posts}>
            <CadrePosts posts={cadre.assignments} />
          </Section>
        </Split>
      </WithPanel>
    </Page>
  );
}
