import type { Assignment } from '@xuanpai/contracts/assignments';
import { appointmentKindWords, postWords, rankWords, tierWords } from '@xuanpai/contracts/words';
import { currentLanguage } from '../../lib/language.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { HeldState } from '../../ui/held-state.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './assignments.module.css';
import { Telephone } from './telephone.tsx';

/** The columns of the list; the second person of a village stands back where villages lead. */
export function assignmentColumns(
  text: Dictionary['assignments'],
  byVillage: boolean,
): Column<Assignment>[] {
  return [
    {
      key: 'village',
      title: text.village,
      width: 130,
      sortable: true,
      phone: 'note',
      cell: ({ villageName, post }) => (
        <span className={byVillage && post === 'deputySecretary' ? styles.second : undefined}>
          {villageName}
        </span>
      ),
    },
    {
      key: 'post',
      title: text.post,
      width: currentLanguage() === 'zh' ? 84 : 116,
      phone: 'note',
      cell: ({ post }) => word(postWords[post]),
    },
    {
      key: 'name',
      title: text.name,
      width: 76,
      sortable: true,
      fixed: true,
      phone: 'title',
      cell: ({ cadreName }) => cadreName,
    },
    {
      key: 'unit',
      title: text.unit,
      width: 118,
      sortable: true,
      phone: 'note',
      cell: ({ unitName }) => unitName,
    },
    {
      key: 'kind',
      title: text.kind,
      width: 76,
      cell: ({ kind }) => word(appointmentKindWords[kind]),
    },
    {
      key: 'startsOn',
      title: text.from,
      width: 92,
      sortable: true,
      cell: ({ startsOn }) => startsOn,
    },
    { key: 'endsOn', title: text.to, width: 92, cell: ({ endsOn }) => endsOn },
    {
      key: 'status',
      title: text.status,
      width: 106,
      phone: 'side',
      cell: (assignment) => <HeldState assignment={assignment} />,
    },
    ...furtherColumns(text),
  ];
}

/** Shown when chosen. */
function furtherColumns(text: Dictionary['assignments']): Column<Assignment>[] {
  return [
    {
      key: 'township',
      title: text.township,
      width: 116,
      hidden: true,
      cell: ({ townshipName }) => townshipName,
    },
    {
      key: 'tier',
      title: text.tier,
      width: 64,
      hidden: true,
      cell: ({ tier }) => word(tierWords[tier]),
    },
    {
      key: 'position',
      title: text.position,
      width: 150,
      hidden: true,
      cell: ({ position }) => position,
    },
    {
      key: 'rank',
      title: text.rank,
      width: 96,
      hidden: true,
      cell: ({ rank }) => word(rankWords[rank]),
    },
    {
      key: 'phone',
      title: text.phone,
      width: 112,
      hidden: true,
      cell: ({ phone }) => <Telephone number={phone} />,
    },
    {
      key: 'document',
      title: text.document,
      width: 150,
      hidden: true,
      cell: ({ documentNumber }) => documentNumber,
    },
  ];
}
