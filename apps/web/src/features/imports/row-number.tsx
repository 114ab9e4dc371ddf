import type { Import } from '@xuanpai/contracts/imports';
import { useText } from '../../locales/use-text.ts';
import { FoundAt } from './found-at.tsx';
import styles from './import-cell.module.css';
import type { ImportRow } from './imported-rows.tsx';
import { placeOf } from './problem-place.ts';
import { sheetRow } from './sheet-row.ts';
import type { ImportActs } from './use-import-acts.ts';
import type { ProblemPlace } from './use-problem-place.ts';

interface RowNumberProps {
  preview: Import;
  row: ImportRow;
  /** The fields that have a column. */
  fields: readonly string[];
  place: ProblemPlace;
  acts: ImportActs;
}

/** The number in the workbook; what concerns the whole row, or a missing column, opens at it. */
export function RowNumber({ preview, row, fields, place, acts }: RowNumberProps) {
  const text = useText().imports;
  const shown = sheetRow(preview, row.row);
  const number = <span title={shown.sheet ?? undefined}>{shown.row}</span>;
  const isOurs = ({ field }: ImportRow['problems'][number]) =>
    field === null || !fields.includes(field);
  const problems = row.problems.filter(isOurs);
  const found = [...problems, ...row.notices.filter(isOurs)];
  const [first] = found;
  if (!first) {
    return (
      <span className={row.state === 'wrong' ? styles.wrongRow : styles.rowNumber}>{number}</span>
    );
  }
  return (
    <FoundAt
      row={row}
      field={first.field ?? ''}
      at={placeOf(first)}
      label={text.row}
      found={found}
      wrong={problems.length > 0}
      place={place}
      acts={acts}
      correctable={false}
    >
      {number}
    </FoundAt>
  );
}
