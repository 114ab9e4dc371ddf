import { useQueryClient } from '@tanstack/react-query';
import type { EvaluationKind } from '@xuanpai/contracts/evaluation-words';
import { createEvaluation, type Round, updateEvaluation } from '@xuanpai/contracts/evaluations';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetEvaluations } from './queries.ts';

interface Values {
  year?: number | null;
  name?: string;
  startsOn?: string | null;
  endsOn?: string | null;
  date?: string | null;
  ballotsTwice?: boolean;
  questions?: string;
  note?: string;
}

interface RoundPanelProps {
  batchId: string;
  kind: EvaluationKind;
  /** Null: a new one. */
  round: Round | null;
  onClose: () => void;
  onSaved: (round: Round) => void;
}

/** A round's days and ballots, before it is opened. */
export function RoundPanel({ batchId, kind, round, onClose, onSaved }: RoundPanelProps) {
  const { rounds: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const sent = useFormAct(form, {
    send: (values: Values) =>
      round
        ? call(updateEvaluation, {
            params: { id: round.id },
            body: { ...bodyOf(values), version: round.version },
          })
        : call(createEvaluation, {
            body: { ...bodyOf(values), batchId, kind, year: values.year ?? 0 },
          }),
    onDone: async (saved) => {
      await forgetEvaluations(client);
      showDone(round ? text.saved : text.prepared(saved.name));
      onSaved(saved);
    },
  });
  const day = dateRule('day', ui);
  return (
    <SidePanel
      title={round ? round.name : text.prepare}
      note={text.prepareNote}
      width={480}
      onClose={onClose}
    >
      <PanelPart>
        <Form
          {...tallFormLayout}
          form={form}
          initialValues={round ? valuesOf(round) : { year: usualYear(kind, today) }}
          onFinish={sent.submit}
          aria-label={text.prepare}
        >
          {!round && (
            <Form.Item
              name="year"
              label={text.year}
              rules={[{ required: true, message: text.missing }]}
            >
              <InputNumber min={1990} max={2100} precision={0} controls={false} />
            </Form.Item>
          )}
          <Form.Item name="name" label={text.name}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="startsOn" label={text.from} rules={[day]}>
            <DateField />
          </Form.Item>
          <Form.Item name="endsOn" label={text.until} rules={[day]}>
            <DateField />
          </Form.Item>
          <Form.Item name="date" label={text.date} extra={text.dateHint} rules={[day]}>
            <DateField />
          </Form.Item>
          <Form.Item name="ballotsTwice" valuePropName="checked">
            <Checkbox>{text.ballotsTwice}</Checkbox>
          </Form.Item>
          <Form.Item name="questions" label={text.questions} extra={text.questionsHint}>
            <Input.TextArea rows={3} />
          </Form.Item>
          <Form.Item name="note" label={text.remark}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          <FormEnd sent={sent}>{round ? text.save : text.prepare}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

/** In January one evaluates the year before. */
function usualYear(kind: EvaluationKind, today: string): number {
  const year = Number(today.slice(0, 4));
  return kind === 'annual' && today.slice(5, 7) < '06' ? year - 1 : year;
}

function valuesOf(round: Round): Values {
  const { name, startsOn, endsOn, date, ballotsTwice, questions, note } = round;
  return {
    ...{ name, startsOn, endsOn, date, ballotsTwice },
    ...{ questions: questions.join('\n'), note: note ?? '' },
  };
}

function bodyOf({ name, startsOn, endsOn, date, ballotsTwice, questions = '', note }: Values) {
  const day = (value: string) => value as PlainDate;
  return {
    ...(name?.trim() ? { name } : {}),
    ...(startsOn ? { startsOn: day(startsOn) } : {}),
    ...(endsOn ? { endsOn: day(endsOn) } : {}),
    ...(date ? { date: day(date) } : {}),
    ballotsTwice: ballotsTwice ?? false,
    questions: questions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    note: note?.trim() ? note : null,
  };
}
