import { useQueryClient } from '@tanstack/react-query';
import { confirmMembership } from '@xuanpai/contracts/nominations';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ActProps } from './acts.tsx';
import styles from './eligibility.module.css';
import { keptDate, shownDate } from './party-date.ts';

interface Values {
  fullMemberOn: string | null;
  document: string;
}

/** 单位确认: the presumed date as it is, or a later one of the file. */
export function ConfirmForm({ batch, nomination }: ActProps) {
  const words = useText();
  const text = words.eligibility;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const act = useFormAct(form, {
    send: ({ fullMemberOn, document }: Values) => {
      const date = keptDate(fullMemberOn);
      return call(confirmMembership, {
        params: { id: batch.id },
        body: {
          nominations: [{ nominationId: nomination.id, ...(date ? { fullMemberOn: date } : {}) }],
          document,
        },
      });
    },
    onDone: async () => {
      await client.invalidateQueries();
      showDone(text.confirmedOne(nomination.name));
    },
  });
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ fullMemberOn: shownDate(nomination.presumedFullMemberOn), document: '' }}
      onFinish={act.submit}
    >
      <p className={styles.intro}>{text.confirmIntro}</p>
      <Form.Item
        name="fullMemberOn"
        label={text.fullMemberOn}
        rules={[dateRule('either', words.ui)]}
      >
        <DateField precision="either" placeholder={words.ui.monthFormat} style={{ width: 128 }} />
      </Form.Item>
      <Form.Item
        name="document"
        label={text.document}
        rules={[{ required: true, whitespace: true, message: text.documentMissing }]}
      >
        <Input maxLength={200} placeholder={text.confirmDocumentExample} />
      </Form.Item>
      {act.problem && (
        <Form.Item>
          <ProblemAlert error={act.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {text.confirmAct}
      </ActButton>
    </Form>
  );
}
