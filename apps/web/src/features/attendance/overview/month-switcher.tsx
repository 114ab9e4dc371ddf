import { useText } from '../../../locales/use-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from './overview.module.css';

interface MonthSwitcherProps {
  month: string;
  /** The latest first. */
  months: readonly string[];
  onChange: (month: string) => void;
}

/** The month before, the chosen one, the next one. */
export function MonthSwitcher({ month, months, onChange }: MonthSwitcherProps) {
  const text = useText().attendanceOverview;
  const at = months.indexOf(month);
  const known = at < 0 ? [month, ...months] : months;
  const before = at < 0 ? undefined : months[at + 1];
  const next = at < 0 ? undefined : months[at - 1];
  return (
    <span className={styles.months}>
      <Step icon="left" label={text.monthBefore} to={before} onChange={onChange} />
      <Select
        aria-label={text.month}
        value={month}
        options={known.map((value) => ({ value, label: text.monthOf(value) }))}
        onChange={onChange}
        style={{ width: 116 }}
      />
      <Step icon="right" label={text.monthNext} to={next} onChange={onChange} />
    </span>
  );
}

interface StepProps {
  icon: 'left' | 'right';
  label: string;
  to: string | undefined;
  onChange: (month: string) => void;
}

function Step({ icon, label, to, onChange }: StepProps) {
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      title={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && onChange(to)}
    >
      <Icon name={icon} />
    </button>
  );
}
