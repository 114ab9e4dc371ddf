import type { PlainDate } from '@xuanpai/contracts/values';

/** 2015年5月20日, as letters write a day (GB/T 9704-2012, 7.3.5.4: Arabic figures, no zeros in front). */
export function writtenDate(date: PlainDate): string {
  return `${writtenMonth(date)}${Number(date.slice(8, 10))}日`;
}

/** 2015年5月, of a day in it. */
export function writtenMonth(date: PlainDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月`;
}

/** 一, 二 … 十, 十一 …: the number of a section. Takes 1 to 99. */
export function writtenNumber(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  const one = digits[number % 10] ?? '';
  if (tens === 0) return one;
  return `${tens === 1 ? '' : digits[tens]}十${one}`;
}
