import { useMutation, useQueryClient } from '@tanstack/react-query';
import { exportPlan } from '@xuanpai/contracts/plan-issue';
import { deletePlan, renamePlan } from '@xuanpai/contracts/plans';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { Can } from '../../lib/can.tsx';
import { useFormAct } from '../../lib/form-act.ts';
import { formatInstant } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Link } from '../../ui/link.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './place-panel.module.css';
import type { PlanSummary } from './plan-columns.tsx';
import { planStates } from './plan-words.ts';
import { plansKey } from './queries.ts';
import { useWhatIf } from './use-what-if.ts';

interface PlanListPanelProps {
  plan: PlanSummary;
  /** What it was copied from, and its weights on trial. */
  origin: string;
  onClose: () => void;
}

/** A plan beside the list: where it stands; copies, another name, a workbook, an end. */
export function PlanListPanel({ plan, origin, onClose }: PlanListPanelProps) {
  const { plans: text, whatIf } = useText();
  const open = plan.status !== 'issued';
  return (
    <SidePanel
      title={plan.name}
      badge={<StateBadge state={planStates[plan.status]} />}
      extra={<Link to={linkTo.plan(plan.id)}>{text.board}</Link>}
      onClose={onClose}
    >
      <PanelPart>
        <DescriptionList
          items={[
            { term: text.placed, value: `${plan.filled}/${plan.places}` },
            { term: text.solvedAt, value: plan.solvedAt && formatInstant(plan.solvedAt) },
            { term: text.madeBy, value: `${plan.createdByName} ${formatInstant(plan.createdAt)}` },
            { term: whatIf.basedOn, value: origin },
            { term: text.document, value: plan.documentNumber },
          ]}
        />
      </PanelPart>
      <Can permission="plans.write">
        <PanelPart>
          <VariantActs plan={plan} />
        </PanelPart>
        {open && <RenameForm plan={plan} />}
      </Can>
      <PanelPart>
        <div className={styles.actLine}>
          <ExportButton endpoint={exportPlan} parts={{ params: { id: plan.id } }} />
          <Can permission="plans.write">
            {open && <RemoveButton plan={plan} onDone={onClose} />}
          </Can>
        </div>
      </PanelPart>
    </SidePanel>
  );
}

/** Copy it, look at it beside another, lay it aside or take it up again. */
function VariantActs({ plan }: { plan: PlanSummary }) {
  const text = useText().whatIf;
  const act = useWhatIf();
  const dropped = plan.status === 'dropped';
  return (
    <div className={styles.actLine}>
      <ActButton busy={act.busy} onClick={() => act.copy(plan)}>
        {text.copyPlan}
      </ActButton>
      {plan.status !== 'issued' && (
        <ActButton
          busy={act.busy}
          onClick={() => (dropped ? act.restore(plan) : void act.drop(plan))}
        >
          {dropped ? text.restore : text.lay}
        </ActButton>
      )}
      <Link to={linkTo.planComparison(plan.id)}>{text.toCompare}</Link>
    </div>
  );
}

function RenameForm({ plan }: { plan: PlanSummary }) {
  const text = useText().plans;
  const client = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const act = useFormAct(form, {
    send: ({ name }: { name: string }) =>
      call(renamePlan, { params: { id: plan.id }, body: { name, version: plan.version } }),
    onDone: async ({ name }) => {
      showDone(text.renamed(name));
      await client.invalidateQueries({ queryKey: plansKey });
    },
  });
  return (
    <PanelPart title={text.rename}>
      <Form {...formLayout} form={form} initialValues={{ name: plan.name }} onFinish={act.submit}>
        <Form.Item name="name" label={text.newName} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={40} />
        </Form.Item>
        {act.problem && <ProblemAlert error={act.problem} />}
        <ActButton submits busy={act.busy}>
          {text.save}
        </ActButton>
      </Form>
    </PanelPart>
  );
}

function RemoveButton({ plan, onDone }: { plan: PlanSummary; onDone: () => void }) {
  const text = useText().plans;
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      call(deletePlan, { params: { id: plan.id }, query: { version: plan.version } }),
    onSuccess: async () => {
      onDone();
      showDone(text.removed(plan.name));
      await client.invalidateQueries({ queryKey: plansKey });
    },
  });
  return (
    <ActButton
      kind="danger"
      onClick={() =>
        void confirm({
          title: text.removeTitle(plan.name),
          body: text.removeBody(plan.name, plan.filled),
          act: text.removeAct(plan.name),
          danger: true,
          run: () => remove.mutateAsync(),
        })
      }
    >
      {text.remove}
    </ActButton>
  );
}
