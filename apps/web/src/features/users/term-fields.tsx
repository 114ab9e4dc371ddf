import { Form } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import type { GrantValues } from './user-values.ts';
import styles from './users.module.css';

interface TermFieldsProps {
  /** Which of the roles. */
  at: number;
  fixed: boolean;
}

/** 自…起 至…止; both may stay empty. */
export function TermFields({ at, fixed }: TermFieldsProps) {
  const { users: text, ui } = useText();
  const form = Form.useFormInstance<{ roles: GrantValues[] }>();
  const isInOrder = (_: unknown, endsOn: string | null) => {
    const startsOn = form.getFieldValue(['roles', at, 'startsOn']);
    return endsOn && startsOn && endsOn < startsOn
      ? Promise.reject(new Error(text.endsBeforeStart))
      : Promise.resolve();
  };
  const name = text.grantOf(at + 1);
  return (
    <div className={styles.term}>
      <span>{text.from[0]}</span>
      <Form.Item name={[at, 'startsOn']} rules={[dateRule('day', ui)]}>
        <DateField aria-label={`${name} ${text.startsOn}`} disabled={fixed} />
      </Form.Item>
      <span>{text.from[1]}</span>
      <Form.Item
        name={[at, 'endsOn']}
        dependencies={[['roles', at, 'startsOn']]}
        rules={[dateRule('day', ui), { validator: isInOrder }]}
      >
        <DateField aria-label={`${name} ${text.endsOn}`} disabled={fixed} />
      </Form.Item>
      <span>{text.from[2]}</span>
    </div>
  );
}
