import type { Import } from '@xuanpai/contracts/imports';
import { Fragment } from 'react';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { Select } from '../../ui/select.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './mapping-table.module.css';
import { useColumnMemory } from './use-column-memory.ts';
import type { ImportActs } from './use-import-acts.ts';

type Column = Import['columns'][number];

/** Heading → field, with three values; a field that is given to another column leaves the old one. */
export function MappingTable({ preview, acts }: { preview: Import; acts: ImportActs }) {
  const text = useText().imports;
  const memory = useColumnMemory();
  const columns = preview.columns.filter(
    ({ heading, field, samples }) =>
      !isDay(field) && (heading !== '' || field || samples.some(Boolean)),
  );
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{text.mapping}</caption>
      <thead>
        <tr>
          <th scope="col">{text.heading}</th>
          <th scope="col">{text.field}</th>
          <th scope="col">{text.samples}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <Fragment key={column.index}>
            <tr>
              <th scope="row" title={column.heading}>
                {headingOf(column, text.noHeading)}
              </th>
              <td>
                <FieldOfColumn column={column} preview={preview} acts={acts} />
              </td>
              <td className={styles.samples} title={samplesOf(column, text)}>
                {samplesOf(column, text)}
              </td>
            </tr>
            {column.remembered && memory.knows(preview.kind, column.heading) && (
              <tr className={styles.remembered}>
                <td />
                <td colSpan={2}>
                  {text.remembered}
                  <TextButton
                    aria-label={text.forgetColumn(column.heading)}
                    onClick={() => memory.forget(preview.kind, column.heading)}
                  >
                    {text.forget}
                  </TextButton>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** Of an attendance sheet the days are plain: a line each would say nothing. */
function isDay(field: string | null): boolean {
  return field !== null && /^d\d{1,2}$/.test(field);
}

interface FieldOfColumnProps {
  column: Column;
  preview: Import;
  acts: ImportActs;
}

function FieldOfColumn({ column, preview, acts }: FieldOfColumnProps) {
  const text = useText().imports;
  const { readOnly } = useDay();
  const label = preview.fields.find(({ field }) => field === column.field)?.label;
  const differs = label !== undefined && label !== column.heading;
  if (preview.status !== 'previewed') return label ?? text.notImported;
  return (
    <Select<string>
      variant="borderless"
      size="small"
      className={`${differs ? styles.differs : styles.same}`}
      aria-label={text.fieldOf(headingOf(column, text.noHeading))}
      disabled={readOnly}
      value={column.field ?? ''}
      onChange={(field) => acts.map(column.index, field === '' ? null : field)}
      options={[
        { value: '', label: text.notImported },
        ...preview.fields.map(({ field, label: name }) => ({ value: field, label: name })),
      ]}
    />
  );
}

function headingOf({ heading, index }: Column, noHeading: (column: string) => string): string {
  return heading.replace(/\s+/g, '') || noHeading(letterOf(index));
}

/** A, B … Z, AA, as workbook programs call columns. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function samplesOf({ samples }: Column, text: { noSample: string; separator: string }): string {
  return samples.map((sample) => sample || text.noSample).join(text.separator);
}
