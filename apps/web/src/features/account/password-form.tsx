import { useMutation, useQueryClient } from '@tanstack/react-query';
import { shortestPassword } from '@xuanpai/domain/password';
import { Form } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import type { ApiProblem } from '../../lib/api-problem.ts';
import { changePassword } from '../../lib/auth-endpoints.ts';
import { showProblem } from '../../lib/form.ts';
import { accept } from '../../lib/session.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  current: string;
  next: string;
  again: string;
}

export function PasswordForm() {
  const { account: text, signIn: words } = useText();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => call(changePassword, { body: { current, next } }),
    onSuccess: async (reply) => {
      accept(reply);
      form.resetFields();
      setProblem(null);
      showDone(text.changed);
      await client.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <Form {...formLayout} form={form} onFinish={(values) => change.mutate(values)}>
      <Form.Item
        name="current"
        label={text.current}
        rules={[{ required: true, message: text.missing }]}
      >
        <PasswordField autoComplete="current-password" words={words} />
      </Form.Item>
      <Form.Item
        name="next"
        label={text.next}
        extra={text.rule(shortestPassword)}
        rules={[
          { required: true, message: text.missing },
          { min: shortestPassword, message: text.tooShort(shortestPassword) },
        ]}
      >
        <PasswordField autoComplete="new-password" words={words} />
      </Form.Item>
      <Form.Item
        name="again"
        label={text.again}
        dependencies={['next']}
        rules={[
          { required: true, message: text.missing },
          ({ getFieldValue }) => ({
            validator: (_, again: string) =>
              !again || again === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(text.different)),
          }),
        ]}
      >
        <PasswordField autoComplete="new-password" words={words} />
      </Form.Item>
      {problem && (
        <Form.Item>
          <ProblemAlert error={problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits reads busy={change.isPending}>
        {text.changeSubmit}
      </ActButton>
    </Form>
  );
}
