import { useQuery } from '@tanstack/react-query';
import type { Month, SheetRow } from '@xuanpai/contracts/attendance';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import { monthAfter } from '@xuanpai/domain/attendance/month';
import type { ReactNode } from 'react';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Mark } from '../../ui/mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { formatAmount } from './amounts.ts';
import styles from './attendance.module.css';
import { comparedWith } from './compare.ts';
import { sheetQuery } from './queries.ts';
import type { OpenSheet } from './use-sheet.ts';

interface ComparedLinesProps {
  open: OpenSheet;
  onOpen: (rowId: string) => void;
}

/** What differs from the month before, for whoever confirms the month. */
export function ComparedLines({ open, onOpen }: ComparedLinesProps) {
  const text = useText().attendance;
  const before = useQuery({
    ...sheetQuery(open.township, monthAfter(open.month as Month, -1)),
    refetchOnMount: false,
  }).data;
  if (!before) return null;
  const { joined, left, newlyShort, more } = comparedWith(before, open.sheet);
  const names = (rows: readonly SheetRow[]) =>
    rows.map(({ cadreName }) => cadreName).join(text.comma);
  return (
    <>
      {joined.length > 0 && <Line>{text.compared.joined(names(joined))}</Line>}
      {left.length > 0 && <Line>{text.compared.left(names(left))}</Line>}
      {newlyShort.map((row) => (
        <Line key={row.assignmentId} onAct={() => onOpen(row.assignmentId)}>
          {text.compared.newlyShort(row.cadreName, row.short)}
          {row.shortReason && text.compared.reason(row.shortReason)}
        </Line>
      ))}
      {more.map(({ row, what, was, is }) => (
        <Line key={`${row.assignmentId} ${what}`} onAct={() => onOpen(row.assignmentId)}>
          {text.compared.more(
            row.cadreName,
            what === 'leave' ? text.compared.leave : word(markWords[what]),
            formatAmount(was),
            formatAmount(is),
          )}
        </Line>
      ))}
    </>
  );
}

function Line({ onAct, children }: { onAct?: () => void; children: ReactNode }) {
  const text = useText().attendance;
  return (
    <li className={styles.todoLine}>
      <Mark shape="dash" tone="grey" />
      <span className={styles.todoWords}>{children}</span>
      {onAct && <TextButton onClick={onAct}>{text.compared.see}</TextButton>}
    </li>
  );
}
