import type { MeasureInput } from '@xuanpai/contracts/target-templates';
import {
  judgedRanks,
  judgedRankWords,
  measureDirections,
  measureDirectionWords,
  measureKinds,
  measureKindWords,
  measurePeriods,
  measurePeriodWords,
  measureSources,
  measureSourceWords,
} from '@xuanpai/contracts/target-values';
import { type VillageKind, villageKinds } from '@xuanpai/contracts/values';
import { villageKindWords } from '@xuanpai/contracts/words';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { Select } from '../../../ui/select.tsx';

interface MeasurePanelProps {
  measure: MeasureInput;
  /** The policy's number, where the measure takes that. */
  policyNumber: string | null;
  onChange: (measure: MeasureInput) => void;
  onClose: () => void;
}

/** One measure; every change is in the form at once, and saved with the whole. */
export function MeasurePanel({ measure, policyNumber, onChange, onClose }: MeasurePanelProps) {
  const text = useText().targets;
  const set = (next: Partial<MeasureInput>) => onChange({ ...measure, ...next });
  const { kind } = measure;
  const isNumber = kind === 'amount' || kind === 'ratio' || kind === 'count';
  const options = <V extends string>(
    values: readonly V[],
    words: Record<V, { zh: string; en: string }>,
  ) => values.map((value) => ({ value, label: word(words[value]) }));
  return (
    <Dialog
      title={measure.name}
      width={520}
      onClose={onClose}
      footer={
        <ActButton kind="primary" onClick={onClose}>
          {text.readyMeasure}
        </ActButton>
      }
    >
      <Form {...formLayout} component="div" aria-label={measure.name}>
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
            onChange={(event) => set({ aimName: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={text.measure}>
          <Input
            aria-label={text.measure}
            maxLength={80}
            value={measure.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={text.kindOfMeasure}>
          <Select
            aria-label={text.kindOfMeasure}
            value={kind}
            options={options(measureKinds, measureKindWords)}
            onChange={(next) => set(kindChange(next))}
          />
        </Form.Item>
        <Form.Item label={text.comesFrom}>
          <Select
            aria-label={text.comesFrom}
            value={measure.source}
            options={options(measureSources, measureSourceWords)}
            onChange={(source) => set({ source })}
          />
        </Form.Item>
        {isNumber && (
          <Form.Item label={text.wanted} extra={measure.policyKey ? text.policyNumber : undefined}>
            <Select
              aria-label={text.direction}
              value={measure.direction}
              options={options(measureDirections, measureDirectionWords)}
              onChange={(direction) => set({ direction })}
            />{' '}
            <Input
              aria-label={text.wanted}
              style={{ width: 130 }}
              disabled={measure.policyKey !== null}
              value={measure.threshold ?? policyNumber ?? ''}
              onChange={(event) =>
                set({
                  threshold: event.target.value.trim() === '' ? null : event.target.value.trim(),
                })
              }
            />{' '}
            <Input
              aria-label={text.unit}
              placeholder={text.unit}
              style={{ width: 80 }}
              maxLength={20}
              value={measure.unit ?? ''}
              onChange={(event) =>
                set({ unit: event.target.value === '' ? null : event.target.value })
              }
            />{' '}
            {measure.policyKey !== null && (
              <ActButton size="small" onClick={() => set({ policyKey: null })}>
                {text.ownNumber}
              </ActButton>
            )}
          </Form.Item>
        )}
        {kind === 'rank' && (
          <Form.Item label={text.wanted}>
            <Select
              aria-label={text.wanted}
              value={measure.thresholdRank}
              options={options(judgedRanks, judgedRankWords)}
              onChange={(thresholdRank) => set({ thresholdRank })}
            />
          </Form.Item>
        )}
        <Form.Item label={text.whenDue}>
          <Select
            aria-label={text.whenDue}
            value={measure.period}
            options={options(measurePeriods, measurePeriodWords)}
            onChange={(period) => set({ period })}
          />{' '}
          <Checkbox
            checked={measure.binding}
            onChange={(event) => set({ binding: event.target.checked })}
          >
            {text.bindingWord}
          </Checkbox>
          <Checkbox
            checked={measure.evidence}
            onChange={(event) => set({ evidence: event.target.checked })}
          >
            {text.evidenceAsked}
          </Checkbox>
        </Form.Item>
        <Form.Item label={text.weight}>
          <InputNumber
            aria-label={text.weight}
            min={0}
            max={999}
            value={measure.weight}
            onChange={(weight) => set({ weight: weight ?? 0 })}
          />
        </Form.Item>
        <Form.Item label={text.onlyKinds}>
          <Checkbox.Group
            value={measure.onlyKinds}
            options={villageKinds.map((value) => ({ value, label: word(villageKindWords[value]) }))}
            onChange={(values) => set({ onlyKinds: values as VillageKind[] })}
          />
        </Form.Item>
        <Form.Item label={text.basis}>
          <Input
            aria-label={text.basis}
            maxLength={200}
            value={measure.basis.source}
            onChange={(event) => set({ basis: { ...measure.basis, source: event.target.value } })}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );

  /** What another kind has no use for goes. */
  function kindChange(next: MeasureInput['kind']): Partial<MeasureInput> {
    const numbered = next === 'amount' || next === 'ratio' || next === 'count';
    return {
      kind: next,
      ...(numbered ? {} : { threshold: null, policyKey: null }),
      ...(next === 'rank'
        ? { thresholdRank: measure.thresholdRank ?? 'middle', source: 'judgement' as const }
        : { thresholdRank: null }),
      ...(next === 'relative' ? { direction: 'above' as const } : {}),
    };
  }
}
