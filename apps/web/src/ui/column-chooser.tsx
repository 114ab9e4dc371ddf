import { Checkbox } from 'antd';
import { useText } from '../locales/use-text.ts';
import styles from './column-chooser.module.css';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';
import type { Column } from './table-column.ts';
import { columnLabel } from './table-column.ts';
import { TextButton } from './text-button.tsx';

interface ColumnChooserProps<Row> {
  columns: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  onToggle: (key: string) => void;
  onReset: () => void;
}

export function ColumnChooser<Row>({ columns, shown, onToggle, onReset }: ColumnChooserProps<Row>) {
  const text = useText().ui;
  return (
    <Popover
      kind="dialog"
      side="above"
      align="end"
      triggerClassName={styles.trigger}
      trigger={
        <>
          <Icon name="columns" size={14} />
          {text.columns}
        </>
      }
    >
      {() => (
        <fieldset className={styles.list}>
          <legend className={styles.title}>{text.columnsTitle}</legend>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              checked={shown.includes(column)}
              disabled={column.fixed ?? false}
              onChange={() => onToggle(column.key)}
            >
              {columnLabel(column)}
            </Checkbox>
          ))}
          <TextButton onClick={onReset}>{text.columnsReset}</TextButton>
        </fieldset>
      )}
    </Popover>
  );
}
