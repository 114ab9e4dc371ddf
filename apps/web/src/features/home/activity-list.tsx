import { useText } from '../../locales/use-text.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { Column } from '../../ui/table-column.ts';
import { activityText } from './activity-words.ts';
import styles from './home.module.css';
import type { Activity, Home } from './home-values.ts';
import { momentText } from './moment.ts';

/** What others did since the person was last here, newest first. */
export function ActivityList({ home }: { home: Home }) {
  const text = useText().home;
  const { activity, since } = home;
  const moment = (instant: string) => momentText(instant, text);
  const columns: Column<Activity>[] = [
    {
      key: 'at',
      title: text.at,
      width: 120,
      phone: 'note',
      cell: ({ at }) => <span className={styles.stands}>{moment(at)}</span>,
    },
    {
      key: 'by',
      title: text.by,
      width: 88,
      phone: 'note',
      cell: ({ by }) => <span className={styles.stands}>{by}</span>,
    },
    { key: 'did', title: text.done, phone: 'title', cell: (one) => activityText(one, text) },
  ];
  return (
    <Section
      title={since === null ? text.lately : text.sinceTitle}
      note={since === null ? undefined : text.since(moment(since), activity.length)}
    >
      {activity.length === 0 ? (
        <p className={styles.none}>{text.nothingNew}</p>
      ) : (
        <PlainTable
          headless
          label={text.sinceTitle}
          columns={columns}
          rows={activity}
          rowKey={({ at, by, action }) => `${at}.${by}.${action}`}
          rowHeight={32}
        />
      )}
    </Section>
  );
}
