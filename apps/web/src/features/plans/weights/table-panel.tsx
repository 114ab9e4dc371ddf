import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Json } from '@xuanpai/contracts/values';
import type { TableKey } from '@xuanpai/domain/policy/keys';
import { cellAt, tableShapes } from '@xuanpai/domain/policy/tables';
import { InputNumber } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { PolicyMatrix } from '../../../ui/policy-matrix.tsx';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { isSame, withCell } from './weight-values.ts';

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
  const shape = tableShapes[parameter.key as TableKey];
  const { cell } = shape;
  if (cell.kind !== 'number') return null;
  return (
    <SidePanel
      title={parameter.label}
      note={text.meanings[parameter.key]}
      width={shape.columns ? 620 : 360}
      onClose={onClose}
    >
      <PanelPart>
        <PolicyMatrix
          {...{ parameter, shape }}
          heading={text.tried}
          isMarked={(path) => cellAt(value, path) !== cellAt(parameter.value, path)}
        >
          {({ path, label }) => {
            const shown = cellAt(value, path);
            if (!mayTry) return String(shown ?? '–');
            return (
              <InputNumber
                aria-label={label}
                controls={false}
                style={{ width: 58 }}
                min={cell.range.least}
                max={cell.range.most}
                precision={cell.range.decimals}
                value={typeof shown === 'number' ? shown : null}
                onChange={(next) => onChange(withCell(value, path, next))}
              />
            );
          }}
        </PolicyMatrix>
        {!isSame(value, parameter.value) && (
          <TextButton onClick={() => onChange(parameter.value)}>{text.backToPolicy}</TextButton>
        )}
      </PanelPart>
    </SidePanel>
  );
}
