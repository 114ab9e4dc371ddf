import type { Month } from '@xuanpai/contracts/attendance';
import type { PlainDate } from '@xuanpai/contracts/values';
import { monthAfter, monthOf } from '@xuanpai/domain/attendance/month';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './attendance.module.css';

/** The month before and the month after, as far as there has been one. */
export function MonthLinks({ township, month }: { township: string; month: string }) {
  const text = useText().attendance;
  const { today } = useDay();
  const before = monthAfter(month as Month, -1);
  const after = monthAfter(month as Month);
  const name = (of: Month) => text.monthOnly(Number(of.slice(5)));
  return (
    <nav className={styles.monthLinks} aria-label={text.months}>
      <Link to={linkTo.attendanceSheet(township, before)} aria-label={text.toMonth(name(before))}>
        <Icon name="left" size={14} />
        {name(before)}
      </Link>
      {after <= monthOf(today as PlainDate) && (
        <Link to={linkTo.attendanceSheet(township, after)} aria-label={text.toMonth(name(after))}>
          {name(after)}
          <Icon name="right" size={14} />
        </Link>
      )}
    </nav>
  );
}
