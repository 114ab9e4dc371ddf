import type { ImportProblem } from '@xuanpai/contracts/imports';
import { useText } from '../../locales/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { shownValue } from './field-kinds.ts';
import { FoundAt } from './found-at.tsx';
import styles from './import-cell.module.css';
import type { ImportRow } from './imported-rows.tsx';
import { placeOf } from './problem-place.ts';
import type { ImportActs } from './use-import-acts.ts';
import type { ProblemPlace } from './use-problem-place.ts';

interface ImportCellProps {
  row: ImportRow;
  field: string;
  label: string;
  found: readonly ImportProblem[];
  wrong: boolean;
  place: ProblemPlace;
  acts: ImportActs;
  correctable: boolean;
}

/** A value as it would be written, old → new where it changes; what is found opens at it. */
export function ImportCell(props: ImportCellProps) {
  const { row, field, found } = props;
  const value = <Value row={row} field={field} />;
  if (found.length === 0) return value;
  return (
    <FoundAt {...props} at={placeOf({ row: row.row, field })}>
      {value}
    </FoundAt>
  );
}

function Value({ row, field }: { row: ImportRow; field: string }) {
  const text = useText().imports;
  const change = row.changes.find((one) => one.field === field);
  return (
    <>
      {change ? (
        <>
          <s className={styles.was}>{shownValue(field, change.was) || text.empty}</s>
          <span className={styles.arrow}>→</span>
          <span className={styles.is}>{shownValue(field, change.is) || text.empty}</span>
        </>
      ) : (
        shownValue(field, row.values[field] ?? '')
      )}
      {row.edited.includes(field) && (
        <span className={styles.edited} title={text.correctedHere}>
          <Icon name="edit" size={12} />
          <span className="visually-hidden">{text.correctedHere}</span>
        </span>
      )}
    </>
  );
}
