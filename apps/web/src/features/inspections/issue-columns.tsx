import { type Issue, issueKindWords, severityWords } from '@xuanpai/contracts/inspection-findings';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';
import { IssueState } from './issue-state.tsx';

export function issueColumns(
  text: Dictionary['inspections'],
  {
    townships,
    village = true,
    day = village,
  }: {
    townships: boolean;
    village?: boolean;
    /** Of one inspection all are of its day. */
    day?: boolean;
  },
): Column<Issue>[] {
  const place: Column<Issue> = {
    key: 'township',
    title: text.village,
    width: townships ? 180 : 120,
    fixed: true,
    sortable: true,
    phone: 'title',
    cell: ({ townshipName, villageName }) =>
      townships ? text.where(townshipName, villageName) : villageName,
  };
  return [
    ...(village ? [place] : []),
    {
      key: 'state',
      title: text.state,
      width: 120,
      phone: 'side',
      cell: (row) => <IssueState issue={row} />,
    },
    {
      key: 'deadline',
      title: text.deadline,
      width: 108,
      sortable: true,
      ...(village ? {} : { phone: 'note' as const, named: true }),
      cell: (row) => row.deadline,
    },
    { key: 'kind', title: text.kind, width: 92, cell: ({ kind }) => word(issueKindWords[kind]) },
    {
      key: 'severity',
      title: text.severity,
      width: 76,
      sortable: true,
      cell: ({ severity }) => word(severityWords[severity]),
    },
    {
      key: 'text',
      title: text.finding,
      phone: village ? 'note' : 'title',
      cell: (row) => row.text,
    },
    { key: 'responsible', title: text.responsible, width: 130, cell: (row) => row.responsibleName },
    {
      key: 'foundOn',
      title: text.foundOn,
      width: 108,
      hidden: !day,
      sortable: true,
      cell: (row) => row.foundOn,
    },
  ];
}
