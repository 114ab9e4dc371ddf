import { currentLanguage } from './language.ts';
import { session } from './session.ts';

const days = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** `14,606.8`, with a true minus. By hand: the first `Intl.NumberFormat` holds up a slow PC for 60 ms. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', part] = rounded(value, decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',').replace('-', '−');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** By the digits that the number shows, halves away from zero: `toFixed` makes 1.00 of 1.005. */
function rounded(value: number, decimals: number): string {
  const shifted = Math.round(Number(`${Math.abs(value)}e${decimals}`));
  if (!Number.isSafeInteger(shifted)) return value.toFixed(decimals);
  const digits = String(shifted).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const sign = value < 0 ? '-' : '';
  return `${sign}${digits.slice(0, point)}${decimals > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** A difference: `+66.0`, `−24.0`, `0.0`. */
export function formatChange(value: number, decimals = 1): string {
  const text = formatNumber(value, decimals);
  return value > 0 ? `+${text}` : text;
}

/** Yuan as the API sends it, `"30000.00"` → `30,000`; cents only where there are some. */
export function formatYuan(money: string): string {
  const value = Number(money);
  return formatNumber(value, Number.isInteger(value) ? 0 : 2);
}

/** In ten thousands of yuan: `"30000.00"` → `3.0`. */
export function formatWan(money: string, decimals = 1): string {
  return formatNumber(Number(money) / 10_000, decimals);
}

function weekday(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  return days[currentLanguage()][index] ?? '';
}

/** `2015-06-01 (周一)`. */
export function formatDay(day: string): string {
  return `${day} (${weekday(day)})`;
}

/** A period of targets: `2015Q3` → `2015年三季度`, `2015` → `2015年`. */
export function formatPeriod(key: string): string {
  const [year = '', quarter] = key.split('Q');
  if (currentLanguage() === 'en') return quarter ? `Q${quarter} ${year}` : year;
  return quarter ? `${year}年${'一二三四'[Number(quarter) - 1]}季度` : `${year}年`;
}

/** An instant by the clock, for the log and sign-ins: `2015-04-24 09:26`. */
export function formatClock(instant: string): string {
  return minuteOf(new Date(instant));
}

/**
 * An instant as the system counts days: in the demo, whose today is not the clock's, what was entered
 * an hour ago was entered today. The sample's own past has its own days already.
 */
export function formatInstant(instant: string): string {
  const at = new Date(instant);
  const shift = demoShift();
  const past = shift < 0 && minuteOf(at).slice(0, 10) <= systemDay();
  if (!past) at.setDate(at.getDate() + shift);
  return minuteOf(at);
}

/** The day of an instant, as the system counts days: `2015-04-24`. */
export function formatInstantDay(instant: string): string {
  return formatInstant(instant).slice(0, 10);
}

/** Days from the clock's today to the system's: 0 but in the demo. */
function demoShift(): number {
  const now = session.get();
  if (now.status !== 'in' || !now.user.demo) return 0;
  return daysBetween(minuteOf(new Date()).slice(0, 10), now.user.today);
}

function systemDay(): string {
  const now = session.get();
  return now.status === 'in' ? now.user.today : '';
}

/** In the zone of the machine, which is the office's. */
function minuteOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `1973-12` of a day or a month. */
export function formatMonth(day: string): string {
  return day.slice(0, 7);
}

/** Full years between two days, as 周岁 counts them. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Days from one to the other, negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024)} kB`;
  return `${formatNumber(bytes / 1024 / 1024, 1)} MB`;
}
