import { useQueryClient } from '@tanstack/react-query';
import { resetPassword, type User } from '@xuanpai/contracts/users';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FirstPasswordField } from './first-password-field.tsx';
import { usersKey } from './queries.ts';

interface ResetPasswordPanelProps {
  user: User;
  onClose: () => void;
}

export function ResetPasswordPanel({ user, onClose }: ResetPasswordPanelProps) {
  const text = useText().users;
  const client = useQueryClient();
  const [form] = Form.useForm<{ password: string }>();
  const { id, name, version } = user;
  const act = useFormAct(form, {
    send: ({ password }: { password: string }) =>
      call(resetPassword, { params: { id }, body: { password, version } }),
    onDone: async () => {
      showDone(text.resetDone(name));
      await client.invalidateQueries({ queryKey: usersKey });
      onClose();
    },
  });
  return (
    <SidePanel title={text.resetTitle(name)} note={text.resetNote} onClose={onClose}>
      <Form {...formLayout} form={form} onFinish={act.submit}>
        <FirstPasswordField />
        {act.problem && (
          <Form.Item>
            <ProblemAlert error={act.problem} />
          </Form.Item>
        )}
        <ActButton kind="primary" submits reads busy={act.busy}>
          {text.reset}
        </ActButton>
      </Form>
    </SidePanel>
  );
}
