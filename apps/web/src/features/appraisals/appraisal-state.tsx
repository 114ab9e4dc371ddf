import { type AppraisalRow, appraisalStateWords } from '@xuanpai/contracts/appraisals';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';

const states: Record<AppraisalRow['state'], StateName> = {
  missing: 'notReported',
  draft: 'draft',
  submitted: 'submitted',
  signed: 'locked',
};

/** How an opinion stands; what is late says so, and a correction under way too. */
export function AppraisalState({ row }: { row: AppraisalRow }) {
  const text = useText().appraisals;
  const { state, late, newest, inForce } = row;
  const own = word(appraisalStateWords[state]);
  if (late) return <StateBadge state="overdue" word={text.lateWord(own)} />;
  const returned = state === 'draft' && newest?.returnReason;
  if (returned) return <StateBadge state="returned" />;
  const corrected = inForce !== null && state !== 'signed';
  return <StateBadge state={states[state]} word={corrected ? text.correcting(own) : own} quiet />;
}
