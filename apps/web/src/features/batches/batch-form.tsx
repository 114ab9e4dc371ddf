import type { Batch } from '@xuanpai/contracts/batches';
import type { PlainDate } from '@xuanpai/contracts/values';
import { isRealDate } from '@xuanpai/domain/office/plain-date';
import { templateOf } from '@xuanpai/domain/policy/template';
import { termEnd } from '@xuanpai/domain/term';
import { Form, type FormInstance, Input } from 'antd';
import type { useFormAct } from '../../lib/form-act.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { TextButton } from '../../ui/text-button.tsx';

export interface BatchValues {
  name: string;
  date: string;
  startsOn: string;
  endsOn: string;
}

export function bodyOf({ name, date, startsOn, endsOn }: BatchValues) {
  return {
    name,
    date: date as PlainDate,
    startsOn: startsOn as PlainDate,
    endsOn: endsOn as PlainDate,
  };
}

interface BatchFormProps {
  form: FormInstance<BatchValues>;
  batch: Batch | null;
  act: ReturnType<typeof useFormAct<BatchValues, Batch>>;
  onValuesChange: () => void;
}

export function BatchForm({ form, batch, act, onValuesChange }: BatchFormProps) {
  const words = useText();
  const text = words.batches;
  const startsOn = Form.useWatch('startsOn', form);
  const endsOn = Form.useWatch('endsOn', form);
  const proposed = proposedEnd(startsOn);
  const date = [{ required: true, message: text.missing }, dateRule('day', words.ui)];
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={batch ?? {}}
      onValuesChange={onValuesChange}
      onFinish={act.submit}
    >
      <Form.Item name="name" label={text.name} rules={[{ required: true, message: text.missing }]}>
        <Input maxLength={60} autoComplete="off" placeholder={text.nameExample} />
      </Form.Item>
      <Form.Item name="date" label={text.date} rules={date} extra={text.dateNote}>
        <DateField />
      </Form.Item>
      <Form.Item name="startsOn" label={text.startsOn} rules={date}>
        <DateField />
      </Form.Item>
      <Form.Item
        name="endsOn"
        label={text.endsOn}
        rules={date}
        extra={
          proposed !== null &&
          endsOn !== proposed && (
            <TextButton onClick={() => form.setFieldValue('endsOn', proposed)}>
              {text.takeEnd(proposed)}
            </TextButton>
          )
        }
      >
        <DateField />
      </Form.Item>
      {act.problem && (
        <Form.Item>
          <ProblemAlert error={act.problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={act.busy}>
        {batch ? text.saveEdit : text.saveNew}
      </ActButton>
    </Form>
  );
}

/** D7: the usual term, from the first day on. */
function proposedEnd(startsOn: string | undefined): string | null {
  if (!startsOn || !isRealDate(startsOn)) return null;
  return termEnd(startsOn, Number(templateOf('dispatch.termYears').value));
}
