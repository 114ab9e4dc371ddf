import { useQueryClient } from '@tanstack/react-query';
import {
  answerConsultation,
  type Consultation,
  settleConsultation,
} from '@xuanpai/contracts/plan-consultation';
import type { PlainDate } from '@xuanpai/contracts/values';
import { postWords } from '@xuanpai/contracts/words';
import { Form, Input, Radio } from 'antd';
import { call } from '../../../lib/api.ts';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DateField, dateRule } from '../../../ui/date-field.tsx';
import { DescriptionList } from '../../../ui/description-list.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../../ui/side-panel.tsx';
import { ConsultationBadge } from './consultation-columns.tsx';
import { consultationsKey } from './queries.ts';

/** One who was asked: about whom, what they said, and what became of it. */
export function ConsultationPanel({ one, onClose }: { one: Consultation; onClose: () => void }) {
  const text = useText().replans;
  const mayAnswer = useCan('consultations.answer');
  const maySettle = useCan('plans.write');
  const open = !one.closed && one.state !== 'settled';
  return (
    <SidePanel
      title={one.name}
      note={`${one.batchName} ${one.planName}`}
      badge={<ConsultationBadge one={one} text={text} />}
      onClose={onClose}
    >
      <PanelPart>
        <DescriptionList
          items={[
            { term: text.sentOn, value: one.sentOn },
            {
              term: text.answeredOn,
              value: one.answeredOn && `${one.answeredOn} ${one.answeredBy ?? ''}`,
            },
            { term: text.content, value: one.text },
            {
              term: text.settlement,
              value: one.settlement && `${one.settledOn} ${one.settledBy ?? ''} ${one.settlement}`,
            },
          ]}
        />
      </PanelPart>
      {open && one.state === 'objected' && maySettle && <SettleForm one={one} />}
      {open && mayAnswer && <AnswerForm one={one} />}
      <PanelPart title={`${text.people} ${text.peopleCount(one.posts.length)}`}>
        <PlainTable
          label={text.people}
          rowHeight={24}
          headless
          rows={one.posts}
          rowKey={({ cadreId }) => cadreId}
          columns={[
            { key: 'name', title: text.name, width: 72, cell: ({ name }) => name },
            {
              key: 'post',
              title: text.to,
              cell: ({ village, post }) => `${village} ${word(postWords[post])}`,
            },
          ]}
        />
      </PanelPart>
    </SidePanel>
  );
}

interface AnswerValues {
  answer: 'agreed' | 'objected' | 'noReply';
  text?: string;
  answeredOn: string;
}

function AnswerForm({ one }: { one: Consultation }) {
  const { replans: text, ui } = useText();
  const { today } = useDay();
  const records = useCan('plans.write');
  const client = useQueryClient();
  const [form] = Form.useForm<AnswerValues>();
  const kind = Form.useWatch('answer', form);
  const act = useFormAct(form, {
    send: ({ answer, text: said, answeredOn }: AnswerValues) =>
      call(answerConsultation, {
        params: { id: one.id },
        body: {
          answer,
          ...(said?.trim() ? { text: said } : {}),
          ...(records ? { answeredOn: answeredOn as PlainDate } : {}),
          version: one.version,
        },
      }),
    onDone: async () => {
      showDone(text.answered(one.name));
      await client.invalidateQueries({ queryKey: consultationsKey });
    },
  });
  // Nobody says of themselves that they didn't answer.
  const kinds = records
    ? (['agreed', 'objected', 'noReply'] as const)
    : (['agreed', 'objected'] as const);
  return (
    <PanelPart title={text.answer}>
      <Form
        {...formLayout}
        form={form}
        initialValues={{ answer: 'agreed', answeredOn: today }}
        onFinish={act.submit}
      >
        <Form.Item name="answer" label={text.answerKind}>
          <Radio.Group options={kinds.map((value) => ({ value, label: text.answers[value] }))} />
        </Form.Item>
        <Form.Item
          name="text"
          label={text.answerText}
          rules={[
            {
              required: kind === 'objected',
              whitespace: true,
              message: text.answerTextMissing,
            },
          ]}
        >
          <Input.TextArea maxLength={500} rows={3} />
        </Form.Item>
        {records && (
          <Form.Item
            name="answeredOn"
            label={text.answerDay}
            rules={[{ required: true }, dateRule('day', ui)]}
          >
            <DateField />
          </Form.Item>
        )}
        {act.problem && <ProblemAlert error={act.problem} />}
        <ActButton submits busy={act.busy} kind={records ? 'secondary' : 'primary'}>
          {text.answer}
        </ActButton>
      </Form>
    </PanelPart>
  );
}

function SettleForm({ one }: { one: Consultation }) {
  const text = useText().replans;
  const client = useQueryClient();
  const [form] = Form.useForm<{ settlement: string }>();
  const act = useFormAct(form, {
    send: ({ settlement }: { settlement: string }) =>
      call(settleConsultation, {
        params: { id: one.id },
        body: { settlement, version: one.version },
      }),
    onDone: async () => {
      showDone(text.settled(one.name));
      await client.invalidateQueries({ queryKey: consultationsKey });
    },
  });
  return (
    <PanelPart title={text.settle}>
      <Form {...formLayout} form={form} onFinish={act.submit}>
        <Form.Item
          name="settlement"
          label={text.settlement}
          rules={[{ required: true, whitespace: true, min: 2, message: text.settlementMissing }]}
        >
          <Input.TextArea maxLength={500} rows={3} />
        </Form.Item>
        {act.problem && <ProblemAlert error={act.problem} />}
        <ActButton kind="primary" submits busy={act.busy}>
          {text.settle}
        </ActButton>
      </Form>
    </PanelPart>
  );
}
