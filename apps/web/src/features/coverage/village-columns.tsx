import type { BatchVillage } from '@xuanpai/contracts/coverage';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import { formatWan } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Mark } from '../../ui/mark.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './village-view.module.css';

const listed = (words: readonly string[]) => words.join(currentLanguage() === 'zh' ? '、' : ', ');

export function villageColumns({ coverage: text }: Dictionary): Column<BatchVillage>[] {
  return [
    {
      key: 'name',
      title: text.village,
      width: 120,
      fixed: true,
      phone: 'title',
      cell: ({ name }) => <strong>{name}</strong>,
    },
    {
      key: 'township',
      title: text.township,
      width: 104,
      phone: 'note',
      cell: ({ townshipName }) => townshipName,
    },
    {
      key: 'tier',
      title: text.tier,
      width: 84,
      phone: 'side',
      cell: (village) => <Tier village={village} open={text.open} byHand={text.byHand} />,
    },
    {
      key: 'reasons',
      title: text.reason,
      width: 210,
      phone: 'note',
      cell: ({ reasons }) => listed(reasons.map(({ code }) => text.reasons[code])),
    },
    {
      key: 'kinds',
      title: text.kind,
      width: 110,
      cell: ({ kinds }) => listed(kinds.map((kind) => word(villageKindWords[kind]))),
    },
    {
      key: 'income',
      title: text.income,
      unit: text.wan,
      width: 116,
      align: 'end',
      cell: ({ income }) => (income === null ? '–' : formatWan(income)),
    },
    { key: 'places', title: text.places, width: 56, align: 'end', cell: ({ places }) => places },
    {
      key: 'filled',
      title: text.filled,
      width: 64,
      align: 'end',
      cell: ({ filled }) => (filled === 0 ? '–' : filled),
    },
  ];
}

/** A tier set by hand carries a mark, an open one says so. */
function Tier({ village, open, byHand }: { village: BatchVillage; open: string; byHand: string }) {
  const { tier, proposedTier } = village;
  if (tier === null) return <StateBadge state="toVerify" word={open} />;
  if (tier === proposedTier) return word(tierWords[tier]);
  return (
    <span className={styles.override} title={byHand}>
      {word(tierWords[tier])}
      <Mark shape="diamondFull" tone="blue" />
      <span className="visually-hidden">{byHand}</span>
    </span>
  );
}
