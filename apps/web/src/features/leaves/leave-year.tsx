import { useQuery, useQueryClient } from '@tanstack/react-query';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import { type LeaveBalance, setLeaveDue } from '@xuanpai/contracts/leaves';
import { InputNumber } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { daysWords } from './leave-words.ts';
import styles from './leaves.module.css';
import { forgetLeaves, leaveYearQuery } from './queries.ts';

interface LeaveYearProps {
  cadreId: string;
  year: number;
}

/** A cadre's year by kind: due, taken, asked for, left. */
export function LeaveYearTable({ cadreId, year }: LeaveYearProps) {
  const text = useText().leaves;
  const query = useQuery(leaveYearQuery(cadreId, year));
  const mayEntitle = useCan('leaves.entitle');
  const { readOnly } = useDay();
  const [editing, setEditing] = useState<LeaveBalance | null>(null);
  const { data } = query;
  return (
    <>
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!data && !query.error && <Skeleton lines={2} />}
      {data && (
        <PlainTable
          label={text.yearTitle(year)}
          rows={data.balances}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', title: text.kind, cell: ({ kind }) => word(markWords[kind]) },
            {
              key: 'due',
              title: text.due,
              unit: text.days,
              align: 'end',
              width: 92,
              cell: ({ due }) => (due === null ? text.notSaid : daysWords(due)),
            },
            figure('taken', text.taken),
            figure('asked', text.asked),
            {
              key: 'left',
              title: text.left,
              align: 'end',
              width: 60,
              cell: ({ due, taken, asked }) =>
                due === null ? '–' : daysWords(Math.max(0, due - taken - asked)),
            },
            ...(mayEntitle && !readOnly
              ? [
                  {
                    key: 'edit',
                    title: text.setDue,
                    untitled: true,
                    width: 48,
                    cell: (row: LeaveBalance) => (
                      <TextButton onClick={() => setEditing(row)}>{text.setDue}</TextButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing && (
        <DueForm
          key={editing.kind}
          {...{ cadreId, year }}
          balance={editing}
          onClose={() => setEditing(null)}
        />
      )}
      {data && data.absent > 0 && (
        <p className={styles.absent}>{text.absent(daysWords(data.absent))}</p>
      )}
    </>
  );
}

function figure(key: 'taken' | 'asked', title: string) {
  return {
    ...{ key, title, align: 'end' as const, width: 60 },
    cell: (row: LeaveBalance) => (row[key] === 0 ? '–' : daysWords(row[key])),
  };
}

interface DueFormProps extends LeaveYearProps {
  balance: LeaveBalance;
  onClose: () => void;
}

/** How many days of a kind are due; empty: nobody says. */
function DueForm({ cadreId, year, balance: { kind, due, version }, onClose }: DueFormProps) {
  const { leaves: text, ui } = useText();
  const client = useQueryClient();
  const field = useId();
  const [days, setDays] = useState<number | null>(due);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const name = word(markWords[kind]);
  async function save() {
    setBusy(true);
    try {
      await call(setLeaveDue, { params: { id: cadreId, year }, body: { kind, days, version } });
      await forgetLeaves(client);
      showDone(text.dueSaved(name));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return (
    <div className={styles.due}>
      <label className={styles.field} htmlFor={field}>
        {text.dueOf(year, name)}
        <InputNumber
          id={field}
          min={0}
          max={366}
          step={0.5}
          value={days}
          onChange={setDays}
          style={{ width: 84 }}
        />
        {text.days}
      </label>
      <ActButton busy={busy} onClick={() => void save()}>
        {text.saveDue}
      </ActButton>
      <TextButton onClick={onClose}>{ui.cancel}</TextButton>
      {problem !== null && <ProblemAlert error={problem} />}
    </div>
  );
}
