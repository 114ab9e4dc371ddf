import type { PlainDate } from '@xuanpai/contracts/values';

// Asked some thousand times for one grid: not checked again.

export function firstDay(year: number): PlainDate {
  return `${year}-01-01` as PlainDate;
}

export function lastDay(year: number): PlainDate {
  return `${year}-12-31` as PlainDate;
}
