import type { verifyAudit } from '@xuanpai/contracts/audit';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { formatClock, formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Help } from '../../ui/help.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './audit.module.css';

interface ChainResultProps {
  state: ReplyOf<typeof verifyAudit> | null;
  error: unknown;
}

/** What the last verification found, in words. */
export function ChainResult({ state, error }: ChainResultProps) {
  const text = useText().audit;
  if (error) return <ProblemAlert error={error} />;
  return <span role="status">{state && resultOf(state)}</span>;

  function resultOf({ entries, firstBroken, lastHash, verifiedAt }: NonNullable<typeof state>) {
    const count = formatNumber(entries);
    if (firstBroken !== null) {
      return <StateBadge state="problem" word={text.broken(String(firstBroken), count)} />;
    }
    return (
      <>
        <StateBadge state="done" word={text.sound(count, formatClock(verifiedAt))} />
        <span className={styles.last}>
          {text.last(String(entries))} <code className={styles.hash}>{lastHash.slice(0, 16)}…</code>
          <Help label={text.last(String(entries))}>
            {text.lastHint} {lastHash}
          </Help>
        </span>
      </>
    );
  }
}
