import type { Import } from '@xuanpai/contracts/imports';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { TabItem } from '../../ui/tabs.tsx';

const values = ['all', 'new', 'changed', 'unchanged', 'wrong', 'noticed'] as const;
export type RowTab = (typeof values)[number];

export function isRowTab(value: string | undefined): value is RowTab {
  return values.some((tab) => tab === value);
}

/** 全部 144, 新增 141 … 问题 3, 提示 4. */
export function rowTabs({ counts }: Import, text: Dictionary['imports']): TabItem<RowTab>[] {
  const { noticed } = counts;
  const tabs = text.tabs;
  return [
    { value: 'all', label: tabs.all, count: counts.rows },
    { value: 'new', label: tabs.new, count: counts.new },
    { value: 'changed', label: tabs.changed, count: counts.changed },
    { value: 'unchanged', label: tabs.unchanged, count: counts.unchanged },
    {
      value: 'wrong',
      label: tabs.wrong,
      count: counts.wrong,
      ...(counts.wrong > 0 ? { state: 'problem' as const } : {}),
    },
    {
      value: 'noticed',
      label: tabs.noticed,
      count: noticed,
      ...(noticed > 0 ? { state: 'hint' as const } : {}),
    },
  ];
}
