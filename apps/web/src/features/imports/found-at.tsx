import type { ImportProblem } from '@xuanpai/contracts/imports';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { Mark } from '../../ui/mark.tsx';
import { CellNote } from './cell-note.tsx';
import styles from './import-cell.module.css';
import type { ImportRow } from './imported-rows.tsx';
import type { ImportActs } from './use-import-acts.ts';
import type { ProblemPlace } from './use-problem-place.ts';

interface FoundAtProps {
  row: ImportRow;
  field: string;
  /** The place as the address says it. */
  at: string;
  label: string;
  found: readonly ImportProblem[];
  /** Something of it keeps the row from being written. */
  wrong: boolean;
  place: ProblemPlace;
  acts: ImportActs;
  correctable: boolean;
  children: ReactNode;
}

/** A cell with something to say: marked by shape and colour, the words open at it. */
export function FoundAt({ at, label, found, wrong, place, children, ...rest }: FoundAtProps) {
  const words = found.map(({ message }) => message).join(' ');
  const isOpen = place.at === at;
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        if (open) place.open(at);
        else if (place.editing !== at) place.open(null);
      }}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={<CellNote {...rest} label={label} found={found} place={place} />}
    >
      <button
        type="button"
        className={`${wrong ? styles.wrong : styles.noticed}`}
        data-place={at}
        aria-expanded={isOpen}
      >
        <Mark shape={wrong ? 'cross' : 'warn'} tone={wrong ? 'red' : 'amber'} />
        <span className={styles.value}>{children}</span>
        <span className="visually-hidden">{words}</span>
      </button>
    </Popover>
  );
}
