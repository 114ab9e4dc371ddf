import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  enterSpotCheck,
  findings,
  findingWords,
  type SpotFinding,
} from '@xuanpai/contracts/spot-checks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form, Input, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetSpotChecks, inPostQuery } from './queries.ts';

interface EntryValues {
  day?: string;
  assignmentId?: string;
  half?: 'day' | '1' | '2';
  found?: SpotFinding;
  text?: string;
}

interface EnterPanelProps {
  /** The inspection in which it was found, and its day. */
  inspection?: { id: string; day: string } | undefined;
  onClose: () => void;
  onEntered: (id: string) => void;
}

/** What was found of somebody in post on a day. */
export function EnterPanel({ inspection, onClose, onEntered }: EnterPanelProps) {
  const { checks: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<EntryValues>();
  const draft = useDraft(inspection ? `enterSpotCheck.${inspection.id}` : 'enterSpotCheck', form);
  const typed = Form.useWatch('day', form);
  const day = typed && /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : today;
  const posts = useQuery(inPostQuery(day)).data;
  const sent = useFormAct(form, {
    send: (entered: EntryValues) =>
      call(enterSpotCheck, {
        body: { ...bodyOf(entered), ...(inspection ? { inspectionId: inspection.id } : {}) },
      }),
    onDone: async (check) => {
      draft.clear();
      await forgetSpotChecks(client);
      if (inspection) await client.invalidateQueries({ queryKey: ['inspections'] });
      showDone(
        check.contradicted ? text.enteredDiffers(check.cadreName) : text.entered(check.cadreName),
      );
      onEntered(check.id);
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={text.enter} note={text.enterNote} width={480} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{ day: inspection?.day ?? today, half: 'day', found: 'there' }}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={text.enter}
        >
          <Form.Item name="day" label={text.day} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="half" label={text.part}>
            <Radio.Group
              options={[
                { value: 'day', label: text.wholeDay },
                { value: '1', label: text.halfNames[1] },
                { value: '2', label: text.halfNames[2] },
              ]}
            />
          </Form.Item>
          <Form.Item name="assignmentId" label={text.who} rules={[required]}>
            <Select
              searchable
              loading={posts === undefined}
              aria-label={text.who}
              placeholder={text.whoHint}
              options={(posts ?? []).map((post) => ({
                value: post.id,
                label: `${post.cadreName} ${post.townshipName}${post.villageName} ${post.unitName}`,
              }))}
            />
          </Form.Item>
          <Form.Item name="found" label={text.found}>
            <Radio.Group
              options={findings.map((value) => ({ value, label: word(findingWords[value]) }))}
            />
          </Form.Item>
          <Form.Item name="text" label={text.text} extra={text.textHint} rules={[required]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <FormEnd sent={sent}>{text.enter}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

/** What is missing goes as it is: the server names the field. */
function bodyOf({ day, assignmentId, half, found, text }: EntryValues) {
  return {
    assignmentId: assignmentId ?? '',
    day: (day ?? '') as PlainDate,
    half: half === '1' ? (1 as const) : half === '2' ? (2 as const) : null,
    found: found ?? ('' as SpotFinding),
    text: text ?? '',
  };
}
