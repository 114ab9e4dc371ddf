import { useQueryClient } from '@tanstack/react-query';
import { updateCadre } from '@xuanpai/contracts/cadres';
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
import { TextButton } from '../../ui/text-button.tsx';
import type { ActProps } from './acts.tsx';
import styles from './eligibility.module.css';
import { keptDate, shownDate } from './party-date.ts';
import { Preview } from './preview.tsx';
import { type CorrectValues, useCorrected } from './use-corrected.ts';

/** 查档更正: the dates as the personal file has them, with the document that they stand on. */
export function CorrectForm({ batch, nomination, chosen }: ActProps) {
  const words = useText();
  const text = words.eligibility;
  const client = useQueryClient();
  const [form] = Form.useForm<CorrectValues>();
  const draft = useDraft(`correct.${nomination.cadreId}`, form);
  const judged = useCorrected(batch, nomination, form);
  const fullMemberOn = Form.useWatch('fullMemberOn', form);
  const act = useFormAct(form, {
    send: (values: CorrectValues) =>
      call(updateCadre, {
        params: { id: nomination.cadreId },
        body: {
          joinedOn: keptDate(values.joinedOn),
          fullMemberOn: keptDate(values.fullMemberOn),
          document: values.document,
          version: nomination.cadreVersion,
        },
      }),
    onDone: async () => {
      draft.clear();
      await client.invalidateQueries();
      showDone(text.corrected(nomination.name));
    },
  });
  const was = (date: string | null) => (
    <span className={styles.was}>{text.was(shownDate(date) ?? text.none)}</span>
  );
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{
        joinedOn: shownDate(nomination.joinedOn),
        fullMemberOn: shownDate(nomination.fullMemberOn),
        document: '',
      }}
      onValuesChange={draft.onValuesChange}
      onFinish={act.submit}
    >
      <p className={styles.intro}>{text.correctIntro}</p>
      <Form.Item label={text.joinedOn} htmlFor="joinedOn">
        <Form.Item name="joinedOn" noStyle rules={[dateRule('either', words.ui)]}>
          <DateField precision="either" placeholder={words.ui.monthFormat} style={{ width: 128 }} />
        </Form.Item>
        {was(nomination.joinedOn)}
      </Form.Item>
      <Form.Item label={text.fullMemberOn} htmlFor="fullMemberOn">
        <Form.Item name="fullMemberOn" noStyle rules={[dateRule('either', words.ui)]}>
          <DateField precision="either" placeholder={words.ui.monthFormat} style={{ width: 128 }} />
        </Form.Item>
        {was(nomination.fullMemberOn)}
      </Form.Item>
      <Form.Item
        name="document"
        label={text.document}
        rules={[{ required: true, whitespace: true, message: text.documentMissing }]}
      >
        <Input maxLength={200} placeholder={text.documentExample} />
      </Form.Item>
      <Preview
        judged={judged}
        eligible={text.correctedEligible(shownDate(keptDate(fullMemberOn)) ?? '')}
      />
      {act.problem && (
        <Form.Item>
          <ProblemAlert error={act.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {text.correctAct}
      </ActButton>
      <p className={styles.otherwise}>
        <strong>{text.fileIsRight}</strong>
        {text.nameAnother(nomination.unitName)}
        <TextButton onClick={() => chosen.choose('replace')}>{text.wayNames.replace}</TextButton>
        {text.newNominee}
      </p>
    </Form>
  );
}
