import { targetActWords } from '@xuanpai/contracts/target-values';
import { useDay } from '../../../lib/day.ts';
import { formatInstant, formatPeriod } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { VillageTargets } from '../values.ts';
import { periodState } from './course.tsx';

interface PeriodListProps {
  targets: VillageTargets;
  onOpen: (period: string) => void;
}

/** The reports period by period: how each stands, its edition, and what was last done. */
export function PeriodList({ targets, onOpen }: PeriodListProps) {
  const text = useText().targets;
  const { day, today } = useDay();
  const { periods, trail } = targets;
  const begun = periods.filter(({ startsOn }) => startsOn <= day).reverse();
  return (
    <PlainTable
      label={text.reports}
      rows={begun}
      rowKey={({ key }) => key}
      rowHeight={32}
      columns={[
        {
          key: 'period',
          title: text.period,
          width: 130,
          phone: 'title',
          cell: ({ key }) => formatPeriod(key),
        },
        {
          key: 'state',
          title: text.state,
          width: 118,
          phone: 'side',
          cell: (period) => {
            const state = periodState(period, day);
            return <StateBadge state={state} word={text.periodStates[state]} quiet />;
          },
        },
        { key: 'due', title: text.due, width: 110, cell: ({ reportBy }) => reportBy },
        {
          key: 'edition',
          title: text.edition,
          width: 72,
          align: 'end',
          cell: ({ revision }) => (revision > 0 ? revision : ''),
        },
        {
          key: 'last',
          title: text.lastAct,
          phone: 'note',
          cell: ({ key }) => {
            const last = trail.filter(({ period }) => period === key).at(-1);
            if (!last) return '';
            const { act, byName, at, reason } = last;
            return [`${formatInstant(at)} ${byName} ${word(targetActWords[act])}`, reason]
              .filter(Boolean)
              .join(text.comma);
          },
        },
        {
          key: 'open',
          title: text.open,
          untitled: true,
          width: 72,
          align: 'end',
          cell: ({ key, endsOn }) =>
            endsOn < day &&
            endsOn < today && (
              <TextButton onClick={() => onOpen(key)}>{text.openPeriod}</TextButton>
            ),
        },
      ]}
    />
  );
}
