import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getCalendarYear } from '@xuanpai/contracts/calendar';
import { call } from '../../lib/api.ts';

export function calendarYearQuery(year: number) {
  return queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call(getCalendarYear, { params: { year }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What a corrected day makes stale: the calendar, and whatever is reckoned by it. */
export function forgetCalendar(client: QueryClient): Promise<unknown> {
  const touched = ['calendar', 'attendance', 'leaves', 'spotChecks', 'home'];
  return Promise.all(touched.map((key) => client.invalidateQueries({ queryKey: [key] })));
}
