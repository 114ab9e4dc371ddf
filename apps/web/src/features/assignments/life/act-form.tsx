import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AssignmentHistory } from '@xuanpai/contracts/assignment-events';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form, Input } from 'antd';
import { useDay } from '../../../lib/day.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DateField, dateRule } from '../../../ui/date-field.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { assignmentListQuery, forgetPosts, successorsQuery } from '../queries.ts';
import { PartnerField } from './partner-field.tsx';
import { type Act, type ActValues, fieldsOf, sendAct } from './send-act.ts';
import { SuccessorFields } from './successor-fields.tsx';
import { useUndo } from './use-undo.ts';
import { willHappen } from './will-happen.ts';

interface ActFormProps {
  act: Act;
  history: AssignmentHistory;
  onClose: () => void;
}

/** An act on a post: what it asks for, and in words what it will do. */
export function ActForm({ act, history, onClose }: ActFormProps) {
  const all = useText();
  const text = all.assignmentActs;
  const client = useQueryClient();
  const undo = useUndo();
  const { today } = useDay();
  const { assignment } = history;
  const { id, batchId, tier, cadreName } = assignment;
  const [form] = Form.useForm<ActValues>();
  const values: ActValues = Form.useWatch([], form) ?? {};
  const from = isDay(values.from) ? values.from : today;
  const people = useQuery({
    ...successorsQuery(id, { on: from as PlainDate }),
    enabled: act === 'replace',
  }).data?.items;
  const partners = useQuery({
    ...assignmentListQuery({
      batchId,
      on: today as PlainDate,
      pageSize: 200,
      ...(tier === 'city' ? {} : { tier }),
    }),
    enabled: act === 'exchange',
  }).data?.items;
  const sent = useFormAct(form, {
    send: (entered: ActValues) => {
      const partner = partners?.find((post) => post.id === entered.withId);
      return sendAct(act, history, entered, partner?.version ?? 1);
    },
    onDone: async (saved) => {
      const last = saved.events.at(-1);
      showDone(text.done(text.acts[act], cadreName), last && (() => undo(last)));
      await forgetPosts(client);
      onClose();
    },
  });
  const fields = fieldsOf[act];
  const required = [{ required: true, message: text.missing }];
  const late = fields.includes('from') && from.slice(0, 7) < today.slice(0, 7);
  const receipt = act === 'membershipTransferred' || act === 'membershipReturned';
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={initialOf(act, history, today)}
      onFinish={sent.submit}
      aria-label={text.acts[act]}
    >
      {fields.includes('withId') && <PartnerField posts={partners ?? []} own={assignment} />}
      {fields.includes('from') && (
        <Form.Item name="from" label={fromLabel()} rules={[...required, dateRule('day', all.ui)]}>
          <DateField />
        </Form.Item>
      )}
      {fields.includes('cadreId') && <SuccessorFields people={people} chosen={values.cadreId} />}
      {fields.includes('until') && (
        <Form.Item name="until" label={text.until} rules={[...required, dateRule('day', all.ui)]}>
          <DateField />
        </Form.Item>
      )}
      {fields.includes('date') && (
        <Form.Item name="date" label={text.date} rules={[...required, dateRule('day', all.ui)]}>
          <DateField />
        </Form.Item>
      )}
      {fields.includes('documentNumber') && (
        <Form.Item
          name="documentNumber"
          label={receipt ? text.receipt : text.documentNumber}
          rules={required}
        >
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
      )}
      {fields.includes('reason') && (
        <Form.Item name="reason" label={text.reason} rules={required}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
      {late && (
        <Form.Item name="lateReason" label={text.lateReason} extra={text.lateHint}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <p>{willHappen(act, history, values, { text, people, partners })}</p>
      <ActButton kind="primary" submits busy={sent.busy}>
        {text.acts[act]}
      </ActButton>{' '}
      <TextButton onClick={onClose}>{all.ui.cancel}</TextButton>
    </Form>
  );

  function fromLabel() {
    return act === 'withdraw' || act === 'exchange' ? text.from[act] : text.from.replace;
  }
}

function isDay(typed: string | undefined): typed is string {
  return typed !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(typed);
}

/** Today, or the first day of the term where that lies ahead; a vacant post from the day it is vacant. */
function initialOf(act: Act, { assignment }: AssignmentHistory, today: string): ActValues {
  const { startsOn } = assignment;
  const day = startsOn > today ? startsOn : today;
  return act === 'end' || act === 'appointment' ? { date: today } : { date: day, from: day };
}
