import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Json } from '@xuanpai/contracts/values';
import type { TableKey } from '@xuanpai/domain/policy/keys';
import { type TableShape, tableShapes, type Words } from '@xuanpai/domain/policy/tables';
import { Form } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellText } from './cell-text.ts';
import styles from './policy.module.css';
import { fieldOf } from './policy-values.ts';

interface TableEditorProps {
  parameter: PolicyParameter;
  mayWrite: boolean;
}

/** A table of the policy as a matrix: a field in each cell, or what it holds. */
export function TableEditor({ parameter, mayWrite }: TableEditorProps) {
  const text = useText().policy;
  const shape: TableShape = tableShapes[parameter.key as TableKey];
  const columns: Words = shape.columns ?? { '': { zh: text.value, en: text.value } };
  return (
    <div className={styles.matrixScroll}>
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
                return (
                  <td key={column}>
                    {mayWrite ? (
                      <Form.Item
                        className={styles.item ?? ''}
                        name={['parameters', fieldOf(parameter.key), 'value', ...path]}
                        {...(shape.cell.kind === 'switch' ? { valuePropName: 'checked' } : {})}
                      >
                        <CellEditor
                          cell={shape.cell}
                          label={
                            column === '' ? word(words) : `${word(words)} ${word(columnWords)}`
                          }
                        />
                      </Form.Item>
                    ) : (
                      cellText(shape.cell, at(parameter.value, path), text)
                    )}
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

function at(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? inner[step]
        : undefined,
    value,
  );
}
