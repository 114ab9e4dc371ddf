import { Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useFormAct } from '../../lib/form-act.ts';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import styles from './field-panel.module.css';

export interface Field {
  name: string;
  label: string;
  kind: 'text' | 'long' | 'day' | 'number' | 'choice';
  options?: readonly { value: string; label: string }[];
  /** Asked for unless said. */
  optional?: boolean;
  extra?: string;
  longest?: number;
}

export type Entered = Record<string, string | number | null | undefined>;

interface FieldPanelProps {
  title: string;
  note?: string | undefined;
  fields: readonly Field[];
  initial?: Entered;
  /** Names the act. */
  submit: string;
  send: (values: Entered) => Promise<unknown>;
  onDone: () => unknown;
  onClose: () => void;
  /** Below the act: what else may be done with it. */
  below?: ReactNode;
}

/** A few fields in a panel, sent together. */
export function FieldPanel(props: FieldPanelProps) {
  const { title, note, fields, submit, send, onDone, onClose } = props;
  const text = useText();
  const [form] = Form.useForm<Entered>();
  const sent = useFormAct(form, { send, onDone });
  return (
    <SidePanel title={title} note={note} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          labelCol={{ flex: '104px' }}
          form={form}
          initialValues={props.initial ?? {}}
          onFinish={sent.submit}
          aria-label={title}
        >
          {fields.map((field) => (
            <Form.Item
              key={field.name}
              name={field.name}
              label={field.label}
              extra={field.extra}
              rules={[
                ...(field.optional ? [] : [{ required: true, message: text.inspections.missing }]),
                ...(field.kind === 'day' ? [dateRule('day', text.ui)] : []),
              ]}
            >
              {inputOf(field)}
            </Form.Item>
          ))}
          <FormEnd sent={sent}>{submit}</FormEnd>
        </Form>
        {props.below && <div className={styles.below}>{props.below}</div>}
      </PanelPart>
    </SidePanel>
  );
}

function inputOf({ kind, label, options = [], longest = 60 }: Field) {
  switch (kind) {
    case 'day':
      return <DateField />;
    case 'number':
      return <InputNumber min={1} max={730} precision={0} controls={false} />;
    case 'long':
      return <Input.TextArea rows={4} maxLength={longest} />;
    case 'choice':
      return <Select searchable aria-label={label} options={[...options]} />;
    case 'text':
      return <Input maxLength={longest} />;
  }
}
