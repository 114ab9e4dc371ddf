import { matchPath, useLocation, useSearchParams } from 'react-router';
import { paths } from '../paths.ts';
import { useUser } from './session.ts';

export interface Day {
  /** The day looked at. */
  day: string;
  today: string;
  /** Any other day than today is for reading: acts are refused with 查看历史日期时只读. */
  readOnly: boolean;
}

/**
 * Records that stay as they were made, what was seen of a day beside its log as it stands, a year's
 * organisation, and a list to be signed: they tell of no day.
 */
const dayless = [
  ...[paths.draws, paths.draw, paths.fieldComparison, paths.organisation, paths.trainingPrint],
  paths.spotChecks,
];

/** Whether what an address shows differs by the day looked at. */
export const hasDay = (pathname: string): boolean =>
  !dayless.some((path) => matchPath(path, pathname));

const plainDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function useDay(): Day {
  const { today } = useUser();
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const on = hasDay(pathname) ? search.get('on') : null;
  const day = on && plainDate.test(on) ? on : today;
  return { day, today, readOnly: day !== today };
}

/** The year that is reported about: in its first quarter a new year has nothing to tell, the last one has. */
export function yearToTell(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
}
