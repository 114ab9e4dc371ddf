import { bodyWords, seatWords, type VillageState } from '@xuanpai/contracts/village-state';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useSetUrlValues } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { WithdrawRecord } from './withdraw-record.tsx';

/** Who sits and sat, re-elections, and what was turned round. */
export function VillageStateParts({ state }: { state: VillageState }) {
  const text = useText().inspections;
  const show = useSetUrlValues();
  const open = (panel: string, row: string | null = null) => show({ panel, row });
  const add = (panel: string, label: string) =>
    state.editable && <TextButton onClick={() => open(panel)}>{label}</TextButton>;
  return (
    <>
      <Section title={text.holders} extra={add('seat', text.enterHolder)}>
        <Holders state={state} onOpen={(id) => open('leave', id)} />
      </Section>
      <Section title={text.elections} extra={add('election', text.enterElection)}>
        <Elections state={state} onOpen={(id) => open('held', id)} />
      </Section>
      <Section title={text.weakLax} extra={add('weakLax', text.designate)}>
        <WeakLaxCases state={state} onOpen={(id) => open('turn', id)} />
      </Section>
    </>
  );
}

interface PartProps {
  state: VillageState;
  onOpen: (id: string) => void;
}

function Holders({ state, onOpen }: PartProps) {
  const text = useText().inspections;
  if (state.holders.length === 0) return <p>{text.noHolders}</p>;
  return (
    <PlainTable
      label={text.holders}
      rows={state.holders}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: text.holderName, width: 90, phone: 'title', cell: (row) => row.name },
        { key: 'seat', title: text.seat, phone: 'note', cell: ({ seat }) => word(seatWords[seat]) },
        {
          key: 'term',
          title: text.term,
          width: 190,
          phone: 'side',
          cell: ({ startsOn, endsOn }) => text.fromTo(startsOn, endsOn ?? text.sitting),
        },
        ...(state.editable
          ? [
              {
                key: 'act',
                title: text.change,
                untitled: true,
                width: 60,
                cell: ({ id }: { id: string }) => (
                  <TextButton onClick={() => onOpen(id)}>{text.change}</TextButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Elections({ state, onOpen }: PartProps) {
  const text = useText().inspections;
  if (state.elections.length === 0) return <p>{text.noElections}</p>;
  return (
    <PlainTable
      label={text.elections}
      rows={state.elections}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'body',
          title: text.body,
          width: 80,
          phone: 'title',
          cell: ({ body }) => word(bodyWords[body]),
        },
        {
          key: 'due',
          title: text.dueOn,
          width: 100,
          phone: 'note',
          named: true,
          cell: (row) => row.dueOn,
        },
        {
          key: 'held',
          title: text.state,
          phone: 'side',
          cell: ({ heldOn, overdue }) =>
            heldOn ? (
              <StateBadge state="done" word={text.heldOn(heldOn)} quiet />
            ) : (
              <StateBadge
                state={overdue ? 'overdue' : 'notDue'}
                word={overdue ? text.electionOverdue : text.notHeld}
              />
            ),
        },
        {
          key: 'act',
          title: text.change,
          untitled: true,
          width: 80,
          cell: ({ id, heldOn }) =>
            state.editable && (
              <TextButton onClick={() => onOpen(id)}>
                {heldOn === null ? text.enterHeld : text.change}
              </TextButton>
            ),
        },
      ]}
    />
  );
}

function WeakLaxCases({ state, onOpen }: PartProps) {
  const text = useText().inspections;
  const { readOnly } = useDay();
  const turns = useCan('inspections.turnRound') && !readOnly;
  if (state.weakLax.length === 0) return <p>{text.noWeakLax}</p>;
  return (
    <PlainTable
      label={text.weakLax}
      rows={state.weakLax}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'on',
          title: text.designatedOn,
          width: 100,
          phone: 'title',
          cell: (row) => row.designatedOn,
        },
        {
          key: 'reason',
          title: text.reason,
          phone: 'note',
          cell: ({ reason, document }) => `${reason}（${document}）`,
        },
        {
          key: 'turned',
          title: text.state,
          width: 116,
          phone: 'side',
          cell: ({ turnedOn, turnedDocument }) =>
            turnedOn ? (
              <StateBadge state="done" word={text.turnedOn(turnedOn, turnedDocument ?? '')} quiet />
            ) : (
              <StateBadge state="behind" word={text.turning} />
            ),
        },
        {
          key: 'act',
          title: text.change,
          untitled: true,
          width: 76,
          cell: (row) => (
            <>
              {turns && row.turnedOn === null && (
                <TextButton onClick={() => onOpen(row.id)}>{text.turn}</TextButton>
              )}{' '}
              {state.editable && (turns || row.turnedOn === null) && (
                <WithdrawRecord kind="weakLax" record={row} what={row.document} />
              )}
            </>
          ),
        },
      ]}
    />
  );
}
