import { Button } from 'antd';
import { useState } from 'react';
import { useDay } from '../lib/day.ts';
import { formatDay } from '../lib/format.ts';
import { useIsPhone } from '../lib/media.ts';
import { useSearch } from '../lib/search.ts';
import { applyChanges } from '../lib/url-state.ts';
import { useText } from '../locales/use-text.ts';
import { DateField, dateComplaint } from '../ui/date-field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { TextButton } from '../ui/text-button.tsx';
import styles from './top-bar.module.css';

/** The day that the pages show: today, or any other one for reading. */
export function DayPicker() {
  const text = useText().shell;
  const { day, readOnly } = useDay();
  const phone = useIsPhone();
  return (
    <Popover
      kind="dialog"
      align={phone ? 'end' : 'start'}
      label={`${text.day} ${formatDay(day)}${readOnly ? '' : ` ${text.today}`}`}
      triggerClassName={styles.trigger}
      trigger={
        <>
          <Icon name="calendar" size={phone ? 14 : 16} />
          {!phone && <span className={styles.quiet}>{text.day}</span>}
          <span data-past={readOnly} className={styles.day}>
            {formatDay(day)}
            {!readOnly && !phone && ` ${text.today}`}
          </span>
          {!phone && <Icon name="down" size={14} />}
        </>
      }
    >
      {(close) => <DayForm onDone={close} />}
    </Popover>
  );
}

function DayForm({ onDone }: { onDone: () => void }) {
  const text = useText();
  const { day, today, readOnly } = useDay();
  const [, setSearch] = useSearch();
  const [typed, setTyped] = useState<string | null>(day);
  const complaint = dateComplaint(typed, 'day', text.ui);
  function look(on: string | null) {
    setSearch((before) => applyChanges(before, { on: on === today ? null : on, page: null }));
    onDone();
  }
  return (
    <form
      className={styles.dayForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed && !complaint) look(typed);
      }}
    >
      <div className={styles.dayLine}>
        <DateField
          aria-label={text.shell.day}
          value={typed}
          onChange={setTyped}
          style={{ width: 120 }}
          {...(complaint ? { status: 'error' as const } : {})}
        />
        <Button htmlType="submit" type="primary" disabled={!typed || complaint !== null}>
          {text.shell.lookAt}
        </Button>
      </div>
      <p className={styles.dayHint}>{complaint ?? text.shell.dayHint}</p>
      {readOnly && <TextButton onClick={() => look(null)}>{text.shell.backToToday}</TextButton>}
    </form>
  );
}
