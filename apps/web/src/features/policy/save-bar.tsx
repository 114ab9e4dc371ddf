import { Form, Input } from 'antd';
import type { useFormAct } from '../../lib/form-act.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './policy.module.css';
import type { PolicyValues } from './policy-values.ts';

interface SaveBarProps {
  /** Names of the parameters that were changed. */
  labels: readonly string[];
  act: ReturnType<typeof useFormAct<PolicyValues, unknown>>;
  onDrop: () => void;
}

/** Below the list while something is changed: what, from which day, why. */
export function SaveBar({ labels, act, onDrop }: SaveBarProps) {
  const words = useText();
  const text = words.policy;
  const required = { required: true, message: text.missing };
  return (
    <div className={styles.saveBar}>
      {act.problem && <ProblemAlert error={act.problem} />}
      <div className={styles.saveLine}>
        <span className={styles.changedNames} title={labels.join(text.separator)}>
          {text.changed(labels.length)}
          {labels.join(text.separator)}
        </span>
        <Form.Item
          className={styles.item ?? ''}
          name="effectiveFrom"
          label={text.effectiveFrom}
          colon={false}
          rules={[required, dateRule('day', words.ui)]}
        >
          <DateField style={{ width: 110 }} />
        </Form.Item>
        <Form.Item
          className={`${styles.item} ${styles.reason}`}
          name="reason"
          label={text.reason}
          colon={false}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={200} placeholder={text.reasonExample} />
        </Form.Item>
        <TextButton onClick={onDrop}>{text.drop}</TextButton>
        <ActButton kind="primary" submits busy={act.busy}>
          {text.save(labels.length)}
        </ActButton>
      </div>
    </div>
  );
}
