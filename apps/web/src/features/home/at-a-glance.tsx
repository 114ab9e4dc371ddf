import { useQuery } from '@tanstack/react-query';
import { roundStatusWords } from '@xuanpai/contracts/evaluation-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addMonths } from '@xuanpai/domain/office/plain-date';
import type { ReactNode } from 'react';
import { useBatch } from '../../lib/batch.ts';
import { useDay } from '../../lib/day.ts';
import { formatMonth, formatWan } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { roundToTell, sumMonth, sumTargets } from './glance.ts';
import styles from './home.module.css';
import { attendanceQuery, expensesQuery, roundsQuery, targetCountsQuery } from './queries.ts';

/** What a leader asks about first, each with the way to its page. */
export function AtAGlance({ batchId }: { batchId: string }) {
  const text = useText().home;
  const { readOnly } = useDay();
  const { batch } = useBatch();
  return (
    <Section title={text.atAGlance}>
      <ul className={styles.readings}>
        <Targets batchId={batchId} />
        {/* After the closing there is no last month of the batch. */}
        {!batch?.closedOn && <Attendance />}
        {/* Rounds and accounts are as they stand today. */}
        {!readOnly && <Round batchId={batchId} />}
        {!readOnly && <Expenses batchId={batchId} />}
      </ul>
    </Section>
  );
}

function Line({ to, label, children }: { to: string; label: string; children: ReactNode }) {
  return (
    <li>
      <Link to={to}>{label}</Link>
      <span>{children}</span>
    </li>
  );
}

function Targets({ batchId }: { batchId: string }) {
  const text = useText().home.glance;
  const { day, today } = useDay();
  const { data } = useQuery(targetCountsQuery(batchId, day < today ? day : null));
  if (!data) return null;
  const { of, reached, behind, notReported } = sumTargets(data.townships);
  if (of === 0) return null;
  return (
    <Line to={linkTo.targets()} label={text.targets}>
      {text.targetsOf(reached, of, behind, notReported)}
    </Line>
  );
}

/** The month before the day: the last one that is over. */
function Attendance() {
  const text = useText().home.glance;
  const { day } = useDay();
  const month = formatMonth(addMonths(day as PlainDate, -1));
  const { data } = useQuery(attendanceQuery(month));
  if (!data) return null;
  const { cadres, enough, open } = sumMonth(data.items);
  if (cadres === 0) return null;
  return (
    <Line to={linkTo.attendance({ month })} label={text.attendance}>
      {text.attendanceOf(month, enough, cadres, open)}
    </Line>
  );
}

function Round({ batchId }: { batchId: string }) {
  const text = useText().home.glance;
  const { data } = useQuery(roundsQuery(batchId));
  const round = roundToTell(data?.items ?? []);
  if (!round) return null;
  const { name, status, counts } = round;
  return (
    <Line to={linkTo.round(round)} label={text.round}>
      {text.roundOf(name, word(roundStatusWords[status]), counts.decided, counts.evaluated)}
    </Line>
  );
}

function Expenses({ batchId }: { batchId: string }) {
  const text = useText().home.glance;
  const { data } = useQuery(expensesQuery(batchId));
  if (!data?.year) return null;
  const { due, paid, owing } = data.sums;
  return (
    <Line to={linkTo.expenses()} label={text.expenses}>
      {text.expensesOf(data.year.year, formatWan(paid, 2), formatWan(due, 2), owing)}
    </Line>
  );
}
