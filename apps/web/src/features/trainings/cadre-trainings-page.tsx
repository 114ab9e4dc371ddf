import { queryOptions, useQuery } from '@tanstack/react-query';
import { getCadre } from '@xuanpai/contracts/cadres';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import {
  type listCadreTrainings,
  presenceWords,
  trainingLevelWords,
} from '@xuanpai/contracts/trainings';
import { useParams } from 'react-router';
import { call } from '../../lib/api.ts';
import { useSeenDay } from '../../lib/known.ts';
import { useCadreTabs } from '../../lib/use-cadre-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { cadreTrainingsQuery } from './queries.ts';
import { shortWhen } from './training-words.ts';

const cadreQuery = (id: string) =>
  queryOptions({
    queryKey: ['cadres', 'name', id],
    queryFn: ({ signal }) => call(getCadre, { params: { id }, signal }),
  });

type Sessions = ReplyOf<typeof listCadreTrainings>['items'];

/** The sessions that a cadre came to or should have come to. */
export function CadreTrainingsPage() {
  const { cadreId = '' } = useParams();
  const cadre = useQuery(cadreQuery(cadreId));
  const query = useQuery(cadreTrainingsQuery(cadreId, useSeenDay()));
  const error = query.error ?? cadre.error;
  if (!query.data || !cadre.data) {
    return <UnreadPage error={error} onRetry={() => void query.refetch()} />;
  }
  return <Sessions cadreId={cadreId} name={cadre.data.name} items={query.data.items} />;
}

interface SessionsProps {
  cadreId: string;
  name: string;
  items: Sessions;
}

function Sessions({ cadreId, name, items }: SessionsProps) {
  const { trainings: text, shell } = useText();
  const tabs = useCadreTabs(cadreId, name);
  const came = items.filter(({ presence }) => presence === 'came');
  const hours = came.reduce((sum, one) => sum + one.hours, 0);
  return (
    <Page
      title={text.cadreAnswer(name, came.length, hours)}
      documentTitle={`${name} ${shell.pages.trainings}`}
      tabs={tabs}
      note={<KnownLine alone />}
      lined
    >
      {items.length === 0 ? (
        <Empty title={text.none} note="" />
      ) : (
        <PlainTable
          label={shell.pages.trainings}
          rows={items}
          rowKey={({ id }) => id}
          rowHeight={32}
          columns={[
            {
              ...{ key: 'when', title: text.when, width: 190, phone: 'note' },
              cell: (row) => shortWhen(row, text),
            },
            {
              ...{ key: 'topic', title: text.topic, phone: 'title' },
              cell: ({ id, topic }) => <Link to={linkTo.training(id)}>{topic}</Link>,
            },
            {
              ...{ key: 'whose', title: text.whose, width: 120 },
              cell: ({ level, townshipName }) => townshipName ?? word(trainingLevelWords[level]),
            },
            { key: 'place', title: text.place, width: 160, cell: ({ place }) => place },
            {
              ...{ key: 'hours', title: text.hours, width: 70, align: 'end' },
              cell: ({ hours: of }) => of,
            },
            {
              ...{ key: 'presence', title: text.state, width: 110, phone: 'side' },
              cell: ({ presence }) =>
                presence && (
                  <StateBadge
                    state={presence === 'came' ? 'done' : 'behind'}
                    word={word(presenceWords[presence])}
                    quiet
                  />
                ),
            },
            {
              ...{ key: 'reason', title: text.reason, width: 180, phone: 'note' },
              cell: ({ reason }) => reason,
            },
          ]}
        />
      )}
    </Page>
  );
}
