import type { Help } from '@xuanpai/contracts/help';
import { helpKindWords } from '@xuanpai/contracts/support-words';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { figureWords, helpStanding } from './support-words.ts';

type Text = Dictionary['support'];

/** A piece of help a line: who, for whom, what was promised and what was done. */
export function helpColumns(text: Text, overlooks: boolean): Column<Help>[] {
  return [
    {
      key: 'helper',
      title: text.helperColumn,
      width: 150,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: ({ helperName }) => helperName,
    },
    {
      key: 'village',
      title: text.village,
      width: overlooks ? 150 : 100,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName, villageName }) =>
        overlooks ? `${townshipName} ${villageName}` : villageName,
    },
    { key: 'kind', title: text.kind, width: 56, cell: ({ kind }) => word(helpKindWords[kind]) },
    { key: 'content', title: text.content, phone: 'note', cell: ({ content }) => content },
    {
      key: 'amount',
      title: text.promised,
      width: 112,
      align: 'end',
      sortable: true,
      cell: (row) => figureWords(row, row, text) || '–',
    },
    {
      key: 'dueOn',
      title: text.dueOn,
      width: 92,
      sortable: true,
      cell: ({ dueOn }) => dueOn ?? '–',
    },
    {
      key: 'doneOn',
      title: text.doneShort,
      width: 164,
      sortable: true,
      cell: (row) => doneWords(row, text),
    },
    {
      key: 'state',
      title: text.state,
      width: 104,
      phone: 'side',
      cell: (row) => <StateBadge {...helpStanding(row, text)} quiet />,
    },
  ];
}

/** The same without a column, in the text of a page: what it is leads to the list. */
export function linkedHelpColumns(
  text: Text,
  without: 'helper' | 'village',
  of: Record<string, string>,
): Column<Help>[] {
  return helpColumns(text, without === 'helper').flatMap((column): Column<Help>[] => {
    // A village's page has less room; the panel says the kind.
    if (column.key === without || (without === 'village' && column.key === 'kind')) return [];
    if (column.key !== 'content') return [column];
    const cell = ({ id, content }: Help) => (
      <Link to={linkTo.supportHelp({ ...of, row: id })}>{content}</Link>
    );
    return [{ ...column, phone: without === 'helper' ? 'title' : 'note', cell }];
  });
}

export function doneWords(row: Help, text: Text): string {
  if (row.doneOn === null) return '–';
  const figures = { amount: row.doneAmount, quantity: row.doneQuantity };
  return [row.doneOn, figureWords(row, figures, text)].filter((part) => part !== '').join(' ');
}
