import { useQuery } from '@tanstack/react-query';
import { bodyWords } from '@xuanpai/contracts/village-state';
import { useSeenDay } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { electionsQuery } from './queries.ts';

/** Villages whose committees are to be re-elected, the earliest first. */
export function ElectionsPage() {
  const { inspections: text, shell } = useText();
  const query = useQuery(electionsQuery(useSeenDay()));
  const go = useGo();
  const { data } = query;
  return (
    <Page
      title={data ? text.electionsAnswer(data.items.length, data.overdue) : shell.tabs.elections}
      documentTitle={shell.tabs.elections}
      note={
        <>
          {text.electionsNote}
          <KnownLine />
        </>
      }
      layout="fill"
    >
      <DataTable
        id="elections"
        label={shell.tabs.elections}
        rowKey={({ id }) => id}
        query={query}
        empty={{ title: text.noElections }}
        onOpen={({ villageId }) => go(linkTo.villageInspections(villageId))}
        columns={[
          {
            key: 'village',
            title: text.village,
            width: 200,
            fixed: true,
            phone: 'title',
            cell: ({ townshipName, villageName }) => text.where(townshipName, villageName),
          },
          {
            key: 'body',
            title: text.body,
            width: 100,
            phone: 'note',
            cell: ({ body }) => word(bodyWords[body]),
          },
          {
            key: 'dueOn',
            title: text.dueOn,
            width: 120,
            phone: 'note',
            named: true,
            cell: (row) => row.dueOn,
          },
          {
            key: 'state',
            title: text.state,
            phone: 'side',
            cell: ({ overdue }) => (
              <StateBadge
                state={overdue ? 'overdue' : 'notDue'}
                word={overdue ? text.electionOverdue : text.notHeld}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}
