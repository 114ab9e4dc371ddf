import type { FormInstance } from 'antd';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { useDraft } from '../../lib/form.ts';
import type { useFormAct } from '../../lib/form-act.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import type { CadreValues } from './cadre-values.ts';
import { fieldNames } from './field-names.ts';
import { PartyFields } from './party-fields.tsx';
import { PersonFields } from './person-fields.tsx';
import { WorkFields } from './work-fields.tsx';

interface CadreFormProps {
  form: FormInstance<CadreValues>;
  initial: Partial<CadreValues>;
  act: ReturnType<typeof useFormAct<CadreValues, unknown>>;
  draft: ReturnType<typeof useDraft>;
  submit: string;
  /** The masked number of somebody who has one; null for a new person. */
  idNumberMask: string | null;
  /** Below the Party dates: the document of a correction. */
  document?: ReactNode;
  onUseCurrent?: (() => void) | undefined;
}

export function CadreForm(props: CadreFormProps) {
  const { form, act, idNumberMask } = props;
  const { staffingType } = props.initial;
  const text = useText().cadres;
  const isNew = idNumberMask === null;
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={props.initial}
      onValuesChange={props.draft.onValuesChange}
      onFinish={act.submit}
    >
      <Form.Item name="name" label={text.name} rules={[{ required: true, message: text.missing }]}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item
        name="idNumber"
        label={text.idNumber}
        extra={isNew ? text.idNumberHint : text.unchanged}
        rules={[{ required: isNew, message: text.missing }]}
      >
        <Input autoComplete="off" maxLength={30} placeholder={idNumberMask ?? ''} />
      </Form.Item>
      <PanelPart title={text.work}>
        <WorkFields {...(staffingType && !isNew ? { staffingType } : {})} />
      </PanelPart>
      <PanelPart title={text.membership}>
        <PartyFields />
        {props.document}
      </PanelPart>
      <PanelPart title={text.personal}>
        <PersonFields isNew={isNew} />
      </PanelPart>
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
