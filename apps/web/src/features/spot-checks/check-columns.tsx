import { findingWords, type SpotCheck } from '@xuanpai/contracts/spot-checks';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { loggedWords, standingOf, whenWords } from './check-words.ts';

export function checkColumns(text: Dictionary['checks'], overlooks: boolean): Column<SpotCheck>[] {
  return [
    {
      key: 'day',
      title: text.when,
      width: 140,
      sortable: true,
      phone: 'note',
      cell: (row) => whenWords(row, text),
    },
    {
      key: 'name',
      title: text.who,
      width: 84,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ cadreName }) => cadreName,
    },
    {
      key: 'township',
      title: text.village,
      width: overlooks ? 190 : 130,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName, villageName }) =>
        overlooks ? `${townshipName} ${villageName}` : villageName,
    },
    {
      key: 'found',
      title: text.found,
      width: 84,
      cell: ({ found }) => word(findingWords[found]),
    },
    {
      key: 'logged',
      title: text.logged,
      width: 150,
      cell: ({ logged }) => loggedWords(logged, text),
    },
    {
      key: 'standing',
      title: text.standing,
      width: 92,
      phone: 'side',
      cell: (row) => <StateBadge {...standingOf(row, text)} quiet />,
    },
    { key: 'text', title: text.text, phone: 'note', cell: (row) => row.text },
    { key: 'by', title: text.enteredBy, width: 84, cell: (row) => row.enteredByName },
    { key: 'unit', title: text.unit, width: 150, hidden: true, cell: (row) => row.unitName },
  ];
}
