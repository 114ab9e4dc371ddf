import { measureKindWords, measureSourceWords } from '@xuanpai/contracts/target-values';
import { ofKind } from '@xuanpai/domain/targets/measure-kind';
import { Form, Input, InputNumber } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { wordOptions } from '../../../locales/word.ts';
import { Select } from '../../../ui/select.tsx';
import type { MeasureFields } from './measure-input.ts';

/** The aim that the measure belongs to: its number and its name. */
export function AimFields({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.aim}>
      <InputNumber
        aria-label={text.aimNumber}
        min={1}
        max={9}
        value={measure.aim}
        onChange={(aim) => set({ aim: aim ?? 1 })}
      />{' '}
      <Input
        aria-label={text.aimName}
        style={{ width: 220 }}
        maxLength={40}
        value={measure.aimName}
        onChange={({ target }) => set({ aimName: target.value })}
      />
    </Form.Item>
  );
}

export function NameField({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.measure}>
      <Input
        aria-label={text.measure}
        maxLength={80}
        value={measure.name}
        onChange={({ target }) => set({ name: target.value })}
      />
    </Form.Item>
  );
}

export function KindField({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.kindOfMeasure}>
      <Select
        aria-label={text.kindOfMeasure}
        value={measure.kind}
        options={wordOptions(measureKindWords)}
        onChange={(kind) => set(ofKind(measure, kind))}
      />
    </Form.Item>
  );
}

export function SourceField({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.comesFrom}>
      <Select
        aria-label={text.comesFrom}
        value={measure.source}
        options={wordOptions(measureSourceWords)}
        onChange={(source) => set({ source })}
      />
    </Form.Item>
  );
}
