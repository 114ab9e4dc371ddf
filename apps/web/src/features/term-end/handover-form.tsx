import { useQueryClient } from '@tanstack/react-query';
import type { TermEnd } from '@xuanpai/contracts/term-ends';
import { saveHandover } from '@xuanpai/contracts/term-handovers';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { HandoverLines, type LineValues, linesOf } from './handover-lines.tsx';
import { forgetTermEnds } from './queries.ts';
import styles from './term-end.module.css';

interface Values extends LineValues {
  takenBy?: string;
  handedOn?: string | null;
}

/** What goes over to the village, line by line; the usual lines stand there to begin with. */
export function HandoverForm({ end }: { end: TermEnd }) {
  const { termEnds: text, ui } = useText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { assignmentId, handover, acts } = end;
  const writes = acts.includes('handover');
  const draft = useDraft(`handover.${assignmentId}.${handover.version}`, form);
  const sent = useFormAct(form, {
    send: ({ takenBy, handedOn, ...lines }: Values) =>
      call(saveHandover, {
        params: { assignmentId },
        body: {
          items: linesOf(lines),
          takenBy: takenBy || null,
          handedOn: handedOn || null,
          version: handover.version,
        },
      }),
    onDone: async () => {
      draft.clear();
      await forgetTermEnds(client);
      showDone(text.handoverSaved);
    },
  });
  if (!writes) return <ReadOnly end={end} />;
  const items =
    handover.version === 0 ? text.usual.map((one) => ({ text: one, done: false })) : handover.items;
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{ items, takenBy: handover.takenBy ?? '', handedOn: handover.handedOn }}
      onValuesChange={draft.onValuesChange}
      onFinish={sent.submit}
      aria-label={text.handover}
    >
      <HandoverLines />
      <Form.Item name="takenBy" label={text.takenBy}>
        <Input autoComplete="off" maxLength={40} style={{ width: 150 }} />
      </Form.Item>
      <Form.Item name="handedOn" label={text.handedOn} rules={[dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <ActButton submits busy={sent.busy}>
        {text.saveHandover}
      </ActButton>
    </Form>
  );
}

function ReadOnly({ end: { handover } }: { end: TermEnd }) {
  const text = useText().termEnds;
  if (handover.items.length === 0) return <p className={styles.quiet}>{text.noHandover}</p>;
  const by = [handover.takenBy, handover.handedOn].filter(Boolean).join(' ');
  return (
    <>
      <ul className={styles.list}>
        {handover.items.map((one) => (
          <li key={one.text}>{one.done ? `${one.text} ✓` : one.text}</li>
        ))}
      </ul>
      <p className={styles.quiet}>{by}</p>
    </>
  );
}
