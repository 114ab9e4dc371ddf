import { useQueryClient } from '@tanstack/react-query';
import { addLeader, changeLink, type Leader, linkVillage } from '@xuanpai/contracts/leader-links';
import type { PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useVillageOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { type Entered, FieldPanel } from './field-panel.tsx';
import { LeaderVisitPanel } from './leader-visit-panel.tsx';
import { forgetInspections } from './queries.ts';

/** The panel that the address names. */
export function LeadersPanel({ leaders }: { leaders: readonly Leader[] }) {
  const text = useText().inspections;
  const client = useQueryClient();
  const { today } = useDay();
  const villages = useVillageOptions();
  const show = useSetUrlValues();
  const [panel] = useUrlValue('panel');
  const [row] = useUrlValue('row');
  const close = () => show({ panel: null, row: null });
  const common = {
    onClose: close,
    onDone: async () => {
      await forgetInspections(client);
      showDone(text.stateSaved);
      close();
    },
  };
  const leader = leaders.find(({ id }) => id === row);
  const link = leaders.flatMap(({ links }) => links).find(({ id }) => id === row);
  if (panel === 'leader') {
    return (
      <FieldPanel
        {...common}
        title={text.addLeader}
        submit={text.addLeader}
        fields={[
          { name: 'name', label: text.holderName, kind: 'text', longest: 30 },
          { name: 'position', label: text.position, kind: 'text' },
          {
            ...{ name: 'username', label: text.account, kind: 'text', optional: true },
            extra: text.accountHint,
          },
        ]}
        send={({ name, position, username }) =>
          call(addLeader, {
            body: {
              ...{ name: textOf(name), position: textOf(position) },
              username: username ? textOf(username) : null,
            },
          })
        }
      />
    );
  }
  if (panel === 'link' && leader) {
    return (
      <FieldPanel
        {...common}
        key={leader.id}
        title={text.linkVillage}
        note={leader.name}
        submit={text.linkVillage}
        initial={{ startsOn: today }}
        fields={[
          { name: 'villageId', label: text.village, kind: 'choice', options: villages },
          { name: 'startsOn', label: text.since, kind: 'day' },
          {
            ...{ name: 'intervalDays', label: text.interval, kind: 'number', optional: true },
            extra: text.intervalHint,
          },
        ]}
        send={({ villageId, startsOn, intervalDays }) =>
          call(linkVillage, {
            params: { id: leader.id },
            body: {
              ...{ villageId: textOf(villageId), startsOn: dayOf(startsOn) },
              ...(intervalDays ? { intervalDays: Number(intervalDays) } : {}),
            },
          })
        }
      />
    );
  }
  if (panel === 'relink' && link) {
    return (
      <FieldPanel
        {...common}
        key={link.id}
        title={text.changeLink}
        note={text.where(link.townshipName, link.villageName)}
        submit={text.saveSummary}
        initial={{ intervalDays: link.intervalDays, endsOn: link.endsOn }}
        fields={[
          { name: 'intervalDays', label: text.interval, kind: 'number' },
          { name: 'endsOn', label: text.linkEnd, kind: 'day', optional: true },
        ]}
        send={({ intervalDays, endsOn }) =>
          call(changeLink, {
            params: { id: link.id },
            body: {
              intervalDays: Number(intervalDays),
              ...{ endsOn: endsOn ? dayOf(endsOn) : null, version: link.version },
            },
          })
        }
      />
    );
  }
  if (panel === 'visit' && leader) {
    return <LeaderVisitPanel key={leader.id} leader={leader} onClose={close} />;
  }
  return null;
}

const textOf = (value: Entered[string]) => String(value ?? '');
const dayOf = (value: Entered[string]) => textOf(value) as PlainDate;
