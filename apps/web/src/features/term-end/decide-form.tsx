import { useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { decideTermEnd } from '@xuanpai/contracts/term-ends';
import { Form, Input } from 'antd';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { forgetTermEnds } from './queries.ts';
import styles from './term-end.module.css';

interface DecideFormProps {
  name: string;
  version: number;
  send: (body: BodyInputOf<typeof decideTermEnd>) => Promise<unknown>;
}

/** Agrees with the proposal under a document, or sends it back. */
export function DecideForm({ name, version, send }: DecideFormProps) {
  const text = useText().termEnds;
  const client = useQueryClient();
  const [form] = Form.useForm<{ documentNumber: string }>();
  const sent = useFormAct(form, {
    send: (values: { documentNumber: string }) => send({ ...values, confirm: true, version }),
    onDone: async () => {
      await forgetTermEnds(client);
      showDone(text.decided(name));
    },
  });
  async function sendBack() {
    const done = await confirm({
      title: text.sendBack,
      body: text.proposeNote,
      act: text.sendBack,
      run: () => send({ confirm: false, version }),
    });
    if (!done) return;
    await forgetTermEnds(client);
    showDone(text.sentBack);
  }
  return (
    <Form {...formLayout} form={form} onFinish={sent.submit} aria-label={text.decide}>
      <Form.Item
        name="documentNumber"
        label={text.document}
        rules={[{ required: true, message: text.missing }]}
      >
        <Input autoComplete="off" maxLength={80} />
      </Form.Item>
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <div className={styles.acts}>
        <ActButton kind="primary" submits busy={sent.busy}>
          {text.agree}
        </ActButton>
        <ActButton onClick={() => void sendBack()}>{text.sendBack}</ActButton>
      </div>
    </Form>
  );
}
