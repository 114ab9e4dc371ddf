import { useQuery } from '@tanstack/react-query';
import { listUsers } from '@xuanpai/contracts/users';
import { useSearch } from '../../lib/search.ts';
import { applyChanges, useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { userListQuery } from './queries.ts';
import { userColumns } from './user-columns.tsx';
import { UserFilters } from './user-filters.tsx';
import { NewUserPanel } from './user-form-panel.tsx';
import { UserPanel } from './user-panel.tsx';

/** Who may sign in, and as what. */
export function UserListPage() {
  const text = useText().users;
  const list = useListState(listUsers);
  const users = useQuery(userListQuery(list.query));
  const disabled = useQuery(userListQuery({ state: 'disabled', pageSize: 1 }));
  const [row, setRow] = useUrlValue('row');
  const [, setSearch] = useSearch();
  const [panel, setPanel] = useUrlValue('panel');
  const total = users.data?.total ?? 0;
  return (
    <Page
      title={
        list.active > 0 ? text.titleFiltered(total) : text.title(total, disabled.data?.total ?? 0)
      }
      documentTitle={text.register}
      note={text.note}
      layout="fill"
      filters={<UserFilters list={list} />}
      primary={
        <ActButton kind="primary" icon="plus" reads onClick={() => setPanel('new')}>
          {text.add}
        </ActButton>
      }
    >
      <DataTable
        id="users"
        label={text.register}
        columns={userColumns(text)}
        rowKey={(user) => user.id}
        rowLabel={(user) => user.name}
        query={users}
        list={list}
        empty={{ title: text.none }}
        selected={row}
        onOpen={(user) =>
          setSearch((before) => applyChanges(before, { row: user.id, panel: null }))
        }
      />
      {panel === 'new' ? (
        <NewUserPanel onClose={() => setPanel(null)} />
      ) : (
        row && (
          <UserPanel
            key={row}
            id={row}
            panel={panel}
            onPanel={setPanel}
            onClose={() => setRow(null)}
          />
        )
      )}
    </Page>
  );
}
