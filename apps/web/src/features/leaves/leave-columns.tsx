import { markWords } from '@xuanpai/contracts/attendance-marks';
import type { Leave } from '@xuanpai/contracts/leaves';
import { formatInstant } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table-column.ts';
import { LeaveState } from './leave-state.tsx';
import { daysWords, periodWords } from './leave-words.ts';
import styles from './leaves.module.css';

type Text = Dictionary['leaves'];

export function leaveColumns(text: Text, overlooks: boolean): Column<Leave>[] {
  return [
    {
      key: 'name',
      title: text.who,
      width: 92,
      fixed: true,
      sortable: true,
      phone: 'title',
      cell: (row) => <Name leave={row} text={text} />,
    },
    {
      key: 'kind',
      title: text.kind,
      width: currentLanguage() === 'zh' ? 72 : 128,
      phone: 'note',
      cell: ({ kind }) => word(markWords[kind]),
    },
    {
      key: 'startsOn',
      title: text.period,
      width: 214,
      sortable: true,
      phone: 'note',
      cell: (row) => periodWords(row, text),
    },
    {
      key: 'workdays',
      title: text.workdays,
      unit: text.days,
      width: 92,
      align: 'end',
      cell: ({ workdays }) => daysWords(workdays),
    },
    {
      key: 'state',
      title: text.state,
      width: 92,
      phone: 'side',
      cell: (row) => <LeaveState leave={row} />,
    },
    { key: 'decidedBy', title: text.decidedBy, width: 116, cell: decider },
    {
      key: 'township',
      title: text.post,
      width: 176,
      sortable: true,
      phone: 'note',
      cell: ({ townshipName, villageName }) =>
        [overlooks ? townshipName : null, villageName].filter(Boolean).join(' '),
    },
    { key: 'reason', title: text.reason, cell: ({ reason }) => reason },
    { key: 'unit', title: text.unit, width: 150, hidden: true, cell: ({ unitName }) => unitName },
    {
      key: 'askedAt',
      title: text.askedAt,
      width: 176,
      sortable: true,
      hidden: true,
      cell: ({ askedAt, askedByName }) => `${formatInstant(askedAt)} ${askedByName}`,
    },
  ];

  function decider({ state, decidedBy, decidedByName }: Leave) {
    if (decidedByName !== null) return decidedByName;
    return state === 'asked' ? (
      <span className={styles.muted}>{text.deciders[decidedBy]}</span>
    ) : (
      ''
    );
  }
}

/** The name, with a sign where something beside the leave wants a look. */
function Name({ leave, text }: { leave: Leave; text: Text }) {
  const hints = leave.notices.length > 0 || leave.beyond !== null;
  return (
    <>
      {leave.cadreName}{' '}
      {hints && (
        <>
          <Mark shape="warn" tone="amber" />
          <span className="visually-hidden">{text.hinted}</span>
        </>
      )}
    </>
  );
}
