import type { ExpenseAccount } from '@xuanpai/contracts/work-expenses';
import { formatYuan } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

export function AccountState({ account }: { account: ExpenseAccount }) {
  const text = useText().benefits;
  if (account.closedAt !== null) return <StateBadge state="locked" word={text.states.closed} />;
  const owes = Number(account.outstanding) > 0;
  return owes ? (
    <StateBadge state="todo" word={text.states.owing} />
  ) : (
    <StateBadge state="done" word={text.states.settled} quiet />
  );
}

/** What is still to be paid; below nothing it was paid ahead. */
export function outstandingWords(money: string, text: Dictionary['benefits']): string {
  if (Number(money) === 0) return '–';
  return money.startsWith('-') ? text.over(formatYuan(money.slice(1))) : formatYuan(money);
}
