import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useBatch } from '../../lib/batch.ts';
import { Can } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useVillageTabs } from '../../lib/use-village-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { villageQuery } from './queries.ts';
import { useRemoveVillage } from './use-remove-village.ts';
import { villageAnswer } from './village-answer.ts';
import { VillageBatches } from './village-batches.tsx';
import { VillageFacts } from './village-facts.tsx';
import { EditVillagePanel } from './village-form-panel.tsx';
import { VillageLife } from './village-life.tsx';
import { VillagePosts } from './village-posts.tsx';
import type { VillageDetail } from './village-values.ts';
import { countText, kindsText } from './village-words.ts';
import { VillageYears } from './village-years.tsx';

/** One village: who is there, its figures, what it is in each batch. */
export function VillagePage() {
  const { villageId = '' } = useParams();
  const { batch } = useBatch();
  const query = useQuery(villageQuery(villageId, batch?.id ?? null));
  if (query.data && !query.error) return <LoadedVillage village={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function LoadedVillage({ village }: { village: VillageDetail }) {
  const text = useText().villages;
  const { day } = useDay();
  const [panel, setPanel] = useUrlValue('panel');
  const tabs = useVillageTabs(village.id, village.name);
  const remove = useRemoveVillage();
  const size = text.size(
    countText(village.households),
    countText(village.population),
    countText(village.partyMembers),
  );
  const kinds = village.batch ? kindsText(village.batch, text) : '';
  return (
    <Page
      title={villageAnswer(village, day, text)}
      documentTitle={village.name}
      note={text.noteOf(village.townshipName, kinds, size)}
      tabs={tabs}
      layout="fill"
      secondary={
        <Can permission="villages.write">
          <ActButton kind="danger" onClick={() => void remove(village)}>
            {text.remove}
          </ActButton>
        </Can>
      }
      primary={
        <Can permission="villages.write">
          <ActButton kind="primary" icon="edit" onClick={() => setPanel('edit')}>
            {text.edit}
          </ActButton>
        </Can>
      }
    >
      <WithPanel
        panel={
          panel === 'edit' && (
            <Can permission="villages.write">
              <EditVillagePanel village={village} onClose={() => setPanel(null)} />
            </Can>
          )
        }
      >
        <Split
          aside={
            <>
              <Section title={text.facts}>
                <VillageFacts village={village} />
              </Section>
              <Section title={text.inBatches}>
                <VillageBatches batches={village.batches} />
              </Section>
            </>
          }
        >
          <Section title={text.posts}>
            <VillagePosts posts={village.assignments} />
          </Section>
          <VillageLife village={village} />
          <Section title={text.years}>
            <VillageYears years={village.years} />
          </Section>
        </Split>
      </WithPanel>
    </Page>
  );
}
