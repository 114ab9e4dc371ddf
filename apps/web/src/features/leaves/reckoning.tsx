import { useQuery } from '@tanstack/react-query';
import { type LeaveKind, markWords } from '@xuanpai/contracts/attendance-marks';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { reckonLeave } from '@xuanpai/contracts/leaves';
import type { PlainDate } from '@xuanpai/contracts/values';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Mark } from '../../ui/mark.tsx';
import { type AskValues, isDay } from './ask-values.ts';
import { daysWords } from './leave-words.ts';
import styles from './leaves.module.css';
import { reckoningQuery } from './queries.ts';

type Reckoned = ReplyOf<typeof reckonLeave>;

/** What the form would come to; null until enough is filled in. */
export function useReckoning(values: AskValues): Reckoned | null {
  const { cadreId, kind, startsOn, endsOn, startsAtNoon = false, endsAtNoon = false } = values;
  const complete =
    cadreId !== undefined &&
    kind !== undefined &&
    isDay(startsOn) &&
    isDay(endsOn) &&
    startsOn <= endsOn;
  const { data, isError } = useQuery({
    ...reckoningQuery({
      ...{ cadreId: cadreId ?? '', kind: kind ?? 'annualLeave' },
      ...{ startsOn: startsOn as PlainDate, endsOn: endsOn as PlainDate },
      startsAtNoon: String(startsAtNoon),
      endsAtNoon: String(endsAtNoon),
    }),
    enabled: complete,
  });
  return complete && !isError ? (data ?? null) : null;
}

/** 共3个工作日，由镇街负责人批准；年休假应休5天，已休2天. */
export function Reckoning({
  reckoned,
  kind,
}: {
  reckoned: Reckoned | null;
  kind?: LeaveKind | undefined;
}) {
  const text = useText().leaves;
  if (reckoned === null || kind === undefined) {
    return <p className={styles.reckoning}>{text.reckonHint}</p>;
  }
  const { workdays, decidedBy, headDays, balance, beyond } = reckoned;
  const { due, taken, asked } = balance;
  return (
    <p className={styles.reckoning} role="status">
      {text.reckoned(daysWords(workdays), text.deciders[decidedBy], headDays)}
      {due !== null &&
        text.balance(word(markWords[kind]), daysWords(due), daysWords(taken), daysWords(asked))}
      {beyond && (
        <>
          <br />
          <Mark shape="warn" tone="amber" /> {beyond[currentLanguage()]}
        </>
      )}
    </p>
  );
}
