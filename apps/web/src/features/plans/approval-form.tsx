import { useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { PlanConsultation } from '@xuanpai/contracts/plan-consultation';
import { approvePlan } from '@xuanpai/contracts/plan-issue';
import type { Plan } from '@xuanpai/contracts/plans';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { EarlierSteps } from './earlier-steps.tsx';
import { hindrancesOf } from './issue-model.ts';
import { planQuery, refreshPlan } from './queries.ts';

type Values = Omit<BodyInputOf<typeof approvePlan>, 'version'>;

interface ApprovalFormProps {
  plan: Plan;
  consultation: PlanConsultation | null;
  onDone: () => void;
}

/** The decision on record: meeting, date, numbers, and the steps before it. */
export function ApprovalForm({ plan, consultation, onDone }: ApprovalFormProps) {
  const { publication: text, replans, ui } = useText();
  const { today } = useDay();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`approval.${plan.id}`, form);
  const hindrances = hindrancesOf(plan).length;
  const { approval } = plan;
  const open = consultation?.counts.objected ?? 0;
  const step = consultation?.step;
  const initialValues = approval
    ? { ...approval, objectionsReason: approval.objectionsReason ?? undefined }
    : { date: today, earlierSteps: step ? [{ kind: 'consultation', ...step }] : [] };
  const act = useFormAct(form, {
    send: (values: Values) =>
      call(approvePlan, {
        params: { id: plan.id },
        body: { ...values, version: plan.version },
      }),
    onDone: async (saved) => {
      draft.clear();
      client.setQueryData(planQuery(plan.id).queryKey, saved);
      showDone(text.approved(saved.documentNumber ?? ''));
      onDone();
      await refreshPlan(client, plan.id);
    },
  });
  const required = (label: string) => ({
    required: true,
    whitespace: true,
    message: text.required(label),
  });
  const line = (
    name: 'meeting' | 'minutesNumber' | 'documentNumber',
    label: string,
    hint: string,
  ) => (
    <Form.Item name={name} label={label} rules={[required(label)]}>
      <Input placeholder={hint} maxLength={name === 'meeting' ? 100 : 60} />
    </Form.Item>
  );
  return (
    <Form
      {...formLayout}
      form={form}
      style={{ maxWidth: 560 }}
      initialValues={initialValues}
      onValuesChange={draft.onValuesChange}
      onFinish={act.submit}
    >
      {line('meeting', text.meeting, text.meetingHint)}
      <Form.Item name="date" label={text.date} rules={[required(text.date), dateRule('day', ui)]}>
        <DateField />
      </Form.Item>
      {line('minutesNumber', text.minutesNumber, text.minutesHint)}
      {line('documentNumber', text.documentNumber, text.documentHint)}
      <EarlierSteps />
      {open > 0 && (
        <Form.Item
          name="objectionsReason"
          label={replans.objectionsReason}
          extra={replans.objectionsHint(open)}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      {act.problem && (
        <Form.Item>
          <ProblemAlert
            error={act.problem}
            onUseCurrent={
              act.problem.code === 'staleVersion'
                ? () => void refreshPlan(client, plan.id)
                : undefined
            }
          />
        </Form.Item>
      )}
      <ActButton
        kind="primary"
        submits
        busy={act.busy}
        blocked={
          hindrances > 0 ? text.title.blocked(plan.name, hindrances).replaceAll('*', '') : null
        }
      >
        {approval ? text.decisionAgain : text.approve}
      </ActButton>
    </Form>
  );
}
