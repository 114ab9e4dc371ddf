import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { TableKey } from '@xuanpai/domain/policy/keys';
import { cellAt, tableShapes } from '@xuanpai/domain/policy/tables';
import { Form } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { PolicyMatrix } from '../../ui/policy-matrix.tsx';
import { CellEditor } from './cell-editor.tsx';
import { cellText } from './cell-text.ts';
import styles from './policy.module.css';
import { fieldOf } from './policy-values.ts';

interface TableEditorProps {
  parameter: PolicyParameter;
  mayWrite: boolean;
}

/** A table of the policy: a field in each cell, or what it holds. */
export function TableEditor({ parameter, mayWrite }: TableEditorProps) {
  const text = useText().policy;
  const shape = tableShapes[parameter.key as TableKey];
  const { cell } = shape;
  return (
    <PolicyMatrix {...{ parameter, shape }} heading={text.value}>
      {({ path, label }) =>
        mayWrite ? (
          <Form.Item
            className={styles.item ?? ''}
            name={['parameters', fieldOf(parameter.key), 'value', ...path]}
            {...(cell.kind === 'switch' ? { valuePropName: 'checked' } : {})}
          >
            <CellEditor {...{ cell, label }} />
          </Form.Item>
        ) : (
          cellText(cell, cellAt(parameter.value, path), text)
        )
      }
    </PolicyMatrix>
  );
}
