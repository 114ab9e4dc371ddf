import { type LetterKind, membershipDirectionOf } from '@xuanpai/contracts/letter-kinds';
import type { LetterSubject } from '@xuanpai/contracts/letters';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';

type Text = Dictionary['letters'];

export function letterColumns(kind: LetterKind, text: Text): Column<LetterSubject>[] {
  return [
    {
      key: 'number',
      title: text.number,
      width: 130,
      phone: 'side',
      cell: ({ letter }) =>
        letter ? (
          <StateBadge state="done" quiet word={text.numberOf(letter.year, letter.number)} />
        ) : (
          <StateBadge state="notReported" word={text.notMade} />
        ),
    },
    {
      key: 'name',
      title: text.name,
      width: 150,
      fixed: true,
      phone: 'title',
      cell: ({ name }) => name,
    },
    { key: 'about', title: text.about, phone: 'note', cell: ({ note }) => note },
    ...(membershipDirectionOf(kind) === null ? [] : membershipColumns(text)),
    {
      key: 'date',
      title: text.day,
      width: 104,
      cell: ({ letter }) => letter?.date,
    },
    {
      key: 'missing',
      title: text.state,
      width: 224,
      phone: 'note',
      cell: ({ missing, letter, outdated, closedTo }) =>
        closedTo ? (
          <StateBadge state="locked" word={text.stepsBack} />
        ) : outdated ? (
          <StateBadge state="hint" word={text.outdated} />
        ) : missing.length > 0 ? (
          <StateBadge state="hint" word={missingWords(missing, text)} />
        ) : (
          !letter && <StateBadge state="eligible" quiet word={text.complete} />
        ),
    },
  ];
}

function membershipColumns(text: Text): Column<LetterSubject>[] {
  return [
    {
      key: 'dues',
      title: text.dues,
      width: 92,
      cell: ({ membership }) => text.duesUntil(membership?.duesPaidUntil ?? null),
    },
    {
      key: 'validity',
      title: text.validity,
      width: 80,
      align: 'end',
      cell: ({ membership }) => text.validFor(membership?.validityDays ?? null),
    },
  ];
}

function missingWords(missing: LetterSubject['missing'], text: Text): string {
  return text.missingOf([...new Set(missing.map(({ tag }) => tag))].join(text.comma));
}
