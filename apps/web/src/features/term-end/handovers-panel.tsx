import { useQueryClient } from '@tanstack/react-query';
import type { TermEnd } from '@xuanpai/contracts/term-ends';
import { saveHandovers } from '@xuanpai/contracts/term-handovers';
import type { PlainDate } from '@xuanpai/contracts/values';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { HandoverLines, type LineValues, linesOf } from './handover-lines.tsx';
import { forgetTermEnds } from './queries.ts';
import styles from './term-end.module.css';

interface Values extends LineValues {
  handedOn: PlainDate;
  /** Who takes it over in the village: of each of those in the panel, in their order. */
  people?: { takenBy?: string }[];
}

interface HandoversPanelProps {
  ends: readonly TermEnd[];
  onClose: (done: boolean) => void;
}

/** The same lines and day for several, and for each who takes it over. */
export function HandoversPanel({ ends, onClose }: HandoversPanelProps) {
  const { termEnds: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const ids = ends.map(({ assignmentId }) => assignmentId);
  const draft = useDraft(`handovers.${ids.join()}`, form);
  const sent = useFormAct(form, {
    send: ({ handedOn, people: typed, ...lines }: Values) => {
      const people = ends.map(({ assignmentId, handover }, at) => ({
        ...{ assignmentId, version: handover.version },
        takenBy: typed?.[at]?.takenBy?.trim() || null,
      }));
      return call(saveHandovers, { body: { items: linesOf(lines), handedOn, people } });
    },
    onDone: async ({ done }) => {
      draft.clear();
      await forgetTermEnds(client);
      showDone(text.handedOver(done));
      onClose(true);
    },
  });
  const act = text.handOver(ends.length);
  return (
    <SidePanel title={act} width={520} onClose={() => onClose(false)}>
      <Form
        {...formLayout}
        form={form}
        initialValues={{
          items: text.usual.map((one) => ({ text: one, done: true })),
          handedOn: today,
          people: ends.map(({ handover }) => ({ takenBy: handover.takenBy ?? '' })),
        }}
        onValuesChange={draft.onValuesChange}
        onFinish={sent.submit}
        aria-label={act}
      >
        <PanelPart title={text.handover} note={text.handOverNote}>
          <HandoverLines />
          <Form.Item
            name="handedOn"
            label={text.handedOn}
            rules={[{ required: true, message: text.missing }, dateRule('day', ui)]}
          >
            <DateField />
          </Form.Item>
        </PanelPart>
        <PanelPart title={text.takenBy} note={text.takenByNote}>
          {ends.map((end, at) => (
            <Taker key={end.assignmentId} end={end} at={at} />
          ))}
        </PanelPart>
        <PanelPart>
          <FormEnd sent={sent}>{act}</FormEnd>
        </PanelPart>
      </Form>
    </SidePanel>
  );
}

function Taker({ end: { cadreName, villageName }, at }: { end: TermEnd; at: number }) {
  const text = useText().termEnds;
  return (
    <div className={styles.taker}>
      <span>
        {villageName} {cadreName}
      </span>
      <Form.Item name={['people', at, 'takenBy']} style={{ margin: 0 }}>
        <Input aria-label={`${cadreName} ${text.takenBy}`} autoComplete="off" maxLength={40} />
      </Form.Item>
    </div>
  );
}
