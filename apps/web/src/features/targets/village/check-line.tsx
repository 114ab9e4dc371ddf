import { judgedRankWords } from '@xuanpai/contracts/target-values';
import { standingOn } from '@xuanpai/domain/targets/aims';
import { useState } from 'react';
import { useDay } from '../../../lib/day.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { Mark, type MarkShape, type Tone } from '../../../ui/mark.tsx';
import { stateLooks } from '../../../ui/state-badge.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { thresholdText } from '../measure-words.ts';
import { stateNames } from '../target-state.tsx';
import styles from '../targets.module.css';
import type { VillageMeasure, VillageTargets } from '../values.ts';
import { JudgeDialog } from './judge-dialog.tsx';

interface CheckLineProps {
  measure: VillageMeasure;
  targets: VillageTargets;
  batchId: string;
}

/** Done or not, or a rank as it was judged: a sign, the name, and what is known. */
export function CheckLine({ measure, targets, batchId }: CheckLineProps) {
  const text = useText().targets;
  const { day } = useDay();
  const [judging, setJudging] = useState(false);
  const standing = standingOn(measure.standings, day);
  const state = standing?.state ?? 'notDue';
  const [shape, tone] =
    state === 'reached' ? (['check', 'green'] as const) : stateLooks[stateNames[state]];
  return (
    <li className={styles.tick}>
      <Mark shape={shape as MarkShape} tone={tone as Tone} />
      <span className={styles.tickName}>{measure.name}</span>
      <span className={styles.tickWords}>
        {tickWords(measure, standing, text)}
        {measure.kind === 'rank' && targets.acts.judge && (
          <TextButton onClick={() => setJudging(true)}>{text.judge}</TextButton>
        )}
      </span>
      {judging && (
        <JudgeDialog
          measure={measure}
          villageId={targets.village.villageId}
          batchId={batchId}
          onClose={() => setJudging(false)}
        />
      )}
    </li>
  );
}

function tickWords(
  measure: VillageMeasure,
  standing: VillageMeasure['standings'][number] | null,
  text: Dictionary['targets'],
): string {
  if (measure.kind === 'rank') {
    const judged = measure.judgements.at(-1);
    if (!standing?.rank || !judged) return thresholdText(measure, null, null, text);
    return text.judgedAs(word(judgedRankWords[standing.rank]), judged.judgedOn.slice(0, 7));
  }
  const since = measure.values.find(({ answer, status }) => answer && status === 'confirmed');
  if (standing?.answer) {
    const when = (since?.endsOn ?? standing.asOf ?? '').slice(0, 7);
    return [text.doneOn(when), since?.note].filter(Boolean).join(text.comma);
  }
  const last = measure.values.filter(({ note }) => note !== null).at(-1);
  const words = text.tickStates[standing?.state ?? 'notDue'];
  return [words, last?.note].filter(Boolean).join(text.comma);
}
