import { wishKindWords } from '@xuanpai/contracts/words';
import { formatDay, formatInstantDay } from '../../../lib/format.ts';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { Mark } from '../../../ui/mark.tsx';
import type { Column } from '../../../ui/table-column.ts';
import type { WishRow } from './wish-list.ts';

export function wishColumns(text: Dictionary['wishes']): Column<WishRow>[] {
  return [
    {
      key: 'kind',
      title: text.kind,
      width: 90,
      phone: 'side',
      cell: ({ wish }) => (wish ? word(wishKindWords[wish.kind]) : text.kin),
    },
    {
      key: 'what',
      title: text.what,
      width: 300,
      fixed: true,
      phone: 'title',
      cell: (row) => row.text,
    },
    { key: 'state', title: text.state, width: 150, cell: (row) => <State row={row} text={text} /> },
    { key: 'reason', title: text.reason, phone: 'note', cell: ({ reason }) => reason || '–' },
    {
      key: 'setBy',
      title: text.setBy,
      width: 150,
      cell: ({ setByName, setAt }) => `${setByName} ${formatInstantDay(setAt)}`,
    },
    {
      key: 'ends',
      title: text.ends,
      width: 150,
      cell: ({ endsOn }) => (endsOn ? formatDay(endsOn) : text.noEnd),
    },
  ];
}

function State({ row, text }: { row: WishRow; text: Dictionary['wishes'] }) {
  const { wish } = row;
  if (wish && wish.state !== 'inForce') {
    return (
      <span title={wish.state === 'void' ? text.voidWhy : undefined}>
        {text.states[wish.state]}
      </span>
    );
  }
  if (wish?.kept === false) {
    return (
      <>
        <Mark shape="warn" tone="amber" /> {text.notKept}
      </>
    );
  }
  if (!wish) return <>{text.states.inForce}</>;
  return (
    <>
      <Mark shape="check" tone="green" /> {text.kept}
    </>
  );
}
