import type { AttendanceMonth } from '@xuanpai/contracts/attendance';
import { formatInstantDay } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Mark, type MarkShape, type Tone } from '../../ui/mark.tsx';
import styles from './attendance.module.css';

interface Step {
  key: string;
  label: string;
  note: string;
  mark: readonly [MarkShape, Tone];
  now: boolean;
  /** The day by which it is due is past. */
  isLate?: boolean;
}

/** How far the month has come, as a line of steps. */
export function SheetSteps({ sheet }: { sheet: AttendanceMonth }) {
  const steps = useSteps(sheet);
  const text = useText().attendance.steps;
  return (
    <ol className={styles.steps} aria-label={text.label}>
      {steps.map(({ key, label, note, mark, now, isLate }) => (
        <li key={key} className={styles.step} aria-current={now ? 'step' : undefined}>
          <Mark shape={mark[0]} tone={mark[1]} />
          <span className={styles.stepName}>{label}</span>
          {note && (
            <span className={styles.stepNote} data-late={isLate || undefined}>
              {note}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function useSteps(sheet: AttendanceMonth): Step[] {
  const text = useText().attendance;
  const { steps } = text;
  const { status, rows, submitBy, confirmBy, late, events } = sheet;
  const unfilled = rows.reduce((sum, row) => sum + row.unfilled.length, 0);
  const signed = rows.filter((row) => row.signedOn !== null || row.objection !== null).length;
  const reached = { draft: 0, returned: 0, signed: 2, submitted: 3, confirmed: 4 }[status];
  const on = (act: string) => {
    const last = events.filter((event) => event.act === act).at(-1);
    return last ? formatInstantDay(last.at) : '';
  };
  const by = (day: string) => {
    const words = steps.by(Number(day.slice(5, 7)), Number(day.slice(8)));
    return late ? `${words} ${steps.late}` : words;
  };
  const look = (done: boolean, now: boolean): Step['mark'] =>
    done ? ['disc', 'green'] : now ? ['half', 'blue'] : ['circle', 'grey'];
  const first: Step = {
    key: 'draft',
    label: status === 'returned' ? steps.returned : steps.draft,
    note: unfilled > 0 ? steps.unfilled(unfilled) : steps.filled,
    mark: status === 'returned' ? ['back', 'amber'] : look(unfilled === 0, true),
    now: reached === 0 && unfilled > 0,
  };
  return [
    first,
    {
      key: 'signed',
      label: steps.signatures(signed, rows.length),
      note: '',
      mark: look(rows.length > 0 && signed === rows.length, signed > 0),
      now: reached === 0 && unfilled === 0 && signed < rows.length,
    },
    {
      key: 'head',
      label: steps.head,
      note: reached >= 2 ? on('sign') : '',
      mark: look(reached >= 2, reached === 0 && unfilled === 0 && signed === rows.length),
      now: reached === 0 && unfilled === 0 && signed === rows.length,
    },
    {
      key: 'submit',
      label: steps.submit,
      note: reached >= 3 ? on('submit') : by(submitBy),
      mark: look(reached >= 3, reached === 2),
      isLate: late && reached < 3,
      now: reached === 2,
    },
    {
      key: 'confirm',
      label: steps.confirm,
      note: reached === 4 ? on('confirm') : reached === 3 ? by(confirmBy) : '',
      mark: look(reached === 4, reached === 3),
      isLate: late && reached === 3,
      now: reached >= 3,
    },
  ];
}
