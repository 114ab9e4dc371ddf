import type { AppraisalRow } from '@xuanpai/contracts/appraisals';
import { postWords } from '@xuanpai/contracts/words';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';
import { AppraisalState } from './appraisal-state.tsx';
import styles from './appraisals.module.css';

export function appraisalColumns(text: Dictionary['appraisals']): Column<AppraisalRow>[] {
  return [
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
      width: 130,
      sortable: true,
      phone: 'note',
      cell: ({ villageName }) => villageName,
    },
    { key: 'post', title: text.post, width: 92, cell: ({ post }) => word(postWords[post]) },
    { key: 'unit', title: text.unit, width: 150, hidden: true, cell: ({ unitName }) => unitName },
    {
      key: 'state',
      title: text.state,
      width: 118,
      phone: 'side',
      cell: (row) => <AppraisalState row={row} />,
    },
    {
      key: 'opinion',
      title: text.opinion,
      phone: 'note',
      cell: ({ newest }) => <span className={styles.oneLine}>{newest?.opinion}</span>,
    },
    {
      key: 'signedOn',
      title: text.signedOn,
      width: 104,
      sortable: true,
      cell: ({ inForce }) => inForce?.signedOn,
    },
    {
      key: 'signedBy',
      title: text.signedBy,
      width: 76,
      cell: ({ inForce }) => inForce?.signedByName,
    },
  ];
}
