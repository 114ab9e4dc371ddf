import { useQueryClient } from '@tanstack/react-query';
import { type Inspection, updateInspection } from '@xuanpai/contracts/inspections';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetInspections } from './queries.ts';

interface Values {
  subject?: string;
  team?: string;
  summary?: string | null;
}

interface SummaryPanelProps {
  inspection: Inspection;
  onClose: () => void;
}

/** What is on record of an inspection, added to. */
export function SummaryPanel({ inspection, onClose }: SummaryPanelProps) {
  const text = useText().inspections;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { id, version, subject, team, summary } = inspection;
  const sent = useFormAct(form, {
    send: (values: Values) =>
      call(updateInspection, {
        params: { id },
        body: {
          version,
          subject: values.subject ?? '',
          team: values.team ?? '',
          summary: values.summary?.trim() ? values.summary : null,
        },
      }),
    onDone: async () => {
      await forgetInspections(client);
      showDone(text.summarySaved);
      onClose();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={text.editSummary} onClose={onClose}>
      <PanelPart>
        <Form
          {...tallFormLayout}
          form={form}
          initialValues={{ subject, team, summary }}
          onFinish={sent.submit}
          aria-label={text.editSummary}
        >
          <Form.Item name="subject" label={text.subject} rules={[required]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="team" label={text.team} extra={text.teamHint} rules={[required]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="summary" label={text.summary}>
            <Input.TextArea rows={8} maxLength={2000} />
          </Form.Item>
          <FormEnd sent={sent}>{text.saveSummary}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
