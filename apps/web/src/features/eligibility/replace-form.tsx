import { useQueryClient } from '@tanstack/react-query';
import { replaceNomination } from '@xuanpai/contracts/nominations';
import { Form, Input, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import type { ActProps } from './acts.tsx';
import styles from './eligibility.module.css';
import { NewCadreFields } from './new-cadre-fields.tsx';
import { RegisterField } from './register-field.tsx';
import { ReplacePreview } from './replace-preview.tsx';
import { categoryOptions, type ReplaceValues, replacementBody } from './replacement.ts';

/** 更换人选: another of the same unit, from the register or entered here. */
export function ReplaceForm({ batch, nomination, chosen }: ActProps) {
  const text = useText().eligibility;
  const client = useQueryClient();
  const [form] = Form.useForm<ReplaceValues>();
  const draft = useDraft(`replace.${nomination.id}`, form);
  const from = Form.useWatch('from', form) ?? 'new';
  const act = useFormAct(form, {
    send: (values: ReplaceValues) =>
      call(replaceNomination, {
        params: { id: batch.id, nominationId: nomination.id },
        body: replacementBody(values, nomination),
      }),
    onDone: async (named) => {
      draft.clear();
      await client.invalidateQueries();
      showDone(text.replacedDone(nomination.name, named.name));
      chosen.open(named.id);
    },
  });
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={{
        from: 'new',
        category: nomination.category,
        cadre: { politicalStatus: '中共党员' },
      }}
      onValuesChange={draft.onValuesChange}
      onFinish={act.submit}
    >
      <p className={styles.intro}>
        {text.replaceIntro(nomination.unitName)}
        {nomination.post && text.staysInPost(nomination.name, nomination.post.villageName)}
      </p>
      <Form.Item name="from" label={text.from}>
        <Radio.Group
          options={[
            { value: 'register', label: text.fromRegister },
            { value: 'new', label: text.fromNew },
          ]}
        />
      </Form.Item>
      {from === 'register' ? (
        <RegisterField batchId={batch.id} unitId={nomination.unitId} />
      ) : (
        <NewCadreFields />
      )}
      <Form.Item name="category" label={text.category}>
        <Select options={categoryOptions(nomination.tier)} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={text.replaceReason}
        rules={[{ required: true, whitespace: true, message: text.reasonMissing }]}
      >
        <Input maxLength={200} placeholder={text.replaceReasonExample} />
      </Form.Item>
      <ReplacePreview batch={batch} nomination={nomination} form={form} />
      {act.problem && (
        <Form.Item>
          <ProblemAlert error={act.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {text.replaceAct(nomination.name)}
      </ActButton>
    </Form>
  );
}
