import { useQueryClient } from '@tanstack/react-query';
import { enterLeaderVisit, type Leader } from '@xuanpai/contracts/leader-links';
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
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetInspections } from './queries.ts';
import { type Question, QuestionFields } from './question-fields.tsx';

interface LeaderVisitPanelProps {
  leader: Leader;
  onClose: () => void;
}

interface Values {
  villageId?: string;
  day?: string;
  summary?: string;
  questions?: Question[];
}

/** A leader's visit with every question raised there, each with who answers and by when. */
export function LeaderVisitPanel({ leader, onClose }: LeaderVisitPanelProps) {
  const { inspections: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`leaderVisit.${leader.id}`, form);
  const linked = leader.links.filter(({ endsOn, dueOn }) => endsOn === null || dueOn !== null);
  const sent = useFormAct(form, {
    send: ({ villageId = '', day = '', summary = '', questions = [] }: Values) =>
      call(enterLeaderVisit, {
        params: { id: leader.id },
        body: {
          ...{ villageId, day: day as PlainDate, summary },
          questions: questions.map(bodyOf),
        },
      }),
    onDone: async ({ subject }) => {
      draft.clear();
      await forgetInspections(client);
      showDone(text.entered(subject));
      onClose();
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel
      title={text.enterVisit}
      note={`${leader.position} ${leader.name}`}
      width={480}
      onClose={onClose}
    >
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={{
            day: today,
            ...(linked.length === 1 ? { villageId: linked[0]?.villageId } : {}),
          }}
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={text.enterVisit}
        >
          <Form.Item name="villageId" label={text.village} rules={[required]}>
            <Select
              searchable
              aria-label={text.village}
              options={linked.map(({ villageId, townshipName, villageName }) => ({
                value: villageId,
                label: text.where(townshipName, villageName),
              }))}
            />
          </Form.Item>
          <Form.Item name="day" label={text.day} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="summary" label={text.summary} rules={[required]}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
          <QuestionFields />
          <FormEnd sent={sent}>{text.enterVisit}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

/** What is missing goes as it is: the server names the field. */
function bodyOf({ text = '', deadline = '', responsible = 'township', unitId, person }: Question) {
  return {
    ...{ text, deadline: deadline as PlainDate, responsible },
    ...(responsible === 'unit' && unitId ? { unitId } : {}),
    ...(responsible === 'person' && person ? { person } : {}),
  };
}
