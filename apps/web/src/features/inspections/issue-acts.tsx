import { useQueryClient } from '@tanstack/react-query';
import {
  answerIssue,
  closeIssue,
  type IssueAct,
  type IssueDetail,
  returnIssue,
  withdrawIssue,
} from '@xuanpai/contracts/inspection-findings';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Section } from '../../ui/section.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { forgetInspections } from './queries.ts';

/** What the person looking may do with a finding as it stands; nothing where they may do nothing. */
export function IssueActs({ issue }: { issue: IssueDetail }) {
  const text = useText().inspections;
  const [chosen, setChosen] = useState(issue.acts[0]);
  if (!chosen) return null;
  return (
    <Section title={issue.acts.length === 1 ? text.acts[chosen] : text.chooseAct}>
      {issue.acts.length > 1 && (
        <Tabs
          label={text.chooseAct}
          items={issue.acts.map((value) => ({ value, label: text.acts[value] }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <ActForm key={chosen} act={chosen} issue={issue} />
    </Section>
  );
}

interface Values {
  text?: string;
  on?: string;
  deadline?: string;
}

function ActForm({ act, issue }: { act: IssueAct; issue: IssueDetail }) {
  const { inspections: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`finding.${issue.id}.${act}`, form);
  const sent = useFormAct(form, {
    send: (values: Values) => send(act, issue, values),
    onDone: async () => {
      draft.clear();
      await forgetInspections(client);
      showDone(text.done[act]);
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <Form
      {...tallFormLayout}
      form={form}
      initialValues={{ on: today }}
      onValuesChange={draft.onValuesChange}
      onFinish={sent.submit}
      aria-label={text.acts[act]}
    >
      {act === 'answer' && (
        <Form.Item name="on" label={text.rectifyDay} rules={[required, dateRule('day', ui)]}>
          <DateField />
        </Form.Item>
      )}
      <Form.Item name="text" label={text.texts[act]} extra={text.actHints[act]} rules={[required]}>
        <Input.TextArea rows={4} maxLength={act === 'answer' ? 2000 : 500} />
      </Form.Item>
      {act === 'return' && (
        <Form.Item
          name="deadline"
          label={text.extendTo}
          extra={text.extendHint}
          rules={[dateRule('day', ui)]}
        >
          <DateField />
        </Form.Item>
      )}
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <ActButton kind={act === 'withdraw' ? 'danger' : 'primary'} submits busy={sent.busy}>
        {text.acts[act]}
      </ActButton>
    </Form>
  );
}

/** What is missing goes as it is: the server names the field. */
function send(act: IssueAct, { id, version }: IssueDetail, { text = '', on, deadline }: Values) {
  const params = { id };
  switch (act) {
    case 'answer':
      return call(answerIssue, { params, body: { version, text, on: (on ?? '') as PlainDate } });
    case 'close':
      return call(closeIssue, { params, body: { version, text } });
    case 'return': {
      const later = deadline ? { deadline: deadline as PlainDate } : {};
      return call(returnIssue, { params, body: { version, text, ...later } });
    }
    case 'withdraw':
      return call(withdrawIssue, { params, body: { version, text } });
  }
}
