import { useQueryClient } from '@tanstack/react-query';
import type { PlainDate } from '@xuanpai/contracts/values';
import {
  type Body,
  bodyWords,
  changeElection,
  changeHolder,
  designateWeakLax,
  planElection,
  type Seat,
  seatHolder,
  seatWords,
  turnRound,
  type VillageState,
} from '@xuanpai/contracts/village-state';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { type Entered, type Field, FieldPanel } from './field-panel.tsx';
import { forgetInspections } from './queries.ts';
import { WithdrawRecord } from './withdraw-record.tsx';

/** The panel that the address names; nothing where it names none, or a row that isn't there. */
export function VillageStatePanel({ state }: { state: VillageState }) {
  const text = useText().inspections;
  const client = useQueryClient();
  const { today } = useDay();
  const show = useSetUrlValues();
  const [panel] = useUrlValue('panel');
  const [row] = useUrlValue('row');
  const params = { id: state.villageId };
  const close = () => show({ panel: null, row: null });
  const common = {
    onClose: close,
    onDone: async () => {
      await forgetInspections(client);
      showDone(text.stateSaved);
      close();
    },
  };
  const seats: Field = {
    name: 'seat',
    label: text.seat,
    kind: 'choice',
    options: wordOptions(seatWords),
  };
  const holder = state.holders.find(({ id }) => id === row);
  const election = state.elections.find(({ id }) => id === row);
  const weakLax = state.weakLax.find(({ id }) => id === row);
  if (panel === 'seat') {
    return (
      <FieldPanel
        {...common}
        title={text.enterHolder}
        submit={text.enterHolder}
        fields={[seats, name(text.holderName), from(text.since), note(text.remark)]}
        send={(values) =>
          call(seatHolder, {
            params,
            body: {
              ...{ seat: textOf(values.seat) as Seat, name: textOf(values.name) },
              ...{ startsOn: dayOf(values.startsOn), endsOn: null, note: orNull(values.note) },
            },
          })
        }
      />
    );
  }
  if (panel === 'leave' && holder) {
    const { id, version, startsOn, endsOn } = holder;
    return (
      <FieldPanel
        {...common}
        key={`${id}.${version}`}
        title={text.changeHolder(holder.name)}
        note={word(seatWords[holder.seat])}
        submit={text.saveSummary}
        initial={{ seat: holder.seat, name: holder.name, startsOn, endsOn, note: holder.note }}
        below={<WithdrawRecord kind="holder" record={holder} what={holder.name} onDone={close} />}
        fields={[
          seats,
          name(text.holderName),
          from(text.since),
          { name: 'endsOn', label: text.until, kind: 'day', optional: true, extra: text.untilHint },
          note(text.remark),
        ]}
        send={(values) =>
          call(changeHolder, {
            params: { id },
            body: {
              ...{ seat: textOf(values.seat) as Seat, name: textOf(values.name) },
              ...{ startsOn: dayOf(values.startsOn), version },
              ...{ endsOn: values.endsOn ? dayOf(values.endsOn) : null, note: orNull(values.note) },
            },
          })
        }
      />
    );
  }
  if (panel === 'election') {
    return (
      <FieldPanel
        {...common}
        title={text.enterElection}
        submit={text.enterElection}
        fields={[
          { name: 'body', label: text.body, kind: 'choice', options: wordOptions(bodyWords) },
          { name: 'dueOn', label: text.dueOn, kind: 'day' },
        ]}
        send={(values) =>
          call(planElection, {
            params,
            body: { body: textOf(values.body) as Body, dueOn: dayOf(values.dueOn) },
          })
        }
      />
    );
  }
  if (panel === 'held' && election) {
    const { id, version } = election;
    return (
      <FieldPanel
        {...common}
        key={id}
        title={text.enterHeld}
        note={text.electionOf(word(bodyWords[election.body]), election.dueOn)}
        submit={election.heldOn === null ? text.enterHeld : text.saveSummary}
        initial={{
          ...{ dueOn: election.dueOn, heldOn: election.heldOn ?? today },
          ...{ result: election.result, document: election.document },
        }}
        below={
          <WithdrawRecord
            kind="election"
            record={election}
            what={text.electionOf(word(bodyWords[election.body]), election.dueOn)}
            onDone={close}
          />
        }
        fields={[
          { name: 'dueOn', label: text.dueOn, kind: 'day' },
          {
            ...{ name: 'heldOn', label: text.heldDay, kind: 'day', optional: true },
            extra: text.heldHint,
          },
          { name: 'result', label: text.result, kind: 'long', longest: 500, optional: true },
          { name: 'document', label: text.document, kind: 'text', optional: true },
        ]}
        send={(values) =>
          call(changeElection, {
            params: { id },
            body: {
              ...{ dueOn: dayOf(values.dueOn), result: orNull(values.result), version },
              heldOn: values.heldOn ? dayOf(values.heldOn) : null,
              document: orNull(values.document),
            },
          })
        }
      />
    );
  }
  if (panel === 'weakLax') {
    return (
      <FieldPanel
        {...common}
        title={text.designate}
        submit={text.designate}
        initial={{ designatedOn: today }}
        fields={[
          { name: 'designatedOn', label: text.designatedOn, kind: 'day' },
          { name: 'document', label: text.document, kind: 'text' },
          { name: 'reason', label: text.reason, kind: 'long', longest: 500 },
        ]}
        send={(values) =>
          call(designateWeakLax, {
            params,
            body: {
              designatedOn: dayOf(values.designatedOn),
              ...{ document: textOf(values.document), reason: textOf(values.reason) },
            },
          })
        }
      />
    );
  }
  if (panel === 'turn' && weakLax) {
    const { id, version } = weakLax;
    return (
      <FieldPanel
        {...common}
        key={id}
        title={text.turn}
        note={weakLax.reason}
        submit={text.turn}
        initial={{ turnedOn: today }}
        fields={[
          { name: 'turnedOn', label: text.turnedDay, kind: 'day' },
          { name: 'turnedDocument', label: text.document, kind: 'text' },
        ]}
        send={(values) =>
          call(turnRound, {
            params: { id },
            body: {
              ...{ turnedOn: dayOf(values.turnedOn), version },
              turnedDocument: textOf(values.turnedDocument),
            },
          })
        }
      />
    );
  }
  return null;
}

const name = (label: string): Field => ({ name: 'name', label, kind: 'text', longest: 30 });
const from = (label: string): Field => ({ name: 'startsOn', label, kind: 'day' });
const note = (label: string): Field => ({
  ...{ name: 'note', label, kind: 'text', longest: 200, optional: true },
});

const textOf = (value: Entered[string]) => String(value ?? '');
const dayOf = (value: Entered[string]) => textOf(value) as PlainDate;
const orNull = (value: Entered[string]) => (value ? String(value) : null);
