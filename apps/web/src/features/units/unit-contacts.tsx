import type { Unit } from '@xuanpai/contracts/units';
import { useState } from 'react';
import { useCan } from '../../lib/can.tsx';
import { reachesUnit, useReach } from '../../lib/reach.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ContactsForm } from './contacts-form.tsx';
import { Missing } from './missing.tsx';

/** Who answers for the unit, changed where it is read by the planner, the unit or the township. */
export function UnitContacts({ unit }: { unit: Unit }) {
  const text = useText().units;
  const [editing, setEditing] = useState(false);
  const allowed = useCan('units.contact');
  const reach = useReach('units.contact', 'units');
  const own = reachesUnit(reach, { unitId: unit.id, townshipId: unit.townshipId });
  if (editing) return <ContactsForm unit={unit} onClose={() => setEditing(false)} />;
  return (
    <>
      <DescriptionList
        termWidth={84}
        items={[
          { term: text.responsiblePerson, value: unit.responsiblePerson ?? <Missing /> },
          { term: text.contactName, value: unit.contactName ?? <Missing /> },
          { term: text.contactPhone, value: unit.contactPhone ?? <Missing /> },
        ]}
      />
      {allowed && own && (
        <p style={{ marginTop: 8 }}>
          <ActButton icon="edit" size="small" onClick={() => setEditing(true)}>
            {text.editContacts}
          </ActButton>
        </p>
      )}
    </>
  );
}
