import { useQuery } from '@tanstack/react-query';
import { useReachName } from '../../../lib/reach.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { standingsQuery } from '../queries.ts';
import { MonthSwitcher } from './month-switcher.tsx';
import { PeopleGrid } from './people-grid.tsx';
import { peopleQuery } from './queries.ts';

/** A unit's own people, month by month, to read. */
export function OwnPeople() {
  const text = useText().attendanceOverview;
  const [asked, setMonth] = useUrlValue('month');
  const where = useReachName('attendance.read', 'assignments');
  const standings = useQuery(standingsQuery(null));
  const month = asked ?? standings.data?.month ?? null;
  const query = useQuery({ ...peopleQuery(month ?? ''), enabled: month !== null });
  const error = standings.error ?? query.error;
  if (error || !query.data || !standings.data) {
    return (
      <UnreadPage
        documentTitle={text.documentTitle}
        error={error}
        onRetry={() => void Promise.all([standings.refetch(), query.refetch()])}
      />
    );
  }
  const { days, items } = query.data;
  const name = text.monthOf(query.data.month);
  const people = new Set(items.map(({ cadreId }) => cadreId)).size;
  return (
    <Page
      title={
        people === 0
          ? text.people.ownNobody(where, name)
          : text.people.ownTitle(where, name, people)
      }
      documentTitle={text.documentTitle}
      note={text.people.ownNote}
      layout="fill"
      filters={
        <FilterBar>
          <MonthSwitcher
            month={query.data.month}
            months={standings.data.months}
            onChange={setMonth}
          />
        </FilterBar>
      }
    >
      {items.length === 0 ? (
        <Empty title={text.people.ownNobody(where, name)} note={text.nobodyNote} />
      ) : (
        <PeopleGrid label={text.documentTitle} days={days} rows={items} />
      )}
    </Page>
  );
}
