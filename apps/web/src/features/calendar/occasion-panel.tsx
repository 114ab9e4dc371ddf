import { useQueryClient } from '@tanstack/react-query';
import {
  createOccasion,
  deleteOccasion,
  type Occasion,
  type OccasionKind,
  occasionKindWords,
  updateOccasion,
} from '@xuanpai/contracts/calendar';
import type { PlainDate } from '@xuanpai/contracts/values';
import { tierWords } from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import styles from './calendar.module.css';
import { forgetCalendar } from './queries.ts';

interface OccasionValues {
  kind: OccasionKind;
  title: string;
  startsOn: string;
  endsOn: string;
  tier: 'all' | 'district' | 'township';
  documentNumber?: string;
}

interface OccasionPanelProps {
  /** Null: a new one. */
  occasion: Occasion | null;
  /** The day that is proposed for a new one. */
  day: string;
  onClose: () => void;
}

/** A meeting in the district or a training, entered or changed. */
export function OccasionPanel({ occasion, day, onClose }: OccasionPanelProps) {
  const { calendar: text, ui } = useText();
  const client = useQueryClient();
  const [form] = Form.useForm<OccasionValues>();
  const sent = useFormAct(form, {
    send: async (values: OccasionValues) => {
      const { tier, documentNumber, ...rest } = values;
      const body = {
        ...rest,
        startsOn: rest.startsOn as PlainDate,
        endsOn: rest.endsOn as PlainDate,
        tier: tier === 'all' ? null : tier,
        documentNumber: documentNumber?.trim() ? documentNumber : null,
      };
      if (occasion === null) return call(createOccasion, { body });
      const { id, version } = occasion;
      return call(updateOccasion, { params: { id }, body: { ...body, version } });
    },
    onDone: async (saved) => {
      await forgetCalendar(client);
      showDone(text.saved(saved.title));
      onClose();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel
      title={occasion?.title ?? text.newOccasion}
      note={text.occasionNote}
      onClose={onClose}
    >
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={valuesOf(occasion, day)}
          onFinish={sent.submit}
          aria-label={text.newOccasion}
        >
          <Form.Item name="kind" label={text.what}>
            <Select options={wordOptions(occasionKindWords)} />
          </Form.Item>
          <Form.Item name="title" label={text.title} rules={[required]}>
            <Input autoComplete="off" maxLength={60} placeholder={text.titleHint} />
          </Form.Item>
          <Form.Item name="startsOn" label={text.from} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="endsOn" label={text.until} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="tier" label={text.who}>
            <Select
              options={[
                { value: 'all', label: text.everybody },
                { value: 'district', label: word(tierWords.district) },
                { value: 'township', label: word(tierWords.township) },
              ]}
            />
          </Form.Item>
          <Form.Item name="documentNumber" label={text.documentNumber}>
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          {sent.problem && (
            <Form.Item>
              <ProblemAlert error={sent.problem} />
            </Form.Item>
          )}
          <div className={styles.acts}>
            <ActButton kind="primary" submits busy={sent.busy}>
              {occasion === null ? text.addOccasion : text.saveOccasion}
            </ActButton>
            {occasion !== null && (
              <ActButton kind="danger" onClick={() => void remove(occasion)}>
                {text.remove}
              </ActButton>
            )}
          </div>
        </Form>
      </PanelPart>
    </SidePanel>
  );

  function remove({ id, title, version }: Occasion) {
    return confirm({
      title: text.removeTitle(title),
      body: text.removeBody,
      act: text.remove,
      danger: true,
      run: async () => {
        await call(deleteOccasion, { params: { id }, query: { version } });
        await forgetCalendar(client);
        showDone(text.removed(title));
        onClose();
      },
    });
  }
}

function valuesOf(occasion: Occasion | null, day: string): Partial<OccasionValues> {
  if (occasion === null) return { kind: 'meeting', tier: 'all', startsOn: day, endsOn: day };
  const { kind, title, startsOn, endsOn, tier, documentNumber } = occasion;
  return {
    ...{ kind, title, startsOn, endsOn, tier: tier ?? 'all' },
    ...(documentNumber === null ? {} : { documentNumber }),
  };
}
