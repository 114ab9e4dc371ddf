import type { AttendanceMonth, SheetDay, SheetRow } from '@xuanpai/contracts/attendance';
import {
  type Cell,
  halfSign,
  halvesOf,
  type Mark,
  marks,
  markWords,
} from '@xuanpai/contracts/attendance-marks';
import { signOf } from './read-marks.ts';
import { written } from './rounding.ts';

/** The words of the sheet on paper, which is Chinese in every language of the page. */

export function sheetTitle({ township }: Pick<AttendanceMonth, 'township'>): string {
  return `${township.name}选派干部在村工作考勤表`;
}

/** 2016年6月. */
export function monthInWords(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
}

const statusWords: Readonly<Record<AttendanceMonth['status'], string>> = {
  draft: '草稿，未报送',
  signed: '负责人已签字',
  submitted: '已报送',
  returned: '已退回，修改中',
  confirmed: '区里已确认',
};

/** 第2版，区里已确认: a print says what it is of. */
export function standingInWords({
  status,
  revision,
}: Pick<AttendanceMonth, 'status' | 'revision'>): string {
  const isEdition = revision > 0 && status !== 'draft' && status !== 'returned';
  return `${isEdition ? `第${revision}版，` : ''}${statusWords[status]}`;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** The number of a day and what stands below it: its weekday, 班 for a weekend day that is worked. */
export function dayHeading({ day, weekday, kind }: SheetDay): { number: string; below: string } {
  const below = kind === 'makeUp' ? '班' : (weekdays[weekday - 1] ?? '');
  return { number: String(Number(day.slice(8))), below };
}

export function isRest({ kind }: Pick<SheetDay, 'kind'>): boolean {
  return kind === 'weekend' || kind === 'holiday';
}

/** What is printed in a cell: rest days that nobody typed stay empty, their column is shaded. */
export function printedSign(row: Pick<SheetRow, 'days' | 'prefilled'>, day: string): string {
  const cell = row.days[day];
  if (cell === undefined || (cell === 'rest' && row.prefilled.includes(day))) return '';
  return signOf(cell as Cell);
}

/** 第一, 副, 书记; 挂职 for those of townships who keep their office. */
export function postInWords({ post, kind }: Pick<SheetRow, 'post' | 'kind'>): string {
  if (kind === 'attached') return '挂职';
  if (post === 'secretary') return '书记';
  return post === 'deputySecretary' ? '副' : '第一';
}

/** 20, or 周2 for whom weeks are reckoned; nothing where no week ends in the month. */
export function requiredInWords({
  tier,
  required,
  weeks,
}: Pick<SheetRow, 'tier' | 'required' | 'weeks'>): string {
  if (tier !== 'township') return written(required);
  return weeks.length === 0 ? '' : `周${written(Math.max(...weeks.map((week) => week.required)))}`;
}

/** Nothing where nothing is short. */
export function shortInWords({ short }: Pick<SheetRow, 'short'>): string {
  return short > 0 ? written(short) : '';
}

/** √在村 △半天 机机关: the marks that stand on the sheet, in their order. */
export function legendOf(rows: readonly Pick<SheetRow, 'days'>[]): string {
  const halves = new Set(
    rows.flatMap(({ days }) => Object.values(days).flatMap((cell) => halvesOf(cell) ?? [])),
  );
  const isHalf = rows.some(({ days }) => Object.values(days).includes('village/none'));
  const inVillage: Mark = 'village';
  const words = marks
    .filter((mark) => mark === inVillage || (halves.has(mark) && mark !== 'rest'))
    .map(signInWords);
  if (isHalf) words.splice(1, 0, halfInWords);
  return words.join('　');
}

/** Every mark that a township may enter, for a sheet that is to be filled in. */
export function fullLegend(): string {
  const words = marks.filter((mark) => mark !== 'absent').map(signInWords);
  words.splice(1, 0, halfInWords);
  return `${words.join('　')}　两个半天写成√/机`;
}

const halfInWords = `${halfSign} 在村半天`;

function signInWords(mark: Mark): string {
  return `${markWords[mark].sign} ${markWords[mark].zh}`;
}

/** 灰底为周末、端午（9–11日），12日调休上班。空格为未填。 */
export function calendarInWords({
  days,
  daysBefore,
}: Pick<AttendanceMonth, 'days' | 'daysBefore'>): string {
  const holidays = runsOf(days);
  const worked = days.filter(({ kind }) => kind === 'makeUp').map(({ day }) => numberOf(day));
  const rest = ['周末', ...holidays].join('、');
  const before = daysBefore.map(({ day }) => numberOf(day));
  const firstBefore = daysBefore[0];
  return [
    `灰底为${rest}`,
    worked.length > 0 ? `，${worked.join('、')}日调休上班` : '',
    '。空格为未填。',
    firstBefore
      ? `镇街干部按周计算，含${Number(firstBefore.day.slice(5, 7))}月${before.join('、')}日。`
      : '',
  ].join('');
}

const numberOf = (day: string) => Number(day.slice(8));

/** Holidays by name, as a range where only weekends lie between them. */
function runsOf(days: readonly SheetDay[]): string[] {
  const runs: { name: string; first: number; last: number }[] = [];
  let open = false;
  for (const { day, name, kind } of days) {
    const run = runs.at(-1);
    const number = numberOf(day);
    if (kind !== 'holiday') open = open && kind === 'weekend';
    else if (open && run?.name === name) run.last = number;
    else {
      runs.push({ name: name ?? '节假日', first: number, last: number });
      open = true;
    }
  }
  return runs.map(({ name, first, last }) =>
    first === last ? `${name}（${first}日）` : `${name}（${first}–${last}日）`,
  );
}

/** Who signs below; the cadres sign beside their rows. */
export const signatureLines = [
  '村党组织',
  '制表人',
  '组织委员',
  '党委（盖章）',
  '报送日期',
] as const;

/** Rows of a printed page: A4 landscape with its heads, legend and signatures. */
export const rowsOnPage = 20;

/** The rows page by page; an empty sheet is one page. */
export function pagesOf<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.max(1, Math.ceil(rows.length / rowsOnPage));
  return Array.from({ length: count }, (_, page) =>
    rows.slice(page * rowsOnPage, (page + 1) * rowsOnPage),
  );
}
