import type { FormInstance } from 'antd';
import { Form, Input } from 'antd';
import type { useFormAct } from '../../lib/form-act.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FirstPasswordField } from './first-password-field.tsx';
import { GrantFields } from './grant-fields.tsx';
import type { UserValues } from './user-values.ts';

interface UserFormProps {
  form: FormInstance<UserValues>;
  initial: Partial<UserValues>;
  /** User name and first password are given once. */
  isNew: boolean;
  /** Nobody changes their own roles. */
  isOwn?: boolean;
  act: ReturnType<typeof useFormAct<UserValues, unknown>>;
  submit: string;
  onUseCurrent?: (() => void) | undefined;
}

export function UserForm(props: UserFormProps) {
  const { form, act, isNew } = props;
  const text = useText().users;
  const required = { required: true, message: text.missing };
  return (
    <Form {...formLayout} form={form} initialValues={props.initial} onFinish={act.submit}>
      {isNew && (
        <Form.Item
          name="username"
          label={text.username}
          extra={text.usernameHint}
          rules={[required, { pattern: /^[a-zA-Z][\w.-]{1,31}$/, message: text.usernameRule }]}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={32} />
        </Form.Item>
      )}
      <Form.Item name="name" label={text.name} rules={[required]}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <GrantFields fixed={props.isOwn ?? false} />
      {isNew && <FirstPasswordField />}
      {act.problem && (
        <Form.Item>
          <ProblemAlert
            error={act.problem}
            onUseCurrent={props.onUseCurrent}
            fieldName={(path) => text.field[path as keyof typeof text.field] ?? path}
          />
        </Form.Item>
      )}
      <ActButton kind="primary" submits reads busy={act.busy}>
        {props.submit}
      </ActButton>
    </Form>
  );
}
