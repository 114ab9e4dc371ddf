import type { SheetDay } from '@xuanpai/contracts/attendance';
import { halvesOf, type Mark, marks, markWords } from '@xuanpai/contracts/attendance-marks';
import { currentLanguage } from '../../../lib/language.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { formatAmount } from '../amounts.ts';
import { cellInWords, signOfCell } from '../mark-words.ts';
import styles from './card.module.css';
import type { CardMonth } from './card-months.ts';
import { type Look, lookOfHalf } from './cell-looks.ts';

interface MonthPictureProps {
  month: CardMonth;
  /** The month is past: what it lacks is short. */
  over: boolean;
}

/** A month as a small calendar, Monday first, with its figures below. */
export function MonthPicture({ month, over }: MonthPictureProps) {
  const text = useText().attendanceOverview;
  const { days, cells, inVillage, required, short, status, reckoning } = month;
  const name = text.monthOf(month.month);
  return (
    <section className={styles.month} data-settled={status === 'confirmed'} aria-label={name}>
      <header className={styles.monthHead}>
        <h2>{name}</h2>
        <StateBadge state={status} quiet size={10} />
      </header>
      <table className={styles.calendar}>
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {text.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== null)?.day ?? ''}>
              {week.map((day, at) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a place in the week, without a day
                  <td key={at} className={styles.gap} />
                ) : (
                  <Day key={day.day} day={day} cell={cells.get(day.day)} text={text} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p
        className={styles.figures}
        title={reckoning.map((one) => one[currentLanguage()]).join('\n')}
      >
        <strong>{text.card.figures(formatAmount(inVillage), formatAmount(required))}</strong>
        {over && short > 0 && (
          <span className={styles.short}>{text.card.short(formatAmount(short))}</span>
        )}
      </p>
      <p className={styles.totals}>{totalsInWords(month, text)}</p>
    </section>
  );
}

interface DayProps {
  day: SheetDay;
  /** Null outside of the posts, undefined where nothing is filled. */
  cell: string | null | undefined;
  text: Dictionary['attendanceOverview'];
}

function Day({ day, cell, text }: DayProps) {
  const number = Number(day.day.slice(8));
  const [first, second] = looksOf(cell);
  const said = cell === null ? text.card.outside : cellInWords(cell ?? null, text.cell);
  const label = `${text.dayLabel(day.day, text.weekdays[day.weekday - 1] ?? '', day.name ?? '')} ${said}`;
  return (
    <td
      className={styles.day}
      data-look={first}
      data-second={second === first ? undefined : second}
      title={label}
    >
      <span aria-hidden="true">{signOfCell(cell ?? null) || number}</span>
      <span className="visually-hidden">{label}</span>
    </td>
  );
}

function looksOf(cell: string | null | undefined): [Look, Look] {
  if (cell === null) return ['outside', 'outside'];
  const halves = cell === undefined ? null : halvesOf(cell);
  if (!halves) return ['open', 'open'];
  return [lookOfHalf(halves[0]), lookOfHalf(halves[1])];
}

/** The days of a month by weeks, with gaps before the first and after the last. */
export function weeksOf(days: readonly SheetDay[]): (SheetDay | null)[][] {
  const gaps = (count: number) => Array.from({ length: count }, () => null);
  const cells = [...gaps((days[0]?.weekday ?? 1) - 1), ...days];
  const filled = [...cells, ...gaps((7 - (cells.length % 7)) % 7)];
  return Array.from({ length: filled.length / 7 }, (_, at) => filled.slice(at * 7, at * 7 + 7));
}

/** Marks that the colours and figures say already. */
const unsaid: ReadonlySet<Mark> = new Set<Mark>(['village', 'rest', 'office']);

function totalsInWords({ totals }: CardMonth, text: Dictionary['attendanceOverview']): string {
  return marks
    .flatMap((mark) => {
      const days = totals[mark];
      return days && !unsaid.has(mark)
        ? [text.card.markDays(word(markWords[mark]), formatAmount(days))]
        : [];
    })
    .join(text.card.comma);
}
