import type { Coverage } from '@xuanpai/contracts/coverage';
import { tierWords } from '@xuanpai/contracts/words';
import { formatNumber } from '../../lib/format.ts';
import { useIsPhone } from '../../lib/media.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './coverage.module.css';

type Township = Coverage['byTownship'][number];

/** One line a township, all bars on one scale, the district below. */
export function TownshipTable({ townships }: { townships: readonly Township[] }) {
  const text = useText().coverage;
  const phone = useIsPhone();
  return (
    <PlainTable
      label={text.byTownship}
      columns={columnsOf(townships, text, phone)}
      rows={townships}
      rowKey={({ townshipId }) => townshipId}
      rowHeight={32}
    />
  );
}

function columnsOf(
  townships: readonly Township[],
  text: Dictionary['coverage'],
  phone: boolean,
): Column<Township>[] {
  const most = Math.max(...townships.map(({ villages }) => villages), 1);
  const total = (of: (township: Township) => number) =>
    townships.reduce((sum, township) => sum + of(township), 0);
  const tier = (name: 'district' | 'township' | 'city'): Column<Township> => ({
    key: name,
    title: word(tierWords[name]),
    width: 52,
    align: 'end',
    cell: ({ byTier }) => <Count value={byTier[name]} />,
    total: formatNumber(total(({ byTier }) => byTier[name])),
  });
  return [
    {
      key: 'name',
      title: text.township,
      width: 116,
      phone: 'title',
      cell: ({ townshipId, name }) => (
        <Link className={styles.quiet ?? ''} to={linkTo.coverage({ view: 'villages', townshipId })}>
          {name}
        </Link>
      ),
      total: text.district,
    },
    {
      key: 'villages',
      title: text.villages,
      width: 44,
      align: 'end',
      cell: ({ villages }) => formatNumber(villages),
      total: formatNumber(total(({ villages }) => villages)),
    },
    {
      key: 'bar',
      title: text.byTier,
      untitled: true,
      cell: ({ byTier }) => (
        <StackedBar
          max={most}
          parts={[
            { label: word(tierWords.district), value: byTier.district, colour: 's1' },
            { label: word(tierWords.township), value: byTier.township, colour: 's2' },
            { label: word(tierWords.city), value: byTier.city, colour: 's3' },
          ]}
        />
      ),
      total: '',
    },
    tier('district'),
    tier('township'),
    tier('city'),
    {
      key: 'covered',
      title: text.covered,
      width: 84,
      align: 'end',
      phone: 'side',
      cell: ({ covered, villages }) => (
        <StateBadge
          state={covered === villages ? 'eligible' : 'problem'}
          word={`${covered}/${villages}`}
        />
      ),
      total: `${total(({ covered }) => covered)}/${total(({ villages }) => villages)}`,
    },
    {
      key: 'places',
      title: text.places,
      width: 64,
      align: 'end',
      cell: ({ places }) => formatNumber(places),
      total: formatNumber(total(({ places }) => places)),
    },
    {
      key: 'leadingBody',
      title: text.leadingBodyToLagging,
      width: 126,
      align: 'end',
      cell: ({ leadingBody, lagging }) => (
        <span className={leadingBody < lagging ? styles.short : undefined}>
          {leadingBody}/{lagging}
        </span>
      ),
      total: `${total(({ leadingBody }) => leadingBody)}/${total(({ lagging }) => lagging)}`,
    },
    ...(phone ? [inWords(text)] : []),
  ];
}

/** The figures of the columns that a telephone has no room for. */
function inWords(text: Dictionary['coverage']): Column<Township> {
  return {
    key: 'inWords',
    title: text.byTier,
    phone: 'note',
    cell: ({ byTier, places }) =>
      text.townshipLine(text.tiers(byTier.district, byTier.township, byTier.city), places),
  };
}

/** A zero is lighter, so that what there is stands out. */
function Count({ value }: { value: number }) {
  return <span className={value === 0 ? styles.none : undefined}>{formatNumber(value)}</span>;
}
