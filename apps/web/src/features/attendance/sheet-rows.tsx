import type { AttendanceMonth, SheetDay, SheetRow, SheetWeek } from '@xuanpai/contracts/attendance';
import { type Mark, marks, markWords } from '@xuanpai/contracts/attendance-marks';
import { currentLanguage } from '../../lib/language.ts';
import { asText, type Conflicts, type Edits } from '../../lib/saving/edits.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { DayCell, FixedCell, GridRow, GridTone } from '../../ui/month-grid/grid-types.ts';
import { formatAmount } from './amounts.ts';
import styles from './attendance.module.css';
import { nameOf, shownValue } from './edits.ts';
import { cellInWords, hasMark, signOfCell } from './mark-words.ts';
import type { RowFlags } from './row-flags.ts';

type Text = Dictionary['attendance'];

/** Everything that a row is drawn from. */
export interface RowSource {
  row: SheetRow;
  days: readonly SheetDay[];
  daysBefore: readonly SheetDay[];
  /** The second person of a village. */
  second: boolean;
  edits: Edits;
  conflicts: Conflicts;
  flags: RowFlags | undefined;
  text: Text;
}

export function gridRow(source: RowSource): GridRow {
  const { row, text } = source;
  return {
    id: row.assignmentId,
    left: [
      { text: row.villageName, tone: source.second ? 'faint' : undefined },
      { text: row.cadreName, tip: row.unitName },
      { text: postWord(row, text) },
    ],
    cells: [
      ...source.daysBefore.map(({ day }) => cellBefore(row, day, text)),
      ...source.days.map(({ day }) => cellOfDay(source, day)),
    ],
    right: totals(row, text),
  };
}

/** 第一 or 副 where the district sends two; 挂职 or 书记 where the township sends one. */
export function postWord({ tier, post, kind }: SheetRow, text: Text): string {
  if (tier === 'township') return kind === 'attached' ? text.posts.attached : text.posts.direct;
  return text.posts[post];
}

function cellBefore(row: SheetRow, day: string, text: Text): DayCell {
  const value = row.before[day] ?? null;
  return {
    value,
    text: narrow(signOfCell(value)),
    label: row.tier === 'township' ? cellInWords(value, text.cell) : '',
    tone: 'faint',
    readOnly: true,
    tip: text.beforeMonth,
  };
}

function cellOfDay({ row, edits, conflicts, flags, text }: RowSource, day: string): DayCell {
  if (day < row.firstDay || day > row.lastDay) return { value: null, text: '', closed: true };
  const value = shownValue(row, 'cell', day, edits);
  const note = shownValue(row, 'note', day, edits);
  const typed = edits.has(nameOf({ assignmentId: row.assignmentId, field: 'cell', day }));
  const conflict = conflicts.get(`${row.assignmentId}/${day}`);
  const said = flags?.days.get(day) ?? [];
  const flagged = [
    ...(conflict
      ? [conflict.message ?? text.cell.conflict(inWords(asText(conflict.theirs), text))]
      : []),
    ...said,
  ];
  const tips = note === null ? flagged : [...flagged, text.cell.note(note)];
  return {
    value,
    text: narrow(signOfCell(value)),
    label: [inWords(value, text), ...flagged].join(text.listComma),
    tone: toneOf(value, !typed && row.prefilled.includes(day)),
    flagged: conflict ? 'red' : flagOf(value, said.length > 0, flags?.unfilled.has(day) ?? false),
    noted: note === null ? undefined : true,
    tip: tips.length === 0 ? undefined : tips.join('\n'),
  };
}

/** Two signs stand side by side in a narrow cell; a stroke stays where one half says nothing. */
function narrow(sign: string): string {
  return sign.length > 2 ? sign.replace('/', '') : sign;
}

function inWords(value: string | null, text: Text) {
  return cellInWords(value, text.cell);
}

function flagOf(value: string | null, contradicted: boolean, unfilled: boolean) {
  if (contradicted) return 'amber';
  return unfilled && value === null ? 'red' : undefined;
}

function toneOf(value: string | null, prefilled: boolean): GridTone | undefined {
  if (hasMark(value, 'unaccounted') || hasMark(value, 'absent')) return 'red';
  if (hasMark(value, 'homeUnit')) return 'amber';
  return prefilled || value === 'rest' ? 'faint' : undefined;
}

function totals(row: SheetRow, text: Text): FixedCell[] {
  const reckoned = row.reckoning[currentLanguage()];
  const tip = row.shortMonth ? `${reckoned}\n${row.shortMonth[currentLanguage()]}` : reckoned;
  const words = remarksOf(row, text);
  return [
    { text: formatAmount(row.inVillage), strong: true },
    {
      text: row.weeks.map(({ inVillage }) => formatAmount(inVillage)).join(' '),
      show: <Weeks weeks={row.weeks} none={text.noWeeks} />,
      tip: row.weeks.map(({ words: of }) => of[currentLanguage()]).join('\n') || undefined,
    },
    { text: requiredWords(row, text), tip },
    {
      text: formatAmount(row.short),
      tone: row.short > 0 ? 'amber' : undefined,
      tip,
    },
    {
      text: words,
      tip: [words, ...(row.shortReason ? [text.reasonGiven(row.shortReason)] : [])].join('\n'),
    },
  ];
}

function Weeks({ weeks, none }: { weeks: readonly SheetWeek[]; none: string }) {
  if (weeks.length === 0) return none;
  return (
    <span className={styles.weeks}>
      {weeks.map(({ monday, inVillage, short }) => (
        <span key={monday} data-short={short > 0 || undefined}>
          {formatAmount(inVillage)}
        </span>
      ))}
    </span>
  );
}

/** 20 of the month, 周2 of each week, 周1–2 where the weeks ask for different numbers. */
export function requiredWords({ weeks, required, tier }: SheetRow, text: Text): string {
  if (tier !== 'township' || weeks.length === 0) return formatAmount(required);
  const asked = weeks.map((week) => week.required);
  const [least, most] = [Math.min(...asked), Math.max(...asked)];
  return text.weekly(least === most ? String(most) : `${least}–${most}`);
}

/** Marks that need no words: they are what the sheet is about. */
const unsaid: ReadonlySet<Mark> = new Set<Mark>(['village', 'office', 'rest']);

/** 第3、4周不足，事假1天. */
export function remarksOf(row: SheetRow, text: Text): string {
  const short = row.weeks.flatMap((week, at) => (week.short > 0 ? [at + 1] : []));
  const days = marks.flatMap((mark) => {
    const count = row.totals[mark];
    return count && !unsaid.has(mark) ? [text.markDays(word(markWords[mark]), count)] : [];
  });
  return [
    ...(row.objection === null ? [] : [text.hasObjection]),
    ...(short.length === 0 ? [] : [shortWeeks(row, short, text)]),
    ...days,
  ].join(text.listComma);
}

function shortWeeks({ weeks }: SheetRow, short: readonly number[], text: Text): string {
  const all = short.length === weeks.length && short.length > 1;
  return all ? text.everyWeekShort : text.weekShort(short.join(text.comma));
}

/** Villages whose first row this is not: the second person of a village is named lighter. */
export function secondsOf({ rows }: Pick<AttendanceMonth, 'rows'>): ReadonlySet<string> {
  const seen = new Set<string>();
  const seconds = new Set<string>();
  for (const { assignmentId, villageId } of rows) {
    if (seen.has(villageId)) seconds.add(assignmentId);
    seen.add(villageId);
  }
  return seconds;
}
