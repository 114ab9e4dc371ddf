import { type LetterSubject, setMembershipFacts } from '@xuanpai/contracts/letters';
import { InputNumber } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import styles from './letters.module.css';

interface MembershipBarProps {
  batchId: string;
  direction: 'out' | 'back';
  /** Those picked, or all whose letter isn't made. */
  subjects: readonly LetterSubject[];
  onEntered: () => Promise<unknown>;
}

/** 党费交至 and 有效期 for many people at once; what is left empty stays as it was. */
export function MembershipBar({ batchId, direction, subjects, onEntered }: MembershipBarProps) {
  const text = useText().letters;
  const id = useId();
  const [dues, setDues] = useState<string | null>(null);
  const [days, setDays] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  async function enter() {
    setBusy(true);
    setProblem(null);
    try {
      const rows = subjects.map(({ subjectId, membership }) => ({
        assignmentId: subjectId,
        version: membership?.version ?? 0,
      }));
      const said = {
        ...(dues ? { duesPaidUntil: dues } : {}),
        ...(days ? { validityDays: days } : {}),
      };
      await call(setMembershipFacts, {
        params: { id: batchId },
        body: { direction, rows, ...said },
      });
      await onEntered();
      showDone(text.entered(rows.length));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  }
  const blocked = !dues && !days ? text.enterNothing : null;
  return (
    <>
      <div className={styles.membership}>
        <strong>{text.membership}</strong>
        <label className={styles.field} htmlFor={`${id}-dues`}>
          {text.dues}
          <DateField
            id={`${id}-dues`}
            precision="month"
            style={{ width: 110 }}
            value={dues}
            onChange={setDues}
          />
        </label>
        <label className={styles.field} htmlFor={`${id}-days`}>
          {text.validity}
          <InputNumber
            id={`${id}-days`}
            min={1}
            max={366}
            precision={0}
            style={{ width: 72 }}
            value={days}
            onChange={setDays}
          />
          {text.days}
        </label>
        <ActButton
          busy={busy}
          blocked={subjects.length === 0 ? text.enterNobody : blocked}
          onClick={() => void enter()}
        >
          {text.enter(subjects.length)}
        </ActButton>
        <span className={styles.note}>{text.membershipNote}</span>
      </div>
      {problem !== null && (
        <div className={styles.message}>
          <ProblemAlert error={problem} />
        </div>
      )}
    </>
  );
}
