import type { Plan } from '@xuanpai/contracts/plans';
import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import type { MarkShape, Tone } from '../../ui/mark.tsx';
import { Section } from '../../ui/section.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';

const done: readonly [MarkShape, Tone] = ['disc', 'green'];
const open: readonly [MarkShape, Tone] = ['circle', 'grey'];
const next: readonly [MarkShape, Tone] = ['half', 'blue'];

/** 征求意见 → 部务会研究 → 区委审定 → 确认 → 印发: what is on record, by whom and when. */
export function StepList({ plan }: { plan: Plan }) {
  const text = useText().publication;
  const { approval, status, needsConfirmation } = plan;
  const earlier = (kind: 'consultation' | 'departmentMeeting'): TimelineItem[] => {
    const steps = approval?.earlierSteps.filter((step) => step.kind === kind) ?? [];
    const title = text.step[kind];
    if (steps.length === 0) {
      return [{ key: kind, when: '–', mark: open, title, detail: text.optional, ahead: true }];
    }
    return steps.map(({ date, note }, at) => ({
      key: `${kind} ${at}`,
      when: date,
      mark: done,
      title,
      detail: note,
    }));
  };
  const step = (
    key: 'approval' | 'confirmation' | 'issue',
    at: { when: string; detail: string } | null,
    isNext: boolean,
  ): TimelineItem => ({
    key,
    when: at?.when ?? '–',
    mark: at ? done : isNext ? next : open,
    title: text.step[key],
    detail: at?.detail ?? (isNext ? text.waits : ''),
    ahead: !at && !isNext,
  });
  const confirmed = approval?.confirmedAt
    ? byWhom(approval.confirmedBy, approval.confirmedAt)
    : null;
  const items = [
    ...earlier('consultation'),
    ...earlier('departmentMeeting'),
    step(
      'approval',
      approval && {
        when: approval.date,
        detail: `${approval.meeting} ${approval.minutesNumber} ${approval.documentNumber}`,
      },
      status === 'draft',
    ),
    ...(needsConfirmation ? [step('confirmation', confirmed, status === 'approved')] : []),
    step(
      'issue',
      approval?.issuedAt ? byWhom(approval.issuedBy, approval.issuedAt) : null,
      status === 'confirmed' || (status === 'approved' && !needsConfirmation),
    ),
  ];
  return (
    <Section title={text.steps}>
      <Timeline label={text.steps} items={items} />
    </Section>
  );
}

function byWhom(who: string | null, instant: string) {
  const [when = '', time = ''] = formatInstant(instant).split(' ');
  return { when, detail: `${who ?? ''} ${time}` };
}
