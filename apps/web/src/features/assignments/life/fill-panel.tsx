import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fillPost } from '@xuanpai/contracts/assignment-acts';
import type { Vacancy } from '@xuanpai/contracts/vacancies';
import type { PlainDate } from '@xuanpai/contracts/values';
import { postWords } from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { call } from '../../../lib/api.ts';
import { useDay } from '../../../lib/day.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { DateField, dateRule } from '../../../ui/date-field.tsx';
import { FormEnd } from '../../../ui/form-end.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { forgetPosts, postCandidatesQuery } from '../queries.ts';
import type { ActValues } from './send-act.ts';
import { SuccessorFields } from './successor-fields.tsx';

interface FillPanelProps {
  batchId: string;
  vacancy: Vacancy;
  onClose: () => void;
}

/** 补派: somebody for a post that nobody of the batch has held yet. */
export function FillPanel({ batchId, vacancy, onClose }: FillPanelProps) {
  const all = useText();
  const text = all.assignmentActs;
  const client = useQueryClient();
  const { today } = useDay();
  const { villageId, villageName, lead } = vacancy;
  const [form] = Form.useForm<ActValues>();
  const chosen = Form.useWatch('cadreId', form);
  const people = useQuery(postCandidatesQuery(batchId, villageId, !lead)).data?.items;
  const sent = useFormAct(form, {
    send: ({ from = '', cadreId = '', documentNumber = '', reason = '', ...more }: ActValues) =>
      call(fillPost, {
        params: { id: batchId },
        body: {
          ...{ villageId, deputy: !lead, cadreId, documentNumber, reason },
          from: from as PlainDate,
          ...(more.category ? { category: more.category } : {}),
          ...(more.ageReason ? { ageReason: more.ageReason } : {}),
        },
      }),
    onDone: async ({ assignment }) => {
      showDone(text.done(text.fill, assignment.cadreName));
      await forgetPosts(client);
      onClose();
    },
  });
  const required = [{ required: true, message: text.missing }];
  const post = word(lead ? postWords.firstSecretary : postWords.deputySecretary);
  return (
    <SidePanel title={text.fill} note={`${villageName} ${post}`} onClose={onClose}>
      <Form {...formLayout} form={form} initialValues={{ from: today }} onFinish={sent.submit}>
        <Form.Item
          name="from"
          label={text.from.replace}
          rules={[...required, dateRule('day', all.ui)]}
        >
          <DateField />
        </Form.Item>
        <SuccessorFields people={people} chosen={chosen} />
        <Form.Item name="documentNumber" label={text.documentNumber} rules={required}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="reason" label={text.reason} rules={required}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <FormEnd sent={sent}>{text.fill}</FormEnd>
      </Form>
    </SidePanel>
  );
}
