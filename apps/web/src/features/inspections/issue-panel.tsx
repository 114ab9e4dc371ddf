import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  enterIssue,
  type IssueKind,
  issueKindWords,
  type Responsible,
  responsibleWords,
  type Severity,
  severityWords,
} from '@xuanpai/contracts/inspection-findings';
import type { Inspection } from '@xuanpai/contracts/inspections';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form, Input, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetInspections, unitsOfVillageQuery } from './queries.ts';

interface Values {
  villageId?: string;
  kind?: IssueKind;
  severity?: Severity;
  text?: string;
  deadline?: string;
  responsible?: Responsible;
  unitId?: string;
  person?: string;
}

interface IssuePanelProps {
  inspection: Inspection;
  onClose: () => void;
}

/** What was found at one of the villages, by when it is to be rectified, and by whom. */
export function IssuePanel({ inspection, onClose }: IssuePanelProps) {
  const { inspections: text, ui } = useText();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`finding.new.${inspection.id}`, form);
  const { villages } = inspection;
  const sent = useFormAct(form, {
    send: (values: Values) =>
      call(enterIssue, { params: { id: inspection.id }, body: bodyOf(values) }),
    onDone: async (issue) => {
      draft.clear();
      form.resetFields();
      await forgetInspections(client);
      showDone(text.findingEntered(issue.villageName));
    },
  });
  const required = { required: true, message: text.missing };
  const only = villages.length === 1 ? villages[0]?.id : undefined;
  return (
    <SidePanel title={text.enterFinding} note={inspection.subject} width={480} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{ villageId: only, severity: 'minor', responsible: 'township' }}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={text.enterFinding}
        >
          <Form.Item name="villageId" label={text.village} rules={[required]}>
            <Select
              searchable
              aria-label={text.village}
              options={villages.map(({ id, name, townshipName }) => ({
                value: id,
                label: text.where(townshipName, name),
              }))}
            />
          </Form.Item>
          <Form.Item name="kind" label={text.kind} rules={[required]}>
            <Select aria-label={text.kind} options={wordOptions(issueKindWords)} />
          </Form.Item>
          <Form.Item name="severity" label={text.severity}>
            <Radio.Group options={wordOptions(severityWords)} />
          </Form.Item>
          <Form.Item name="text" label={text.finding} rules={[required]}>
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
          <Form.Item name="deadline" label={text.deadline} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="responsible" label={text.responsible}>
            <Radio.Group options={wordOptions(responsibleWords)} />
          </Form.Item>
          <Named />
          <FormEnd sent={sent}>{text.enterFinding}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

/** The unit or the person, where it isn't the township. */
function Named() {
  const text = useText().inspections;
  const responsible = Form.useWatch<Responsible | undefined>('responsible');
  const villageId = Form.useWatch<string | undefined>('villageId') ?? '';
  const wantsUnit = responsible === 'unit' && villageId !== '';
  const units = useQuery({ ...unitsOfVillageQuery(villageId), enabled: wantsUnit }).data ?? [];
  const required = { required: true, message: text.missing };
  if (responsible === 'unit') {
    return (
      <Form.Item
        name="unitId"
        label={text.responsibleUnit}
        extra={text.unitHint}
        rules={[required]}
      >
        <Select aria-label={text.responsibleUnit} options={units} />
      </Form.Item>
    );
  }
  if (responsible !== 'person') return null;
  return (
    <Form.Item
      name="person"
      label={text.responsiblePerson}
      extra={text.personHint}
      rules={[required]}
    >
      <Input maxLength={60} />
    </Form.Item>
  );
}

/** What is missing goes as it is: the server names the field. */
function bodyOf({ responsible = 'township', unitId, person, ...values }: Values) {
  return {
    villageId: values.villageId ?? '',
    kind: values.kind ?? ('' as IssueKind),
    severity: values.severity ?? ('' as Severity),
    text: values.text ?? '',
    deadline: (values.deadline ?? '') as PlainDate,
    responsible,
    ...(responsible === 'unit' && unitId ? { unitId } : {}),
    ...(responsible === 'person' && person ? { person } : {}),
  };
}
