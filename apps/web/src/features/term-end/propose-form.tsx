import { useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import {
  type proposeTermEnd,
  type TermOutcome,
  termOutcomes,
  termOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { Form, Input, Radio } from 'antd';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { forgetTermEnds } from './queries.ts';
import type { OutcomeWords } from './term-words.tsx';

interface Values {
  outcome: TermOutcome;
  reason: string;
  remaining?: string;
  stayUntil?: string;
}

interface ProposeFormProps {
  name: string;
  /** Under which what is typed is kept until it is proposed. */
  draft: string;
  suggested: TermOutcome;
  /** Of a person: a unit is bound on without a day of its own. */
  needsDay: boolean;
  words?: OutcomeWords;
  send: (body: BodyInputOf<typeof proposeTermEnd>) => Promise<unknown>;
}

/** What the office proposes; who stays has more to do, and a day. */
export function ProposeForm({
  name,
  draft: of,
  suggested,
  needsDay,
  words = termOutcomeWords,
  send,
}: ProposeFormProps) {
  const { termEnds: text, ui } = useText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`termEnd.${of}`, form);
  const outcome: TermOutcome = Form.useWatch('outcome', form) ?? suggested;
  const stays = outcome === 'stay';
  const sent = useFormAct(form, {
    send: ({ remaining, stayUntil, ...values }: Values) =>
      send({
        ...values,
        ...(stays && remaining ? { remaining } : {}),
        ...(stays && stayUntil ? { stayUntil } : {}),
      }),
    onDone: async () => {
      draft.clear();
      await forgetTermEnds(client);
      showDone(text.proposed(name));
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ outcome: suggested }}
      onValuesChange={draft.onValuesChange}
      onFinish={sent.submit}
      aria-label={text.propose}
    >
      <Form.Item name="outcome" label={text.outcome} rules={[required]}>
        <Radio.Group
          options={termOutcomes.map((value) => ({ value, label: word(words[value]) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={text.reason} rules={[required]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {stays && (
        <Form.Item name="remaining" label={text.remaining} rules={[required]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
      {stays && needsDay && (
        <Form.Item name="stayUntil" label={text.stayUntil} rules={[required, dateRule('day', ui)]}>
          <DateField />
        </Form.Item>
      )}
      <FormEnd sent={sent}>{text.propose}</FormEnd>
    </Form>
  );
}
