import { beforeAll, expect, test, vi } from 'vitest';
import { ApiProblem } from '../lib/api-problem.ts';
import { loadDictionary } from '../locales/use-text.ts';
import type { DataTableProps } from './data-table.tsx';
import { DataTable } from './data-table.tsx';
import { click, press, show, withText } from './testing.tsx';

interface Village {
  id: string;
  name: string;
}

const villages = ['大尤家村', '芦沟崖村', '新庄村'].map((name) => ({ id: name, name }));
const idle = { error: null, isFetching: false, refetch: () => undefined };

beforeAll(loadDictionary);

function table(items: Village[] | undefined, more: Partial<DataTableProps<Village>> = {}) {
  return show(
    <DataTable
      id="test"
      label="村名册"
      columns={[{ key: 'name', title: '村', cell: (one) => one.name }]}
      rowKey={(one) => one.id}
      query={{ ...idle, data: items && { items, total: items.length } }}
      empty={{ title: '还没有村。' }}
      {...more}
    />,
  );
}

function row(name: string): HTMLElement {
  const found = withText(name).closest('tr');
  if (!found) throw new Error(`no row ${name}`);
  return found;
}

test('arrows move between rows and Enter opens one', () => {
  const onOpen = vi.fn();
  table(villages, { onOpen });
  row('大尤家村').focus();
  press(row('大尤家村'), 'ArrowDown');
  expect(document.activeElement).toBe(row('芦沟崖村'));
  expect(onOpen).not.toHaveBeenCalled();
  press(row('芦沟崖村'), 'Enter');
  expect(onOpen).toHaveBeenCalledWith(villages[1]);
});

test('while a row is open, the arrows take the panel along', () => {
  const onOpen = vi.fn();
  table(villages, { onOpen, selected: '大尤家村' });
  press(row('大尤家村'), 'End');
  expect(onOpen).toHaveBeenCalledWith(villages[2]);
});

test('an empty list says so in words', () => {
  expect(table([]).textContent).toContain('还没有村。');
});

test('filters that leave nothing can be cleared', () => {
  const list = {
    page: 1,
    pageSize: 50,
    sort: undefined,
    active: 1,
    clear: vi.fn(),
    setSort: vi.fn(),
    setPage: vi.fn(),
    setPageSize: vi.fn(),
  };
  const box = table([], { list });
  expect(box.textContent).not.toContain('还没有村。');
  click(withText('清除筛选'));
  expect(list.clear).toHaveBeenCalledOnce();
});

test('a list that failed says why and can be read again', () => {
  const refetch = vi.fn();
  const error = new ApiProblem({ code: 'unavailable', title: '系统暂时不可用', status: 503 });
  const box = table(undefined, { query: { data: undefined, isFetching: false, error, refetch } });
  expect(box.querySelector('[role=alert]')?.textContent).toContain('系统暂时不可用');
  click(withText('再试一次'));
  expect(refetch).toHaveBeenCalledOnce();
});
