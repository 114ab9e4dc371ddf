import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Json } from '@xuanpai/contracts/values';
import { checkValue } from '@xuanpai/domain/policy/check-value';
import { isPolicyKey, templateOf } from '@xuanpai/domain/policy/template';
import { Form, InputNumber, Switch } from 'antd';
import { currentLanguage } from '../../lib/language.ts';
import { Select } from '../../ui/select.tsx';
import styles from './policy.module.css';
import { fieldOf } from './policy-values.ts';

/** The field of a number, switch or choice; tables are edited at the right. */
export function ParameterEditor({ parameter }: { parameter: PolicyParameter }) {
  const { key, label, unit, kind, options } = parameter;
  const name = ['parameters', fieldOf(key), 'value'];
  switch (kind) {
    case 'number':
      return (
        <Form.Item className={styles.item ?? ''} name={name} rules={[{ validator: checked(key) }]}>
          <InputNumber aria-label={label} controls={false} suffix={unit} style={{ width: 132 }} />
        </Form.Item>
      );
    case 'switch':
      return (
        <Form.Item className={styles.item ?? ''} name={name} valuePropName="checked">
          <Switch size="small" aria-label={label} />
        </Form.Item>
      );
    case 'choice':
      return (
        <Form.Item className={styles.item ?? ''} name={name}>
          <Select aria-label={label} options={options} style={{ width: 190 }} />
        </Form.Item>
      );
    case 'table':
    case 'rule':
      return null;
  }
}

/** The same check as the server's. */
function checked(key: string) {
  return (_: unknown, value: Json | undefined): Promise<void> => {
    if (!isPolicyKey(key)) return Promise.resolve();
    const [fault] = checkValue(templateOf(key), value ?? null);
    if (!fault) return Promise.resolve();
    return Promise.reject(new Error(fault.message[currentLanguage()]));
  };
}
