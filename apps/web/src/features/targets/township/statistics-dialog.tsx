import { useQueryClient } from '@tanstack/react-query';
import { setTownshipFigure } from '@xuanpai/contracts/target-decisions';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { formatPeriod } from '../../../lib/format.ts';
import { numberText } from '../../../lib/measure-number.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActDialog, TextField } from '../../../ui/act-dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { forgetTargets } from '../queries.ts';
import { readTyped } from '../report-form.ts';
import styles from '../targets.module.css';
import type { PeriodStanding, TargetGrid } from '../values.ts';

interface StatisticsDialogProps {
  data: TargetGrid;
  townshipId: string;
  periods: readonly PeriodStanding[];
  onClose: () => void;
}

/** The statistics office's figure of the township: what relative measures are compared with instead of a mean. */
export function StatisticsDialog({ data, townshipId, periods, onClose }: StatisticsDialogProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const id = useId();
  const relative = data.measures.filter(({ kind }) => kind === 'relative');
  const [measureKey, setMeasureKey] = useState(relative[0]?.key ?? '');
  const [period, setPeriod] = useState(periods.at(-1)?.key ?? '');
  const [typed, setTyped] = useState('');
  const [source, setSource] = useState('');
  const measure = relative.find(({ key }) => key === measureKey);
  const known = data.means.find(
    (mean) =>
      mean.townshipId === townshipId && mean.measureKey === measureKey && mean.period === period,
  );
  const entered = known?.from === 'statistics' && known.value !== null ? known.value : null;
  const value = measure ? readTyped(typed, measure) : undefined;
  return (
    <ActDialog
      title={text.statisticsTitle}
      body={
        entered === null || !measure
          ? text.statisticsBody
          : text.statisticsKnown(numberText(entered, measure))
      }
      act={text.statistics}
      ready={typeof value === 'string' && period !== '' && source.trim().length > 1}
      run={async () => {
        await call(setTownshipFigure, {
          params: { townshipId },
          body: {
            ...{ measureKey, period, value: value ?? '', source: source.trim() },
            version: known?.figureVersion ?? null,
          },
        });
        await forgetTargets(client);
        showDone(text.statisticsDone(formatPeriod(period)));
      }}
      onClose={onClose}
    >
      <div className={styles.editor}>
        <Select
          aria-label={text.measure}
          value={measureKey}
          options={relative.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={setMeasureKey}
        />
        <Select
          aria-label={text.period}
          value={period}
          options={periods.map(({ key }) => ({ value: key, label: formatPeriod(key) }))}
          onChange={setPeriod}
        />
      </div>
      <div className={styles.entry}>
        <label htmlFor={id} className={styles.muted}>
          {text.statisticsValue}
        </label>
        <Input
          id={id}
          autoComplete="off"
          style={{ width: 160 }}
          suffix={measure?.unit}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <TextField label={text.statisticsSource} value={source} most={200} onChange={setSource} />
    </ActDialog>
  );
}
