import type { FormInstance } from 'antd';
import { Form, Input, InputNumber } from 'antd';
import type { useDraft } from '../../lib/form.ts';
import type { useFormAct } from '../../lib/form-act.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import { fieldNames } from './field-names.ts';
import type { VillageValues } from './village-values.ts';
import { YearFields } from './year-fields.tsx';

interface VillageFormProps {
  form: FormInstance<VillageValues>;
  initial?: Partial<VillageValues>;
  /** The code and township of a village stay. */
  isNew: boolean;
  act: ReturnType<typeof useFormAct<VillageValues, unknown>>;
  draft: ReturnType<typeof useDraft>;
  submit: string;
  onUseCurrent?: (() => void) | undefined;
}

export function VillageForm(props: VillageFormProps) {
  const { form, act, isNew } = props;
  const text = useText();
  const words = text.villages;
  const townships = useTownshipOptions();
  const required = { required: true, message: words.missing };
  return (
    <Form
      {...formLayout}
      labelCol={{ flex: '104px' }}
      form={form}
      initialValues={props.initial ?? {}}
      onValuesChange={props.draft.onValuesChange}
      onFinish={act.submit}
    >
      {isNew && (
        <>
          <Form.Item
            name="code"
            label={words.code}
            rules={[required, { pattern: /^\d{12}$/, message: words.codeRule }]}
          >
            <Input inputMode="numeric" autoComplete="off" maxLength={12} />
          </Form.Item>
          <Form.Item name="townshipId" label={words.township} rules={[required]}>
            <Select options={townships} searchable />
          </Form.Item>
        </>
      )}
      <Form.Item name="name" label={words.name} rules={[required]}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      {(['households', 'population', 'partyMembers'] as const).map((field) => (
        <Form.Item key={field} name={field} label={words[field]}>
          <InputNumber min={0} max={10_000_000} precision={0} controls={false} />
        </Form.Item>
      ))}
      <Form.Item name="mainIndustry" label={words.mainIndustry}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="note" label={words.villageNote}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      <PanelPart title={words.years} note={words.yearHint}>
        <YearFields />
      </PanelPart>
      {act.problem && (
        <Form.Item>
          <ProblemAlert
            error={act.problem}
            fieldName={fieldNames(words)}
            onUseCurrent={props.onUseCurrent}
          />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {props.submit}
      </ActButton>
    </Form>
  );
}
