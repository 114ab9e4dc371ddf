import { useQuery } from '@tanstack/react-query';
import type { AppraisalRow } from '@xuanpai/contracts/appraisals';
import { targetStateWords } from '@xuanpai/contracts/target-values';
import { getVillageTargets } from '@xuanpai/contracts/targets';
import type { PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { isMoney, numberText } from '../../lib/measure-number.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Mark, type MarkShape, type Tone } from '../../ui/mark.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import { type StateName, stateLooks } from '../../ui/state-badge.tsx';
import styles from './appraisals.module.css';

interface ConfirmedValuesProps {
  row: AppraisalRow;
  batchId: string;
}

const states: Record<string, StateName> = {
  reached: 'done',
  onCourse: 'onTrack',
  behind: 'behind',
  notReported: 'notReported',
  notDue: 'notDue',
};

/** What was confirmed of the cadre's village in the period, beside the opinion (M2). */
export function ConfirmedValues({ row, batchId }: ConfirmedValuesProps) {
  const text = useText().appraisals;
  const reads = useCan('targets.read');
  const { villageId, villageName, period } = row;
  const { data } = useQuery({
    queryKey: ['targets', 'village', villageId, batchId, 'ofPeriod', period, row.dueOn],
    queryFn: ({ signal }) =>
      call(getVillageTargets, {
        params: { villageId },
        query: { batchId, on: row.dueOn as PlainDate },
        signal,
      }),
    enabled: reads,
  });
  if (!data || data.measures.length === 0) return null;
  const year = Number(period.slice(0, 4));
  const shown = data.measures.flatMap((measure) => {
    const value = measure.values.find((one) => one.period === period && one.status === 'confirmed');
    const standing = measure.standings.find((one) => one.year === null || one.year === year);
    const said = value ?? (measure.source === 'report' ? undefined : standing);
    if (!said || (said.value === null && said.answer === null)) return [];
    return [{ measure, said, state: standing?.state ?? 'notDue' }];
  });
  return (
    <PanelPart
      title={text.confirmed(villageName)}
      note={<Link to={linkTo.villageTargets(villageId)}>{text.openTargets}</Link>}
    >
      {shown.length === 0 ? (
        <p className={styles.muted}>{text.noneConfirmed}</p>
      ) : (
        <ul className={styles.values}>
          {shown.map(({ measure, said, state }) => {
            const [shape, tone] = stateLooks[states[state] ?? 'notDue'];
            return (
              <li key={measure.key}>
                <Mark shape={shape as MarkShape} tone={tone as Tone} /> {measure.name}{' '}
                <strong>{saidOf(measure, said)}</strong>{' '}
                <span className={styles.muted}>{word(targetStateWords[state])}</span>
              </li>
            );
          })}
        </ul>
      )}
    </PanelPart>
  );

  function saidOf(
    measure: { unit: string | null },
    { value, answer }: { value: string | null; answer: boolean | null },
  ): string {
    if (answer !== null) return answer ? text.yes : text.no;
    const unit = isMoney(measure) ? text.tenThousand : (measure.unit ?? '');
    return numberText(value ?? '0', measure) + unit;
  }
}
