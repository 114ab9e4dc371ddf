import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import type { FormInstance } from 'antd';
import { Form, Input, InputNumber } from 'antd';
import type { useDraft } from '../../lib/form.ts';
import type { useFormAct } from '../../lib/form-act.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { fieldNames } from './field-names.ts';
import type { UnitValues } from './unit-values.ts';

interface UnitFormProps {
  form: FormInstance<UnitValues>;
  initial: Partial<UnitValues>;
  act: ReturnType<typeof useFormAct<UnitValues, unknown>>;
  draft: ReturnType<typeof useDraft>;
  submit: string;
  /** The township of a unit stays as it was registered. */
  isNew: boolean;
  onUseCurrent?: (() => void) | undefined;
}

export function UnitForm(props: UnitFormProps) {
  const { form, act } = props;
  const text = useText().units;
  const townships = useTownshipOptions();
  const kind = Form.useWatch('kind', form);
  const required = { required: true, message: text.missing };
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={props.initial}
      onValuesChange={props.draft.onValuesChange}
      onFinish={act.submit}
    >
      <Form.Item name="name" label={text.name} rules={[required]}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={text.kind} rules={[required]}>
        <Select options={wordOptions(unitKindWords)} />
      </Form.Item>
      {props.isNew && kind === 'townshipOffice' && (
        <Form.Item
          name="townshipId"
          label={text.township}
          rules={[{ required: true, message: text.officeNeedsTownship }]}
        >
          <Select options={townships} searchable />
        </Form.Item>
      )}
      <Form.Item name="quota" label={text.quota}>
        <InputNumber min={0} max={1000} precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="strengths" label={text.strengths}>
        <Select mode="multiple" options={wordOptions(specialityWords)} />
      </Form.Item>
      {(['responsiblePerson', 'contactName', 'contactPhone', 'superior'] as const).map((field) => (
        <Form.Item key={field} name={field} label={text[field]}>
          <Input autoComplete="off" maxLength={field === 'superior' ? 80 : 30} />
        </Form.Item>
      ))}
      <Form.Item name="note" label={text.unitNote}>
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      {act.problem && (
        <Form.Item>
          <ProblemAlert
            error={act.problem}
            fieldName={fieldNames(text)}
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
