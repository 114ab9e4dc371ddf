import type { ReactNode } from 'react';
import type { ApiProblem } from '../lib/api-problem.ts';
import { useConnection } from '../lib/connection.ts';
import type { Saving } from '../lib/saving/use-saver.ts';
import { useText } from '../locales/use-text.ts';
import { confirm } from './confirm.tsx';
import { Mark } from './mark.tsx';
import styles from './saving-sign.module.css';
import { TextButton } from './text-button.tsx';

interface SavingSignProps {
  /** Places that were typed at and aren't saved yet. */
  left: number;
  /** What holds the rest up. */
  problem: ApiProblem | null;
  /** What else is to look at, such as places that somebody else changed. */
  toSee: string | null;
  onRetry: () => void;
  onDiscard: () => void;
}

/** Quietly: saved, being saved, or what waits and why; only trouble is read out. */
export function SavingSign({ left, problem, toSee, onRetry, onDiscard }: SavingSignProps) {
  const text = useText().ui.saving;
  const { lost } = useConnection();
  if (problem) {
    return (
      <Trouble tone="red">
        {text.held(left, problem.detail || problem.title)}
        <TextButton onClick={onRetry}>{text.retry}</TextButton>
        <TextButton onClick={() => void giveUp()}>{text.discard}</TextButton>
      </Trouble>
    );
  }
  if (lost) return <Trouble tone="amber">{text.lost(left)}</Trouble>;
  if (toSee !== null && left === 0) return <Trouble tone="red">{toSee}</Trouble>;
  return (
    <span className={styles.saving}>
      <Mark shape={left > 0 ? 'half' : 'check'} tone={left > 0 ? 'blue' : 'grey'} />
      {left > 0 ? text.busy : text.saved}
    </span>
  );

  async function giveUp() {
    const sure = await confirm({
      ...{ title: text.discardTitle, body: text.discardBody(left), act: text.discard },
      danger: true,
    });
    if (sure) onDiscard();
  }
}

function Trouble({ tone, children }: { tone: 'red' | 'amber'; children: ReactNode }) {
  return (
    <span className={styles.saving} role="status">
      <Mark shape="warn" tone={tone} />
      {children}
    </span>
  );
}

/** The same of what is saved place by place, by one saver or several. */
export function PlacesSavingSign({ savings }: { savings: readonly Saving[] }) {
  const text = useText().ui.saving;
  const sum = (count: (unsaved: Saving['unsaved']) => number) =>
    savings.reduce((total, { unsaved }) => total + count(unsaved), 0);
  const conflicts = sum((unsaved) => unsaved.conflicts.size);
  const held = savings.filter(({ unsaved }) => unsaved.problem !== null);
  return (
    <SavingSign
      left={sum(({ waiting, sending }) => waiting.size + sending.size)}
      problem={held[0]?.unsaved.problem ?? null}
      toSee={conflicts > 0 ? text.conflicts(conflicts) : null}
      onRetry={() => {
        for (const { saver } of held) saver.retry();
      }}
      onDiscard={() => {
        for (const { saver } of held) saver.discard();
      }}
    />
  );
}
