import { useQueryClient } from '@tanstack/react-query';
import { acceptNomination } from '@xuanpai/contracts/nominations';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ActProps } from './acts.tsx';
import styles from './eligibility.module.css';

interface Values {
  reason: string;
}

/** 研究同意: an age over the limit, with the reason that stays on record. */
export function AcceptForm({ batch, nomination }: ActProps) {
  const text = useText().eligibility;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`accept.${nomination.id}`, form);
  const act = useFormAct(form, {
    send: ({ reason }: Values) =>
      call(acceptNomination, {
        params: { id: batch.id, nominationId: nomination.id },
        body: { reason, version: nomination.version },
      }),
    onDone: async () => {
      draft.clear();
      await client.invalidateQueries();
      showDone(text.acceptedDone(nomination.name));
    },
  });
  return (
    <Form {...formLayout} form={form} onValuesChange={draft.onValuesChange} onFinish={act.submit}>
      <p className={styles.intro}>{text.acceptIntro}</p>
      <Form.Item
        name="reason"
        label={text.reason}
        rules={[{ required: true, whitespace: true, message: text.reasonMissing }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
      {act.problem && (
        <Form.Item>
          <ProblemAlert error={act.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {text.acceptAct(nomination.name)}
      </ActButton>
    </Form>
  );
}
