import { useQueryClient } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { changePolicy, type getPolicy } from '@xuanpai/contracts/policy';
import { Form } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { GroupIndex } from './group-index.tsx';
import { ParameterGroups } from './parameter-groups.tsx';
import { ParameterPanel } from './parameter-panel.tsx';
import styles from './policy.module.css';
import { atFields } from './policy-problem.ts';
import { changedKeys, changesOf, type PolicyValues, valuesOf } from './policy-values.ts';
import { SaveBar } from './save-bar.tsx';

type Policy = ReplyOf<typeof getPolicy>;

interface PolicyFormProps {
  batch: Batch;
  policy: Policy;
  /** Text to find in the names. */
  sought: string;
  mayWrite: boolean;
}

/** All parameters by group, edited where they stand; saved together from a day on. */
export function PolicyForm({ batch, policy, sought, mayWrite }: PolicyFormProps) {
  const text = useText().policy;
  const client = useQueryClient();
  const [form] = Form.useForm<PolicyValues>();
  const [row, setRow] = useUrlValue('row');
  const [changed, setChanged] = useState<readonly string[]>([]);
  const note = () => setChanged(changedKeys(policy.items, form.getFieldsValue(true).parameters));
  const draft = useDraft(`policy.${batch.id}.${policy.version}`, form, { onRestored: note });
  const act = useFormAct(form, {
    send: async () => {
      const body = changesOf(policy.items, form.getFieldsValue(true), policy.version);
      try {
        return await call(changePolicy, { params: { id: batch.id }, body });
      } catch (error) {
        throw atFields(error, body.changes);
      }
    },
    onDone: async () => {
      const count = changed.length;
      draft.clear();
      await client.invalidateQueries();
      showDone(text.saved(count));
    },
  });
  const open = policy.items.find(({ key }) => key === row);
  return (
    <Form
      className={`${styles.form} ${open ? styles.withPanel : ''}`}
      component="form"
      form={form}
      initialValues={{ parameters: valuesOf(policy.items), effectiveFrom: policy.on, reason: '' }}
      validateTrigger="onBlur"
      requiredMark={false}
      onValuesChange={() => {
        draft.onValuesChange();
        note();
      }}
      onFinish={act.submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <GroupIndex items={policy.items} changed={changed} />
      <div className={styles.main}>
        <ParameterGroups
          items={policy.items}
          sought={sought}
          changed={changed}
          chosen={row}
          mayWrite={mayWrite}
          onOpen={setRow}
        />
        {changed.length > 0 && (
          <SaveBar
            labels={policy.items
              .filter(({ key }) => changed.includes(key))
              .map(({ label }) => label)}
            act={act}
            onDrop={() => {
              draft.clear();
              act.forget();
              form.resetFields();
              setChanged([]);
            }}
          />
        )}
      </div>
      {open && (
        <ParameterPanel
          key={open.key}
          batch={batch}
          parameter={open}
          mayWrite={mayWrite}
          onClose={() => setRow(null)}
        />
      )}
    </Form>
  );
}
