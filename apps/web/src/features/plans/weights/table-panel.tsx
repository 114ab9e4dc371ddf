import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Json } from '@xuanpai/contracts/values';
import type { TableKey } from '@xuanpai/domain/policy/keys';
import { type TableShape, tableShapes, type Words } from '@xuanpai/domain/policy/tables';
import { InputNumber } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { cellAt, isSame, withCell } from './weight-values.ts';
import styles from './weights.module.css';

interface TablePanelProps {
  parameter: PolicyParameter;
  /** As tried. */
  value: Json;
  mayTry: boolean;
  onChange: (value: Json) => void;
  onClose: () => void;
}

/** A table of numbers, its cells tried one by one; what differs from the policy is marked. */
export function TablePanel({ parameter, value, mayTry, onChange, onClose }: TablePanelProps) {
  const text = useText().whatIf;
  const shape: TableShape = tableShapes[parameter.key as TableKey];
  const { cell } = shape;
  const columns: Words = shape.columns ?? { '': { zh: text.tried, en: text.tried } };
  if (cell.kind !== 'number') return null;
  return (
    <SidePanel
      title={parameter.label}
      note={text.meanings[parameter.key]}
      width={shape.columns ? 620 : 360}
      onClose={onClose}
    >
      <PanelPart>
        <div className={styles.matrixScroll}>
          <table className={styles.matrix}>
            <caption className="visually-hidden">{parameter.label}</caption>
            <thead className={styles.matrixHead}>
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
                    const shown = cellAt(value, path);
                    const changed = shown !== cellAt(parameter.value, path);
                    return (
                      <td key={column} data-changed={changed}>
                        {mayTry ? (
                          <InputNumber
                            aria-label={`${word(words)} ${word(columnWords)}`.trim()}
                            controls={false}
                            style={{ width: 58 }}
                            min={cell.range.least}
                            max={cell.range.most}
                            precision={cell.range.decimals}
                            value={typeof shown === 'number' ? shown : null}
                            onChange={(next) => onChange(withCell(value, path, next))}
                          />
                        ) : (
                          String(shown ?? '–')
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {!isSame(value, parameter.value) && (
          <TextButton onClick={() => onChange(parameter.value)}>{text.backToPolicy}</TextButton>
        )}
      </PanelPart>
    </SidePanel>
  );
}
