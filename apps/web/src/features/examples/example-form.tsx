import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createExample,
  type ExampleDetail,
  type ExampleKind,
  exampleKinds,
  exampleKindWords,
  updateExample,
} from '@xuanpai/contracts/examples';
import { Form, Input, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useReach } from '../../lib/reach.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetExamples, villageChoicesQuery } from './queries.ts';

interface Values {
  kind: ExampleKind;
  title: string;
  text: string;
  villageId?: string | null;
}

interface ExampleFormProps {
  batchId: string;
  /** Changed when given, else a new one. */
  example?: ExampleDetail;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** Writes an example; pictures are added on its page. */
export function ExampleForm({ batchId, example, onClose, onSaved }: ExampleFormProps) {
  const text = useText().examples;
  const client = useQueryClient();
  const reach = useReach('examples.write', 'sheets');
  const townshipId = typeof reach === 'string' ? null : (reach.townshipIds[0] ?? null);
  const villages = useQuery(villageChoicesQuery).data?.items ?? [];
  const [form] = Form.useForm<Values>();
  const draft = useDraft(example ? `example ${example.id}` : 'writeExample', form);
  const sent = useFormAct(form, {
    send: ({ villageId = null, ...fields }: Values): Promise<ExampleDetail> => {
      const body = { ...fields, villageId };
      if (!example) return call(createExample, { body: { ...body, batchId, townshipId } });
      const { id, version } = example;
      return call(updateExample, { params: { id }, body: { ...body, version } });
    },
    onDone: async ({ id, title }) => {
      draft.clear();
      await forgetExamples(client);
      showDone(text.saved(title));
      onSaved(id);
    },
  });
  const required = { required: true, message: text.missing };
  const title = example ? text.change : text.write;
  return (
    <SidePanel title={title} note={text.writeNote} width={620} onClose={onClose}>
      <PanelPart>
        <Form
          {...tallFormLayout}
          form={form}
          initialValues={example ?? { kind: 'case' }}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={title}
        >
          <Form.Item name="kind" label={text.kind}>
            <Radio.Group
              options={exampleKinds.map((value) => ({
                value,
                label: word(exampleKindWords[value]),
              }))}
            />
          </Form.Item>
          <Form.Item name="title" label={text.title} rules={[required]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="villageId" label={text.village}>
            <Select
              searchable
              allowClear
              aria-label={text.village}
              placeholder={text.villageHint}
              options={villages.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="text" label={text.text} rules={[required]}>
            <Input.TextArea rows={16} maxLength={20_000} />
          </Form.Item>
          <FormEnd sent={sent}>{text.save}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
