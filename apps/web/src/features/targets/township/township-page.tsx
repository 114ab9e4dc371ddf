import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useDay } from '../../../lib/day.ts';
import { formatPeriod } from '../../../lib/format.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Select } from '../../../ui/select.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { WithBatch } from '../../../ui/with-batch.tsx';
import { targetPeriodsQuery } from '../queries.ts';
import styles from '../targets.module.css';
import type { PeriodStanding } from '../values.ts';
import { EntryPage } from './entry-page.tsx';
import { ProgressPage } from './progress-page.tsx';

/** A township: how its villages stand on a day, or the reports of a period. */
export function TargetTownshipPage() {
  return <WithBatch>{(batch) => <OfTownship batchId={batch.id} />}</WithBatch>;
}

function OfTownship({ batchId }: { batchId: string }) {
  const { townshipId = '' } = useParams();
  const { today } = useDay();
  const [asked, setPeriod] = useUrlValue('period');
  const query = useQuery(targetPeriodsQuery(batchId));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const open = query.data.items.filter(({ endsOn }) => endsOn < today);
  const period = open.find(({ key }) => key === asked) ?? null;
  const filters = <PeriodChoice periods={open} period={period?.key ?? null} onChange={setPeriod} />;
  const common = { townshipId, batchId, filters };
  if (period) return <EntryPage key={period.key} {...common} period={period} />;
  return <ProgressPage {...common} periods={open} onOpenPeriod={setPeriod} />;
}

interface PeriodChoiceProps {
  periods: readonly PeriodStanding[];
  period: string | null;
  onChange: (period: string | null) => void;
}

function PeriodChoice({ periods, period, onChange }: PeriodChoiceProps) {
  const text = useText().targets;
  const options = [
    { value: '', label: text.progressView },
    ...[...periods]
      .reverse()
      .map(({ key }) => ({ value: key, label: text.reportOf(formatPeriod(key)) })),
  ];
  return (
    <FilterBar>
      <Select
        className={styles.view ?? ''}
        aria-label={text.view}
        value={period ?? ''}
        options={options}
        onChange={(value) => onChange(value === '' ? null : value)}
      />
    </FilterBar>
  );
}
