import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { TableShape, Words } from '@xuanpai/domain/policy/tables';
import type { ReactNode } from 'react';
import { word } from '../locales/word.ts';
import styles from './policy-matrix.module.css';

export interface MatrixCell {
  /** Its row, and its column where the table has columns. */
  path: readonly string[];
  /** Both in words. */
  label: string;
}

interface PolicyMatrixProps {
  parameter: Pick<PolicyParameter, 'label'>;
  shape: TableShape;
  /** Heads the one column of a table that has rows alone. */
  heading: string;
  isMarked?: (path: readonly string[]) => boolean;
  children: (cell: MatrixCell) => ReactNode;
}

/** A table of the policy, its rows and columns in words; each cell is drawn by whoever shows it. */
export function PolicyMatrix({
  parameter,
  shape,
  heading,
  isMarked = () => false,
  children,
}: PolicyMatrixProps) {
  const columns: Words = shape.columns ?? { '': { zh: heading, en: heading } };
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{parameter.label}</caption>
        <thead>
          <tr>
            <td />
            {Object.entries(columns).map(([column, words]) => (
              <th key={column} scope="col">
                {word(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(shape.rows).map(([row, words]) => (
            <tr key={row}>
              <th scope="row">{word(words)}</th>
              {Object.entries(columns).map(([column, columnWords]) => {
                const path = column === '' ? [row] : [row, column];
                const label = column === '' ? word(words) : `${word(words)} ${word(columnWords)}`;
                return (
                  <td key={column} data-marked={isMarked(path)}>
                    {children({ path, label })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
