import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  enterInspection,
  type InspectionKind,
  inspectionKindWords,
} from '@xuanpai/contracts/inspections';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Draw } from '@xuanpai/contracts/village-draws';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useVillageOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { drawQuery, forgetInspections } from './queries.ts';

interface VisitPanelProps {
  /** The draw whose villages were inspected. */
  drawId: string | null;
  onClose: () => void;
  onEntered: (id: string) => void;
}

/** An inspection that has been, of the villages chosen or drawn. */
export function VisitPanel({ drawId, onClose, onEntered }: VisitPanelProps) {
  const text = useText().inspections;
  const draw = useQuery({ ...drawQuery(drawId ?? ''), enabled: drawId !== null });
  const ready = drawId === null || draw.data !== undefined;
  return (
    <SidePanel title={text.enter} note={text.enterNote} width={480} onClose={onClose}>
      <PanelPart>
        {draw.error && <Failed error={draw.error} onRetry={() => void draw.refetch()} />}
        {!ready && !draw.error && <Skeleton lines={5} />}
        {ready && <VisitForm draw={draw.data ?? null} onEntered={onEntered} />}
      </PanelPart>
    </SidePanel>
  );
}

interface Values {
  kind?: InspectionKind;
  day?: string;
  subject?: string;
  team?: string;
  villageIds?: string[];
}

function VisitForm({ draw, onEntered }: { draw: Draw | null; onEntered: (id: string) => void }) {
  const { inspections: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const villages = useVillageOptions();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(draw ? `inspection.${draw.id}` : 'inspection.new', form);
  const sent = useFormAct(form, {
    send: ({ kind, day, subject = '', team = '', villageIds = [] }: Values) =>
      call(enterInspection, {
        body: {
          ...{ kind: kind ?? ('' as InspectionKind), day: (day ?? '') as PlainDate, subject, team },
          ...{ villageIds, ...(draw ? { drawId: draw.id } : {}) },
        },
      }),
    onDone: async (inspection) => {
      draft.clear();
      await forgetInspections(client);
      showDone(text.entered(inspection.subject));
      onEntered(inspection.id);
    },
  });
  const required = { required: true, message: text.missing };
  const drawn = draw?.drawn.map(({ id }) => id) ?? [];
  const options = draw ? villages.filter(({ value }) => drawn.includes(value)) : villages;
  return (
    <Form
      {...formLayout}
      form={form}
      initialValues={
        draw
          ? { kind: 'unannounced', day: today, subject: draw.purpose, villageIds: drawn }
          : { kind: 'unannounced', day: today }
      }
      onValuesChange={draft.onValuesChange}
      onFinish={sent.submit}
      aria-label={text.enter}
    >
      <Form.Item name="kind" label={text.visitKind} rules={[required]}>
        <Select options={wordOptions(inspectionKindWords)} aria-label={text.visitKind} />
      </Form.Item>
      <Form.Item name="day" label={text.day} rules={[required, dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      <Form.Item name="subject" label={text.subject} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="team" label={text.team} extra={text.teamHint} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="villageIds"
        label={text.villages}
        extra={draw ? text.fromDraw(draw.purpose, drawn.length) : text.villagesHint}
        rules={[required]}
      >
        <Select
          mode="multiple"
          searchable
          aria-label={text.villages}
          options={options}
          loading={villages.length === 0}
        />
      </Form.Item>
      <FormEnd sent={sent}>{text.enter}</FormEnd>
    </Form>
  );
}
