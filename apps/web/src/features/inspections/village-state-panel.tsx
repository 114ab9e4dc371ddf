import { useQueryClient } from '@tanstack/react-query';
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

type Holder = VillageState['holders'][number];
type Election = VillageState['elections'][number];
type WeakLax = VillageState['weakLax'][number];

interface Common {
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** The panel that the address names; nothing where it names none, or a row that isn't there. */
export function VillageStatePanel({ state }: { state: VillageState }) {
  const text = useText().inspections;
  const client = useQueryClient();
  const show = useSetUrlValues();
  const [panel] = useUrlValue('panel');
  const [row] = useUrlValue('row');
  const { villageId } = state;
  const close = () => show({ panel: null, row: null });
  const common: Common = {
    onClose: close,
    onDone: async () => {
      await forgetInspections(client);
      showDone(text.stateSaved);
      close();
    },
  };
  const holder = state.holders.find(({ id }) => id === row);
  const election = state.elections.find(({ id }) => id === row);
  const weakLax = state.weakLax.find(({ id }) => id === row);
  if (panel === 'seat') return <SeatPanel {...{ common, villageId }} />;
  if (panel === 'leave' && holder) return <HolderPanel {...{ common, holder }} />;
  if (panel === 'election') return <ElectionPanel {...{ common, villageId }} />;
  if (panel === 'held' && election) return <HeldPanel {...{ common, election }} />;
  if (panel === 'weakLax') return <DesignatePanel {...{ common, villageId }} />;
  if (panel === 'turn' && weakLax) return <TurnPanel {...{ common, weakLax }} />;
  return null;
}

/** Who takes a seat of the committees. */
function SeatPanel({ common, villageId }: { common: Common; villageId: string }) {
  const text = useText().inspections;
  return (
    <FieldPanel
      {...common}
      title={text.enterHolder}
      submit={text.enterHolder}
      fields={[seats(text.seat), name(text.holderName), from(text.since), note(text.remark)]}
      send={(values) =>
        call(seatHolder, {
          params: { id: villageId },
          body: {
            ...{ seat: textOf(values.seat) as Seat, name: textOf(values.name) },
            ...{ startsOn: textOf(values.startsOn), endsOn: null, note: orNull(values.note) },
          },
        })
      }
    />
  );
}

/** A holder’s facts, and when they left. */
function HolderPanel({ common, holder }: { common: Common; holder: Holder }) {
  const text = useText().inspections;
  const { id, version, startsOn, endsOn } = holder;
  return (
    <FieldPanel
      {...common}
      key={`${id}.${version}`}
      title={text.changeHolder(holder.name)}
      note={word(seatWords[holder.seat])}
      submit={text.saveSummary}
      initial={{ seat: holder.seat, name: holder.name, startsOn, endsOn, note: holder.note }}
      below={
        <WithdrawRecord kind="holder" record={holder} what={holder.name} onDone={common.onClose} />
      }
      fields={[
        seats(text.seat),
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
            ...{ startsOn: textOf(values.startsOn), version },
            ...{ endsOn: values.endsOn ? textOf(values.endsOn) : null, note: orNull(values.note) },
          },
        })
      }
    />
  );
}

/** When a re-election is due. */
function ElectionPanel({ common, villageId }: { common: Common; villageId: string }) {
  const text = useText().inspections;
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
          params: { id: villageId },
          body: { body: textOf(values.body) as Body, dueOn: textOf(values.dueOn) },
        })
      }
    />
  );
}

/** A re-election as it was held. */
function HeldPanel({ common, election }: { common: Common; election: Election }) {
  const text = useText().inspections;
  const { today } = useDay();
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
          onDone={common.onClose}
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
            ...{ dueOn: textOf(values.dueOn), result: orNull(values.result), version },
            heldOn: values.heldOn ? textOf(values.heldOn) : null,
            document: orNull(values.document),
          },
        })
      }
    />
  );
}

/** A village designated as weak and lax (软弱涣散). */
function DesignatePanel({ common, villageId }: { common: Common; villageId: string }) {
  const text = useText().inspections;
  const { today } = useDay();
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
          params: { id: villageId },
          body: {
            designatedOn: textOf(values.designatedOn),
            ...{ document: textOf(values.document), reason: textOf(values.reason) },
          },
        })
      }
    />
  );
}

/** A village turned round. */
function TurnPanel({ common, weakLax }: { common: Common; weakLax: WeakLax }) {
  const text = useText().inspections;
  const { today } = useDay();
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
            ...{ turnedOn: textOf(values.turnedOn), version },
            turnedDocument: textOf(values.turnedDocument),
          },
        })
      }
    />
  );
}

const seats = (label: string): Field => ({
  ...{ name: 'seat', label, kind: 'choice', options: wordOptions(seatWords) },
});
const name = (label: string): Field => ({ name: 'name', label, kind: 'text', longest: 30 });
const from = (label: string): Field => ({ name: 'startsOn', label, kind: 'day' });
const note = (label: string): Field => ({
  ...{ name: 'note', label, kind: 'text', longest: 200, optional: true },
});

const textOf = (value: Entered[string]) => String(value ?? '');
const orNull = (value: Entered[string]) => (value ? String(value) : null);
