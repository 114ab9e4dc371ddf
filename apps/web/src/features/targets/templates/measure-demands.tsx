import { measurePeriodWords } from '@xuanpai/contracts/target-values';
import { type VillageKind, villageKinds } from '@xuanpai/contracts/values';
import { villageKindWords } from '@xuanpai/contracts/words';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { word, wordOptions } from '../../../locales/word.ts';
import { Select } from '../../../ui/select.tsx';
import type { MeasureFields } from './measure-input.ts';

/** When it is due, whether it binds, and whether evidence is asked for. */
export function DueFields({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.whenDue}>
      <Select
        aria-label={text.whenDue}
        value={measure.period}
        options={wordOptions(measurePeriodWords)}
        onChange={(period) => set({ period })}
      />{' '}
      <Checkbox
        checked={measure.binding}
        onChange={({ target }) => set({ binding: target.checked })}
      >
        {text.bindingWord}
      </Checkbox>
      <Checkbox
        checked={measure.evidence}
        onChange={({ target }) => set({ evidence: target.checked })}
      >
        {text.evidenceAsked}
      </Checkbox>
    </Form.Item>
  );
}

export function WeightField({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.weight}>
      <InputNumber
        aria-label={text.weight}
        min={0}
        max={999}
        value={measure.weight}
        onChange={(weight) => set({ weight: weight ?? 0 })}
      />
    </Form.Item>
  );
}

/** The kinds of villages that it is asked of; all where none is chosen. */
export function OnlyKindsField({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.onlyKinds}>
      <Checkbox.Group
        value={measure.onlyKinds}
        options={villageKinds.map((value) => ({ value, label: word(villageKindWords[value]) }))}
        onChange={(kinds) => set({ onlyKinds: kinds as VillageKind[] })}
      />
    </Form.Item>
  );
}

export function BasisField({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.basis}>
      <Input
        aria-label={text.basis}
        maxLength={200}
        value={measure.basis.source}
        onChange={({ target }) => set({ basis: { ...measure.basis, source: target.value } })}
      />
    </Form.Item>
  );
}
