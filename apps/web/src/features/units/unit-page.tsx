import { useQuery } from '@tanstack/react-query';
import type { Unit } from '@xuanpai/contracts/units';
import { unitKindWords } from '@xuanpai/contracts/words';
import { useParams } from 'react-router';
import { useBatch } from '../../lib/batch.ts';
import { Can } from '../../lib/can.tsx';
import { useUrlValue } from '../../lib/url-state.ts';
import { useUnitTabs } from '../../lib/use-unit-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { unitQuery } from './queries.ts';
import { UnitContacts } from './unit-contacts.tsx';
import { UnitFacts } from './unit-facts.tsx';
import { EditUnitPanel } from './unit-form-panel.tsx';
import { UnitPeople } from './unit-people.tsx';
import { useRemoveUnit } from './use-remove-unit.ts';

/** One unit: its people, its quota, who answers for it. */
export function UnitPage() {
  const { unitId = '' } = useParams();
  const { batch } = useBatch();
  const batchId = batch?.id ?? null;
  const query = useQuery(unitQuery(unitId, batchId));
  if (query.data && !query.error) return <LoadedUnit unit={query.data} batchId={batchId} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function answer({ name, quota, nominees }: Unit, text: Dictionary['units']): string {
  if (quota === null) return text.answer(name, nominees);
  return nominees < quota
    ? text.answerShort(name, quota, nominees)
    : text.answerQuota(name, quota, nominees);
}

function LoadedUnit({ unit, batchId }: { unit: Unit; batchId: string | null }) {
  const text = useText().units;
  const [panel, setPanel] = useUrlValue('panel');
  const remove = useRemoveUnit();
  return (
    <Page
      title={answer(unit, text)}
      tone="amber"
      documentTitle={unit.name}
      note={word(unitKindWords[unit.kind])}
      tabs={useUnitTabs(unit.id, unit.name)}
      layout="fill"
      secondary={
        <Can permission="units.write">
          <ActButton kind="danger" onClick={() => void remove(unit)}>
            {text.remove}
          </ActButton>
        </Can>
      }
      primary={
        <Can permission="units.write">
          <ActButton kind="primary" icon="edit" onClick={() => setPanel('edit')}>
            {text.edit}
          </ActButton>
        </Can>
      }
    >
      <WithPanel
        panel={
          panel === 'edit' && (
            <Can permission="units.write">
              <EditUnitPanel unit={unit} onClose={() => setPanel(null)} />
            </Can>
          )
        }
      >
        <Split
          aside={
            <>
              <Section title={text.contacts}>
                <UnitContacts unit={unit} />
              </Section>
              <Section title={text.facts}>
                <UnitFacts unit={unit} />
              </Section>
            </>
          }
        >
          <Section
            title={text.own}
            note={text.ownCount(unit.cadres)}
            extra={<Link to={linkTo.cadres({ unitIds: unit.id })}>{text.allOfUnit}</Link>}
          >
            <UnitPeople unitId={unit.id} batchId={batchId} />
          </Section>
        </Split>
      </WithPanel>
    </Page>
  );
}
