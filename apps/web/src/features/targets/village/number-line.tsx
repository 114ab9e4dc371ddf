import { standingOn } from '@xuanpai/domain/targets/aims';
import { useState } from 'react';
import { useDay } from '../../../lib/day.ts';
import { formatNumber } from '../../../lib/format.ts';
import { numberText } from '../../../lib/measure-number.ts';
import { useText } from '../../../locales/use-text.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { stateLooks } from '../../../ui/state-badge.tsx';
import { TargetBar } from '../../../ui/target-bar.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { thresholdText, unitText, wantedText } from '../measure-words.ts';
import { stateNames } from '../target-state.tsx';
import styles from '../targets.module.css';
import type { VillageMeasure, VillageTargets } from '../values.ts';
import { AdjustDialog } from './adjust-dialog.tsx';

interface NumberLineProps {
  measure: VillageMeasure;
  targets: VillageTargets;
  batchId: string;
}

/** A figure: its bar, its number with the unit, what is asked, and a line of how it came. */
export function NumberLine({ measure, targets, batchId }: NumberLineProps) {
  const text = useText().targets;
  const { day } = useDay();
  const [adjusting, setAdjusting] = useState(false);
  const standing = standingOn(measure.standings, day);
  const state = standing?.state ?? 'notDue';
  const value = standing?.value ?? null;
  const mean = meanOf(measure, standing?.asOf ?? null);
  const goal = measure.kind === 'relative' ? (mean?.value ?? null) : (standing?.threshold ?? null);
  const earlier = earlierYears(measure, standing?.year ?? Number(day.slice(0, 4)));
  const before = measure.kind === 'relative' ? null : (earlier.at(-1)?.value ?? null);
  const asked = thresholdText(measure, standing?.threshold ?? null, mean?.value ?? null, text);
  // The unit stands beside the value; where there is none, with what is asked.
  const goalWords =
    value === null && measure.kind !== 'relative'
      ? wantedText(measure, standing?.threshold ?? null, text)
      : asked;
  const shown = value === null ? text.noValue : numberText(value, measure);
  const tone = stateLooks[stateNames[state]][1];
  return (
    <div className={styles.figure}>
      <span className={styles.measureName}>{measure.name}</span>
      <TargetBar
        label={text.barOf(measure.name, shown + unitText(measure, text), asked)}
        value={value === null ? null : Number(value)}
        threshold={goal === null ? null : Number(goal)}
        before={before === null ? null : Number(before)}
        tone={tone}
      />
      <span className={styles.number}>
        <strong>{shown}</strong> {value !== null && unitText(measure, text)}
      </span>
      <span className={styles.asked}>
        {goalWords}
        {standing?.adjusted && <span className={styles.adjusted}>{text.adjusted}</span>}
        {targets.acts.adjust && measure.kind !== 'relative' && (
          <TextButton onClick={() => setAdjusting(true)}>{text.adjust}</TextButton>
        )}
      </span>
      <span className={styles.came}>{cameWords(measure, standing, mean, earlier, day, text)}</span>
      {adjusting && (
        <AdjustDialog
          measure={measure}
          villageId={targets.village.villageId}
          batchId={batchId}
          onClose={() => setAdjusting(false)}
        />
      )}
    </div>
  );
}

type Mean = VillageMeasure['means'][number];
type Standing = VillageMeasure['standings'][number] | null;
interface YearValue {
  year: number;
  value: string;
}

/** What a relative measure is compared with: of the period that its value tells of. */
function meanOf(measure: VillageMeasure, asOf: string | null): Mean | null {
  const period = measure.values.find(({ endsOn }) => endsOn === asOf)?.period;
  return measure.means.find((mean) => mean.period === period) ?? null;
}

/** Figures of earlier years: the register's, and what was confirmed at a year's end. */
function earlierYears({ kind, baseline, values }: VillageMeasure, year: number): YearValue[] {
  // Of a growth the register has the figures themselves, which are no growth.
  const known = new Map(kind === 'relative' ? [] : baseline.map((one) => [one.year, one.value]));
  for (const { endsOn, status, value } of values) {
    if (status !== 'confirmed' || value === null || !endsOn.endsWith('-12-31')) continue;
    known.set(Number(endsOn.slice(0, 4)), value);
  }
  return [...known]
    .filter(([one]) => one < year)
    .sort(([a], [b]) => a - b)
    .slice(-2)
    .map(([one, value]) => ({ year: one, value }));
}

/** 上半年2.2，完成44%；2014年1.6，2015年3.4. */
function cameWords(
  measure: VillageMeasure,
  standing: Standing,
  mean: Mean | null,
  earlier: readonly YearValue[],
  day: string,
  text: Dictionary['targets'],
): string {
  const parts: string[] = [];
  const value = standing?.value ?? null;
  if (standing && value !== null && standing.asOf) {
    const said = text.upTo(standing.asOf, day) + numberText(value, measure);
    if (measure.kind === 'relative') {
      parts.push(`${said}${measure.unit ?? ''}`);
      if (mean?.value != null) {
        const ahead = Number(value) - Number(mean.value);
        parts.push(text.againstTownship(formatNumber(Math.abs(ahead), 1), ahead));
        parts.push(
          mean.from === 'statistics'
            ? text.fromStatistics
            : text.fromReports(mean.reported, mean.villages),
        );
      }
    } else {
      const share = Number(standing.threshold);
      parts.push(
        share > 0 ? text.doneShare(said, Math.round((Number(value) / share) * 100)) : said,
      );
    }
  } else parts.push(standing?.state === 'notReported' ? text.notReportedYet : text.nothingYet);
  if (measure.source === 'projects') parts.push(text.fromProjects);
  const years = earlier.map(({ year, value: one }) =>
    text.yearValue(year, numberText(one, measure)),
  );
  return text.cameIn(parts, years);
}
