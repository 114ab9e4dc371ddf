import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlainDate } from '@xuanpai/contracts/values';
import { getWorkRule, issueWorkRule, type WorkRuleSummary } from '@xuanpai/contracts/work-rules';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { TextButton } from '../../ui/text-button.tsx';

interface Values {
  title?: string;
  documentNumber?: string;
  effectiveFrom?: string;
  body?: string;
}

interface IssuePanelProps {
  newest: WorkRuleSummary | null;
  onClose: () => void;
  onIssued: (edition: number) => void;
}

/** A new version, from scratch or from the words of the newest one. */
export function IssuePanel({ newest, onClose, onIssued }: IssuePanelProps) {
  const { workRules: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const draft = useDraft('issueWorkRule', form);
  const before = useQuery({
    queryKey: ['workRules', newest?.id],
    queryFn: ({ signal }) => call(getWorkRule, { params: { id: newest?.id ?? '' }, signal }),
    enabled: newest !== null,
  });
  const sent = useFormAct(form, {
    send: ({ title = '', documentNumber = '', effectiveFrom = '', body = '' }: Values) =>
      call(issueWorkRule, {
        body: {
          ...{ title, documentNumber, body, after: newest?.edition ?? 0 },
          effectiveFrom: effectiveFrom as PlainDate,
        },
      }),
    onDone: async ({ edition }) => {
      draft.clear();
      await client.invalidateQueries({ queryKey: ['workRules'] });
      showDone(text.issued(edition));
      onIssued(edition);
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={text.issue} note={text.issueNote} width={560} onClose={onClose}>
      <PanelPart>
        <Form
          {...tallFormLayout}
          form={form}
          initialValues={{ title: newest?.title ?? text.usualTitle, effectiveFrom: today }}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={text.issue}
        >
          <Form.Item name="title" label={text.name} rules={[required]}>
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item name="documentNumber" label={text.number} rules={[required]}>
            <Input autoComplete="off" maxLength={60} placeholder={text.numberHint} />
          </Form.Item>
          <Form.Item name="effectiveFrom" label={text.from} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item
            name="body"
            label={text.body}
            extra={
              <>
                {text.bodyHint}{' '}
                {before.data && (
                  <TextButton onClick={() => form.setFieldsValue({ body: before.data.body })}>
                    {text.takeOver(before.data.edition)}
                  </TextButton>
                )}
              </>
            }
            rules={[required]}
          >
            <Input.TextArea rows={14} maxLength={30_000} />
          </Form.Item>
          <FormEnd sent={sent}>{text.issueAct}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
