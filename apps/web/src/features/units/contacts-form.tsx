import { useQueryClient } from '@tanstack/react-query';
import { type Unit, updateUnit } from '@xuanpai/contracts/units';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { fieldNames } from './field-names.ts';
import { unitsKey } from './queries.ts';

type Contacts = Pick<Unit, 'responsiblePerson' | 'contactName' | 'contactPhone'>;

export function ContactsForm({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const text = useText().units;
  const client = useQueryClient();
  const [form] = Form.useForm<Contacts>();
  const [version] = useState(unit.version);
  const draft = useDraft(`unit.contacts.${unit.id}`, form);
  const act = useFormAct(form, {
    send: (values: Contacts) =>
      call(updateUnit, { params: { id: unit.id }, body: { ...values, version } }),
    onDone: async () => {
      draft.clear();
      showDone(text.contactsSaved(unit.name));
      await client.invalidateQueries({ queryKey: unitsKey });
      onClose();
    },
  });
  function leave() {
    draft.clear();
    onClose();
  }
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={unit}
      onValuesChange={draft.onValuesChange}
      onFinish={act.submit}
    >
      <Form.Item name="responsiblePerson" label={text.responsiblePerson}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="contactName" label={text.contactName}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="contactPhone" label={text.contactPhone}>
        <Input inputMode="tel" autoComplete="off" maxLength={30} />
      </Form.Item>
      {act.problem && (
        <Form.Item>
          <ProblemAlert error={act.problem} fieldName={fieldNames(text)} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {text.saveContacts}
      </ActButton>{' '}
      <TextButton onClick={leave}>{text.cancel}</TextButton>
    </Form>
  );
}
