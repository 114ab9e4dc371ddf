import { useDay } from '../../lib/day.ts';
import { daysBetween } from '../../lib/format.ts';
import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './batches.module.css';
import { addressOfStep, mayLook } from './step-places.ts';
import type { Standing, Step, StepName } from './steps.ts';

interface StepTableProps {
  standing: Standing;
  steps: readonly Step[];
  next: Step | null;
}

/** From the registers to the issue: what is done, what comes next, and by when. */
export function StepTable({ standing, steps, next }: StepTableProps) {
  const text = useText().batches;
  const { today } = useDay();
  const roles = useUser().roles.map(({ role }) => role);
  return (
    <PlainTable
      label={text.steps}
      rowHeight={40}
      rows={steps}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'state',
          title: text.state,
          width: 96,
          phone: 'side',
          cell: (step) => <StepState step={step} isNext={step === next} today={today} />,
        },
        {
          key: 'name',
          title: text.step,
          width: 150,
          phone: 'title',
          cell: ({ name }) =>
            mayLook(roles, name) ? (
              <Link to={addressOfStep[name]}>{text.stepNames[name]}</Link>
            ) : (
              text.stepNames[name]
            ),
        },
        {
          key: 'figures',
          title: text.standing,
          phone: 'note',
          cell: ({ name }) => figuresOf(name, standing, text),
        },
        {
          key: 'due',
          title: text.due,
          width: 170,
          phone: 'note',
          cell: (step) => <Due step={step} today={today} />,
        },
      ]}
    />
  );
}

function StepState({ step, isNext, today }: { step: Step; isNext: boolean; today: string }) {
  const text = useText().batches;
  if (step.done) return <StateBadge state="done" quiet />;
  if (step.dueOn !== null && step.dueOn < today) return <StateBadge state="overdue" />;
  return <StateBadge state={isNext ? 'todo' : 'notDue'} word={isNext ? text.now : text.later} />;
}

/** The date, and how near it is while the step is open. */
function Due({ step: { done, dueOn }, today }: { step: Step; today: string }) {
  const text = useText().batches;
  if (dueOn === null) return '–';
  const left = daysBetween(today, dueOn);
  return (
    <>
      {dueOn}
      {!done && (
        <span className={left < 0 ? styles.late : styles.left}>
          {left < 0 ? text.daysLate(-left) : text.daysLeft(left)}
        </span>
      )}
    </>
  );
}

function figuresOf(
  name: StepName,
  { batch, coverage, nominees, plans }: Standing,
  text: Dictionary['batches'],
): string {
  switch (name) {
    case 'registers':
      return text.registersStand(coverage?.villages ?? 0, nominees?.all ?? 0);
    case 'nominees':
      return nominees
        ? text.nomineesStand(
            nominees.eligible + nominees.accepted,
            nominees.notEligible + nominees.toVerify,
            nominees.toStudy,
          )
        : '';
    case 'coverage':
      return coverage ? text.coverageStand(coverage.covered, coverage.villages) : '';
    case 'membership':
      return nominees ? text.membershipStand(nominees.all, nominees.presumed) : '';
    case 'plan':
      return text.plansStand(plans?.filter(({ status }) => status !== 'dropped').length ?? 0);
    case 'issue':
      return batch.documentNumber ?? text.notIssued;
  }
}
