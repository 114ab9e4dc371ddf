import { shortestPassword } from '@xuanpai/domain/password';
import { Form, Input } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { newPassword } from './new-password.ts';
import styles from './users.module.css';

/** A password to be told to somebody, so it is readable here; typed, or made at random. */
export function FirstPasswordField() {
  const text = useText().users;
  const form = Form.useFormInstance();
  return (
    <Form.Item label={text.newPassword} extra={text.passwordRule(shortestPassword)}>
      <div className={styles.password}>
        <Form.Item
          noStyle
          name="password"
          rules={[
            { required: true, message: text.missing },
            { min: shortestPassword, message: text.tooShort(shortestPassword) },
          ]}
        >
          <Input
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            aria-label={text.newPassword}
          />
        </Form.Item>
        <TextButton onClick={() => form.setFieldValue('password', newPassword())}>
          {text.makePassword}
        </TextButton>
      </div>
    </Form.Item>
  );
}
