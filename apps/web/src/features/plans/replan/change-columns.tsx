import type { PostChange } from '@xuanpai/contracts/plan-replans';
import { postWords, scorePartWords } from '@xuanpai/contracts/words';
import { formatNumber } from '../../../lib/format.ts';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { StateBadge, type StateName } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-column.ts';

const states: Record<PostChange['kind'], StateName> = {
  goes: 'recalled',
  comes: 'arrived',
  moves: 'swapped',
};

export function changeColumns(text: Dictionary['replans']): Column<PostChange>[] {
  return [
    {
      key: 'kind',
      title: text.kind,
      width: 90,
      phone: 'side',
      cell: ({ kind }) => <StateBadge state={states[kind]} word={text.kinds[kind]} />,
    },
    {
      key: 'name',
      title: text.name,
      width: 90,
      fixed: true,
      phone: 'title',
      cell: ({ cadreId, name }) => <Link to={linkTo.cadre(cadreId)}>{name}</Link>,
    },
    { key: 'unit', title: text.unit, width: 150, cell: ({ unitName }) => unitName },
    { key: 'from', title: text.from, width: 190, cell: ({ from }) => seatText(from, text) },
    { key: 'to', title: text.to, width: 190, cell: ({ to }) => seatText(to, text) },
    { key: 'why', title: text.why, phone: 'note', cell: ({ why }) => why },
    {
      key: 'parts',
      title: text.parts,
      width: 170,
      cell: ({ kind, parts }) =>
        kind === 'moves' && parts.length > 0
          ? parts
              .map(
                (part) =>
                  `${word(scorePartWords[part.kind])} ${formatNumber(part.before, 1)}→${formatNumber(part.after, 1)}`,
              )
              .join(' ')
          : text.none,
    },
  ];
}

function seatText(seat: PostChange['from'], text: Dictionary['replans']): string {
  return seat ? `${seat.township} ${seat.village} ${word(postWords[seat.post])}` : text.none;
}
