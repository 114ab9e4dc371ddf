import type { Text } from '@xuanpai/contracts/text';
import type { Break } from '../lib/audit-chain.ts';

/** What is wrong with the first broken entry, for the person at the terminal. */
export function breakWords({ seq, at, what, changes }: Break): Text {
  const when = at ? at.toISOString() : '';
  switch (what) {
    case 'missing':
      return { zh: `第 ${seq} 条不见了。`, en: `Entry ${seq} is gone.` };
    case 'link':
      return {
        zh: `第 ${seq} 条（${when}）接不上前一条：前一条的哈希不符。`,
        en: `Entry ${seq} (${when}) doesn't follow the one before: its hash differs.`,
      };
    case 'content':
      return {
        zh: `第 ${seq} 条（${when}）的内容，或它的 ${changes} 行变更记录，与写入时不同。`,
        en: `Entry ${seq} (${when}), or its ${changes} rows of changes, differs from what was written.`,
      };
  }
}
