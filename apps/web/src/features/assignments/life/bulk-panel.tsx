import { useQueryClient } from '@tanstack/react-query';
import {
  endAssignments,
  recordAppointments,
  recordMemberships,
  recordReports,
} from '@xuanpai/contracts/assignment-acts';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form, Input } from 'antd';
import { call } from '../../../lib/api.ts';
import { useDay } from '../../../lib/day.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { DateField, dateRule } from '../../../ui/date-field.tsx';
import { FormEnd } from '../../../ui/form-end.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { forgetPosts } from '../queries.ts';

export const bulkActs = [
  'appointment',
  'report',
  'membershipTransferred',
  'membershipReturned',
  'end',
] as const;
export type BulkAct = (typeof bulkActs)[number];

interface Values {
  date: PlainDate;
  documentNumber?: string;
}

interface BulkPanelProps {
  act: BulkAct;
  posts: readonly { id: string; version: number }[];
  onClose: (done: boolean) => void;
}

/** The same put on record for many people at once: one day, one number. */
export function BulkPanel({ act, posts, onClose }: BulkPanelProps) {
  const all = useText();
  const text = all.assignmentActs;
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const name = text.acts[act];
  const sent = useFormAct(form, {
    send: (values: Values) => sendFor(act, posts, values),
    onDone: async ({ recorded }) => {
      showDone(text.doneMany(name, recorded));
      await forgetPosts(client);
      onClose(true);
    },
  });
  const required = [{ required: true, message: text.missing }];
  const receipt = act === 'membershipTransferred' || act === 'membershipReturned';
  return (
    <SidePanel title={text.many(name, posts.length)} onClose={() => onClose(false)}>
      <Form {...formLayout} form={form} initialValues={{ date: today }} onFinish={sent.submit}>
        <Form.Item name="date" label={text.date} rules={[...required, dateRule('day', all.ui)]}>
          <DateField />
        </Form.Item>
        {act !== 'report' && (
          <Form.Item
            name="documentNumber"
            label={receipt ? text.receipt : text.documentNumber}
            rules={required}
          >
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
        )}
        <FormEnd sent={sent}>{text.many(name, posts.length)}</FormEnd>
      </Form>
    </SidePanel>
  );
}

function sendFor(
  act: BulkAct,
  posts: BulkPanelProps['posts'],
  { date, documentNumber = '' }: Values,
) {
  const assignments = posts.map(({ id, version }) => ({ id, version }));
  const paper = { assignments, date, documentNumber };
  switch (act) {
    case 'appointment':
      return call(recordAppointments, { body: paper });
    case 'report':
      return call(recordReports, { body: { assignments, date } });
    case 'membershipTransferred':
      return call(recordMemberships, { body: { ...paper, direction: 'transferred' } });
    case 'membershipReturned':
      return call(recordMemberships, { body: { ...paper, direction: 'returned' } });
    case 'end':
      return call(endAssignments, { body: paper });
  }
}
