import { useQueryClient } from '@tanstack/react-query';
import type { Nomination } from '@xuanpai/contracts/nominations';
import { declareRelative } from '@xuanpai/contracts/relatives';
import type { RelativeKind } from '@xuanpai/contracts/values';
import { Form, Segmented } from 'antd';
import { call } from '../../../lib/api.ts';
import { useFormAct } from '../../../lib/form-act.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { NamedSelect } from './named-select.tsx';
import { RelationFields } from './relation-fields.tsx';
import styles from './relatives.module.css';

interface Values {
  with: 'cadre' | 'village';
  otherCadreId?: string;
  villageId?: string;
  relation: RelativeKind;
  note?: string;
}

/** Declares kin with another cadre, or with somebody in a village's committees. */
export function DeclareForm({ nomination, onEnd }: { nomination: Nomination; onEnd: () => void }) {
  const text = useText().relatives;
  const required = useText().wishes.choose;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const side = Form.useWatch('with', form) ?? 'cadre';
  const act = useFormAct(form, {
    send: ({ relation, note, ...values }: Values) => {
      const { otherCadreId, villageId } = values;
      const other = side === 'cadre' ? { otherCadreId } : { villageId };
      return call(declareRelative, {
        params: { id: nomination.batchId, nominationId: nomination.id },
        body: { ...other, relation, ...(note?.trim() ? { note: note.trim() } : {}) } as {
          relation: RelativeKind;
        },
      });
    },
    onDone: async () => {
      showDone(text.saved(nomination.name));
      onEnd();
      await client.invalidateQueries({ queryKey: ['nominations'] });
      await client.invalidateQueries({ queryKey: ['plans'] });
    },
  });
  return (
    <Form<Values>
      {...formLayout}
      form={form}
      initialValues={{ with: 'cadre' }}
      onFinish={act.submit}
    >
      <Form.Item name="with" label={text.withWhom}>
        <Segmented<Values['with']>
          options={[
            { value: 'cadre', label: text.cadre },
            { value: 'village', label: text.village },
          ]}
        />
      </Form.Item>
      <Form.Item
        key={side}
        name={side === 'cadre' ? 'otherCadreId' : 'villageId'}
        label={side === 'cadre' ? text.who : text.where}
        rules={[{ required: true, message: required }]}
      >
        <NamedSelect what={side} />
      </Form.Item>
      <RelationFields />
      {act.problem && <ProblemAlert error={act.problem} />}
      <p className={styles.acts}>
        <ActButton submits busy={act.busy}>
          {text.save}
        </ActButton>
        <TextButton onClick={onEnd}>{text.cancel}</TextButton>
      </p>
    </Form>
  );
}
