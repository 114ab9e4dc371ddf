import { useQuery, useQueryClient } from '@tanstack/react-query';
import { leaveKinds, markWords } from '@xuanpai/contracts/attendance-marks';
import { askLeave } from '@xuanpai/contracts/leaves';
import { Checkbox, Form, Input } from 'antd';
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
import { type AskValues, bodyOf, isDay } from './ask-values.ts';
import styles from './leaves.module.css';
import { forgetLeaves, inPostQuery } from './queries.ts';
import { Reckoning, useReckoning } from './reckoning.tsx';

interface AskPanelProps {
  onClose: () => void;
  onAsked: (id: string) => void;
}

/** Asks for leave on behalf of somebody in post; what it comes to is said as it is filled in. */
export function AskPanel({ onClose, onAsked }: AskPanelProps) {
  const { leaves: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<AskValues>();
  const values: AskValues = Form.useWatch([], form) ?? {};
  const draft = useDraft('askLeave', form);
  const startsOn = isDay(values.startsOn) ? values.startsOn : today;
  const people = useQuery(inPostQuery(startsOn)).data?.items;
  const reckoning = useReckoning(values);
  const sent = useFormAct(form, {
    send: (entered: AskValues) => call(askLeave, { body: bodyOf(entered) }),
    onDone: async (leave) => {
      draft.clear();
      await forgetLeaves(client);
      showDone(text.askedFor(leave.cadreName));
      onAsked(leave.id);
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={text.ask} note={text.askNote} width={480} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{ kind: 'annualLeave', startsOn: today, endsOn: today }}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={text.ask}
        >
          <Form.Item name="cadreId" label={text.who} rules={[required]}>
            <Select
              searchable
              loading={people === undefined}
              aria-label={text.who}
              placeholder={text.whoHint}
              options={(people ?? []).map((post) => ({
                value: post.cadreId,
                label: `${post.cadreName} ${post.villageName} ${post.unitName}`,
              }))}
            />
          </Form.Item>
          <Form.Item name="kind" label={text.kind}>
            <Select
              aria-label={text.kind}
              options={leaveKinds.map((value) => ({ value, label: word(markWords[value]) }))}
            />
          </Form.Item>
          <Form.Item label={text.firstDay} required>
            <div className={styles.line}>
              <Form.Item name="startsOn" noStyle rules={[required, dateRule('day', ui)]}>
                <DateField aria-label={text.firstDay} />
              </Form.Item>
              <Form.Item name="startsAtNoon" noStyle valuePropName="checked">
                <Checkbox>{text.startsAtNoon}</Checkbox>
              </Form.Item>
            </div>
          </Form.Item>
          <Form.Item label={text.lastDay} required>
            <div className={styles.line}>
              <Form.Item name="endsOn" noStyle rules={[required, dateRule('day', ui)]}>
                <DateField aria-label={text.lastDay} />
              </Form.Item>
              <Form.Item name="endsAtNoon" noStyle valuePropName="checked">
                <Checkbox>{text.endsAtNoon}</Checkbox>
              </Form.Item>
            </div>
          </Form.Item>
          <Reckoning reckoned={reckoning} kind={values.kind} />
          <Form.Item name="reason" label={text.reason} rules={[required]}>
            <Input.TextArea rows={2} maxLength={300} />
          </Form.Item>
          {reckoning?.needsReason && (
            <Form.Item
              name="beyondReason"
              label={text.beyondReason}
              extra={text.beyondHint}
              rules={[required]}
            >
              <Input autoComplete="off" maxLength={300} />
            </Form.Item>
          )}
          <Form.Item name="documentNumber" label={text.document} extra={text.documentHint}>
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          <FormEnd sent={sent}>{text.sendAsk}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
