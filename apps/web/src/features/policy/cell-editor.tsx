import type { Json } from '@xuanpai/contracts/values';
import type { TableCell } from '@xuanpai/domain/policy/tables';
import { InputNumber, Switch } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { Select } from '../../ui/select.tsx';

interface CellEditorProps {
  cell: TableCell;
  label: string;
  /** From the form: `checked` for a switch, `value` for the others. */
  checked?: boolean;
  value?: Json;
  onChange?: (value: Json) => void;
}

/** The field of one cell, by what the cell holds. */
export function CellEditor({ cell, label, checked, value, onChange }: CellEditorProps) {
  const text = useText().policy;
  switch (cell.kind) {
    case 'switch':
      return (
        <Switch
          size="small"
          aria-label={label}
          checked={checked ?? false}
          onChange={(next) => onChange?.(next)}
        />
      );
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          controls={false}
          style={{ width: 58 }}
          min={cell.range.least}
          max={cell.range.most}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange?.(next)}
        />
      );
    case 'choice':
      return (
        <Select<string>
          aria-label={label}
          style={{ width: 250 }}
          options={[
            ...(cell.optional ? [{ value: '', label: text.notChosen }] : []),
            ...wordOptions(cell.options),
          ]}
          value={typeof value === 'string' ? value : ''}
          onChange={(next) => onChange?.(next === '' ? null : next)}
        />
      );
  }
}
