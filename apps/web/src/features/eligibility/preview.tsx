import type { Finding } from '@xuanpai/contracts/nominations';
import type { Judged } from '@xuanpai/domain/eligibility';
import { findingSentence } from '@xuanpai/domain/eligibility-words';
import { judgementStates } from '../../lib/judgement-states.ts';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import { Mark } from '../../ui/mark.tsx';
import { stateLooks } from '../../ui/state-badge.tsx';
import styles from './eligibility.module.css';

const classes = {
  eligible: 'good',
  accepted: 'good',
  toStudy: 'open',
  toVerify: 'open',
  notEligible: 'bad',
} as const;

/** How somebody would be judged with what is typed, as the server will judge it. */
export function Preview({ judged, eligible }: { judged: Judged | null; eligible: string }) {
  const text = useText().eligibility;
  if (!judged) return null;
  const { judgement, findings } = judged;
  const [shape, tone] = stateLooks[judgementStates[judgement]];
  return (
    <p className={`${styles.preview} ${styles[classes[judgement]]}`} role="status">
      <Mark shape={shape} tone={tone} />
      <span>
        {judgement === 'eligible' && findings.length === 0
          ? eligible
          : text.wouldBe(text.judgements[judgement], sentencesOf(findings))}
      </span>
    </p>
  );
}

function sentencesOf(findings: readonly Finding[]): string {
  const language = currentLanguage();
  return findings
    .map((finding) => findingSentence(finding)[language])
    .join(language === 'zh' ? '' : ' ');
}
