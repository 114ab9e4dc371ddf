import { beforeAll, expect, test } from 'vitest';
import { loadDictionary } from '../../locales/use-text.ts';
import { show } from '../../ui/testing.tsx';
import { ChangeTable } from './change-table.tsx';

beforeAll(loadDictionary);

const cellsOf = (box: HTMLElement) =>
  [...box.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));

test('a changed row shows each field before and after', () => {
  const before = { name: '王伟', rank: 'clerk', note: null };
  const after = { name: '王伟', rank: 'section', note: null };
  const box = show(<ChangeTable change={{ entity: 'cadre', entityId: 'c1', before, after }} />);
  expect(box.querySelector('h4')?.textContent).toBe('修改 干部 王伟');
  expect(cellsOf(box)).toEqual([
    ['字段', '改前', '改后'],
    ['名称', '王伟', '王伟'],
    ['职级', '科员', '正科级'],
  ]);
});

test('a new row has no before, a deleted one no after', () => {
  const row = { households: 12 };
  const added = show(
    <ChangeTable change={{ entity: 'village', entityId: 'v1', before: null, after: row }} />,
  );
  expect(added.querySelector('h4')?.textContent).toBe('新增 村 v1');
  expect(cellsOf(added)).toEqual([
    ['字段', '改后'],
    ['户数', '12'],
  ]);
  const gone = show(
    <ChangeTable change={{ entity: 'village', entityId: 'v1', before: row, after: null }} />,
  );
  expect(cellsOf(gone)[0]).toEqual(['字段', '改前']);
});
