import type { Leave, LeaveNotice } from '@xuanpai/contracts/leaves';
import { currentLanguage } from '../../lib/language.ts';
import { Mark } from '../../ui/mark.tsx';
import { BasisLine } from '../../ui/problem-alert.tsx';
import styles from './leaves.module.css';

interface LeaveHintsProps {
  beyond?: Leave['beyond'];
  notices: readonly LeaveNotice[];
}

/** What wants a look beside the leave itself: a prompt, never a result. */
export function LeaveHints({ beyond = null, notices }: LeaveHintsProps) {
  const language = currentLanguage();
  return (
    <ul className={styles.hints}>
      {beyond && (
        <li>
          <Mark shape="warn" tone="amber" /> {beyond[language]}
        </li>
      )}
      {notices.map((notice) => (
        <li key={`${notice.code} ${notice.year}`}>
          <Mark shape="warn" tone="amber" /> {notice.words[language]}
          <BasisLine basis={notice.basis} />
        </li>
      ))}
    </ul>
  );
}
