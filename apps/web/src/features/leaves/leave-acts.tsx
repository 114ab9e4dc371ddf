import { useQueryClient } from '@tanstack/react-query';
import { decideLeave, endLeave, type Leave, withdrawLeave } from '@xuanpai/contracts/leaves';
import type { PlainDate } from '@xuanpai/contracts/values';
import { addDays } from '@xuanpai/domain/office/plain-date';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './leaves.module.css';
import { forgetLeaves } from './queries.ts';

/** What can be done with a leave as it stands; nothing where nothing can. */
export function LeaveActs({ leave }: { leave: Leave }) {
  const text = useText().leaves;
  const { acts } = leave;
  if (acts.length === 0) return null;
  return (
    <PanelPart title={text.acts}>
      {acts.includes('approve') && <DecideForm leave={leave} />}
      {acts.includes('withdraw') && <Withdraw leave={leave} />}
      {acts.includes('end') && <EndForm leave={leave} />}
    </PanelPart>
  );
}

interface Decision {
  decision?: string;
}

/** One line for both: an opinion that may be left out, a reason that may not. */
function DecideForm({ leave }: { leave: Leave }) {
  const text = useText().leaves;
  const client = useQueryClient();
  const [form] = Form.useForm<Decision>();
  const [approve, setApprove] = useState(true);
  const sent = useFormAct(form, {
    send: ({ decision = '' }: Decision) => {
      const { id, version } = leave;
      const said = decision.trim();
      const body = approve
        ? { approve, version, ...(said === '' ? {} : { decision: said }) }
        : { approve, version, decision: said };
      return call(decideLeave, { params: { id }, body: body });
    },
    onDone: async () => {
      await forgetLeaves(client);
      showDone(approve ? text.approved(leave.cadreName) : text.refused(leave.cadreName));
    },
  });
  return (
    <Form {...formLayout} form={form} onFinish={sent.submit} aria-label={text.decide}>
      <Form.Item
        name="decision"
        label={text.opinion}
        extra={text.opinionHint}
        rules={[{ required: !approve, message: text.refusalReason }]}
      >
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <div className={styles.acts}>
        <ActButton kind="primary" busy={sent.busy && approve} onClick={() => submit(true)}>
          {text.approve}
        </ActButton>
        <ActButton busy={sent.busy && !approve} onClick={() => submit(false)}>
          {text.refuse}
        </ActButton>
      </div>
    </Form>
  );

  function submit(next: boolean) {
    setApprove(next);
    // The rule of the field follows the button.
    setTimeout(() => form.submit());
  }
}

function Withdraw({ leave }: { leave: Leave }) {
  const text = useText().leaves;
  const client = useQueryClient();
  const [form] = Form.useForm<object>();
  const { id, version } = leave;
  const sent = useFormAct(form, {
    send: () => call(withdrawLeave, { params: { id }, body: { version } }),
    onDone: async () => {
      await forgetLeaves(client);
      showDone(text.withdrawn(leave.cadreName));
    },
  });
  return (
    <Form form={form} onFinish={sent.submit} aria-label={text.withdraw}>
      {sent.problem && <ProblemAlert error={sent.problem} />}
      <ActButton submits busy={sent.busy}>
        {text.withdraw}
      </ActButton>
    </Form>
  );
}

interface End {
  lastDay: string;
  reason?: string;
}

/** 销假: the last day of leave, with why where it isn't the approved one. */
function EndForm({ leave }: { leave: Leave }) {
  const { leaves: text, ui } = useText();
  const { today } = useDay();
  const client = useQueryClient();
  const [form] = Form.useForm<End>();
  const { id, version, startsOn, endsOn } = leave;
  const lastDay = Form.useWatch('lastDay', form) ?? endsOn;
  const notTaken = addDays(startsOn as PlainDate, -1);
  const sent = useFormAct(form, {
    send: ({ lastDay: last, reason }: End) =>
      call(endLeave, {
        params: { id },
        body: { lastDay: last as PlainDate, version, ...(reason ? { reason } : {}) },
      }),
    onDone: async () => {
      await forgetLeaves(client);
      showDone(text.endedOf(leave.cadreName));
    },
  });
  const required = { required: true, message: text.missing };
  const yesterday = addDays(today as PlainDate, -1);
  const proposed = endsOn <= today ? endsOn : startsOn > today ? notTaken : yesterday;
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ lastDay: proposed }}
      onFinish={sent.submit}
      aria-label={text.end}
    >
      <Form.Item
        name="lastDay"
        label={text.lastDay}
        extra={
          <>
            {text.lastDayHint}{' '}
            <TextButton onClick={() => form.setFieldsValue({ lastDay: notTaken })}>
              {text.wasNotTaken}
            </TextButton>
          </>
        }
        rules={[required, dateRule('day', ui)]}
      >
        <DateField />
      </Form.Item>
      {lastDay !== endsOn && (
        <Form.Item name="reason" label={text.why} extra={text.otherDay(endsOn)} rules={[required]}>
          <Input autoComplete="off" maxLength={300} />
        </Form.Item>
      )}
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <ActButton kind={leave.toEnd ? 'primary' : 'secondary'} submits busy={sent.busy}>
        {text.end}
      </ActButton>
    </Form>
  );
}
