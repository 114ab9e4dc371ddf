import { type InspectionItem, inspectionKindWords } from '@xuanpai/contracts/inspections';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';

export function visitColumns(text: Dictionary['inspections']): Column<InspectionItem>[] {
  return [
    {
      key: 'day',
      title: text.day,
      width: 108,
      sortable: true,
      fixed: true,
      phone: 'note',
      cell: (row) => row.day,
    },
    {
      key: 'kind',
      title: text.visitKind,
      width: 104,
      sortable: true,
      phone: 'side',
      cell: ({ kind }) => word(inspectionKindWords[kind]),
    },
    { key: 'subject', title: text.subject, width: 200, phone: 'title', cell: (row) => row.subject },
    {
      key: 'villages',
      title: text.villages,
      phone: 'note',
      cell: ({ villages }) => villagesText(villages, text),
    },
    {
      key: 'findings',
      title: text.findings,
      width: 210,
      cell: ({ findings: { open, answered, closed } }) => text.counts(open, answered, closed),
    },
    { key: 'team', title: text.team, width: 150, cell: (row) => row.team },
  ];
}

/** The first three by name. */
export function villagesText(
  villages: InspectionItem['villages'],
  text: Dictionary['inspections'],
): string {
  const names = villages.slice(0, 3).map(({ name }) => name);
  return text.villagesOf(names.join('、'), villages.length);
}
