import { useQuery } from '@tanstack/react-query';
import { unitKindWords } from '@xuanpai/contracts/words';
import { useBatch } from '../../lib/batch.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { unitQuery } from './queries.ts';
import { UnitContacts } from './unit-contacts.tsx';
import { UnitFacts } from './unit-facts.tsx';
import { UnitPeople } from './unit-people.tsx';

/** A unit beside the list. */
export function UnitPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText().units;
  const { batch } = useBatch();
  const query = useQuery(unitQuery(id, batch?.id ?? null));
  const unit = query.data;
  return (
    <SidePanel
      title={unit?.name ?? ''}
      note={unit && word(unitKindWords[unit.kind])}
      extra={<Link to={linkTo.unit(id)}>{text.openPage}</Link>}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!unit && !query.error && <Skeleton />}
      {unit && (
        <>
          <PanelPart title={text.contacts}>
            <UnitContacts key={unit.id} unit={unit} />
          </PanelPart>
          <PanelPart title={text.facts}>
            <UnitFacts unit={unit} />
          </PanelPart>
          <PanelPart title={text.own} note={text.ownCount(unit.cadres)}>
            <UnitPeople unitId={unit.id} batchId={batch?.id ?? null} brief />
          </PanelPart>
        </>
      )}
    </SidePanel>
  );
}
