import { useQueryClient } from '@tanstack/react-query';
import {
  createTraining,
  type Invitation,
  type Training,
  type TrainingDetail,
  updateTraining,
} from '@xuanpai/contracts/trainings';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useReach } from '../../lib/reach.ts';
import { useTownshipOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetTrainings } from './queries.ts';
import styles from './trainings.module.css';

interface Values {
  topic: string;
  place: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  startsAtNoon?: boolean;
  endsAtNoon?: boolean;
  hours: number;
  teachers: string;
  note?: string | null;
  township?: string;
  invite?: Invitation | 'none';
}

const district = 'district';

interface TrainingFormProps {
  batchId: string;
  /** Changed when given, else a new one. */
  training?: Training;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** A session: what, where, when and for whom. */
export function TrainingForm({ batchId, training, onClose, onSaved }: TrainingFormProps) {
  const { trainings: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const reach = useReach('trainings.write', 'sheets');
  const townships = useTownshipOptions();
  const own = typeof reach === 'string' ? [] : reach.townshipIds;
  const whose = [
    ...(reach === 'all' ? [{ value: district, label: text.ofDistrict }] : []),
    ...townships.filter(({ value }) => reach === 'all' || own.includes(value)),
  ];
  const [form] = Form.useForm<Values>();
  const draft = useDraft(training ? `training ${training.id}` : 'enterTraining', form);
  const sent = useFormAct(form, {
    send: (values: Values): Promise<TrainingDetail> => {
      const { township, invite, ...fields } = values;
      const body = {
        ...fields,
        startsAtNoon: fields.startsAtNoon ?? false,
        endsAtNoon: fields.endsAtNoon ?? false,
        note: fields.note?.trim() || null,
      };
      if (training) {
        const { id, version } = training;
        return call(updateTraining, { params: { id }, body: { ...body, version } });
      }
      const townshipId = township === district || !township ? null : township;
      const chosen = !invite || invite === 'none' ? null : invite;
      return call(createTraining, { body: { ...body, batchId, townshipId, invite: chosen } });
    },
    onDone: async ({ id, topic }) => {
      draft.clear();
      await forgetTrainings(client);
      showDone(training ? text.changed(topic) : text.entered(topic));
      onSaved(id);
    },
  });
  const required = { required: true, message: text.missing };
  const title = training ? text.change : text.enter;
  const initial = training
    ? { ...training }
    : {
        ...{ startsOn: today, endsOn: today, hours: 6, invite: 'all' },
        township: reach === 'all' ? district : (own[0] ?? ''),
      };
  return (
    <SidePanel title={title} width={480} onClose={onClose}>
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={initial}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={title}
        >
          {!training && (
            <Form.Item name="township" label={text.whose}>
              <Select aria-label={text.whose} options={whose} searchable />
            </Form.Item>
          )}
          <Form.Item name="topic" label={text.topic} rules={[required]}>
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item name="place" label={text.place} rules={[required]}>
            <Input autoComplete="off" maxLength={100} />
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
          <Form.Item name="hours" label={text.hours} rules={[required]}>
            <InputNumber min={0.5} max={1000} step={0.5} />
          </Form.Item>
          <Form.Item name="teachers" label={text.teachers} rules={[required]}>
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
          {!training && (
            <Form.Item name="invite" label={text.invite} extra={text.inviteHint}>
              <Radio.Group
                options={(['all', 'district', 'township', 'none'] as const).map((value) => ({
                  value,
                  label: text.invitations[value],
                }))}
              />
            </Form.Item>
          )}
          <Form.Item name="note" label={text.remark}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
          <FormEnd sent={sent}>{title}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
