import { judgedRankWords, measureDirectionWords } from '@xuanpai/contracts/target-values';
import { Form, Input } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { word, wordOptions } from '../../../locales/word.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { MeasureFields } from './measure-input.ts';

/** Above and below are of comparisons. */
const bounds = ['atLeast', 'atMost'] as const;

interface WantedNumberProps extends MeasureFields {
  /** The policy's number, where the measure takes that. */
  policyNumber: string | null;
}

/** At least or at most so much of a unit; the number is the policy's until it is made the template's own. */
export function WantedNumberFields({ measure, set, policyNumber }: WantedNumberProps) {
  const text = useText().targets;
  const ofPolicy = measure.policyKey !== null;
  return (
    <Form.Item label={text.wanted} extra={ofPolicy ? text.policyNumber : undefined}>
      <Select
        aria-label={text.direction}
        value={measure.direction}
        options={bounds.map((value) => ({ value, label: word(measureDirectionWords[value]) }))}
        onChange={(direction) => set({ direction })}
      />{' '}
      <Input
        aria-label={text.wanted}
        style={{ width: 130 }}
        disabled={ofPolicy}
        value={measure.threshold ?? policyNumber ?? ''}
        onChange={({ target }) => set({ threshold: target.value.trim() || null })}
      />{' '}
      <Input
        aria-label={text.unit}
        placeholder={text.unit}
        style={{ width: 80 }}
        maxLength={20}
        value={measure.unit ?? ''}
        onChange={({ target }) => set({ unit: target.value || null })}
      />{' '}
      {ofPolicy && (
        <ActButton size="small" onClick={() => set({ policyKey: null })}>
          {text.ownNumber}
        </ActButton>
      )}
    </Form.Item>
  );
}

export function WantedRankField({ measure, set }: MeasureFields) {
  const text = useText().targets;
  return (
    <Form.Item label={text.wanted}>
      <Select
        aria-label={text.wanted}
        value={measure.thresholdRank}
        options={wordOptions(judgedRankWords)}
        onChange={(thresholdRank) => set({ thresholdRank })}
      />
    </Form.Item>
  );
}
