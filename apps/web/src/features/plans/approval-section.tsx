import { useQuery } from '@tanstack/react-query';
import type { Plan } from '@xuanpai/contracts/plans';
import { useState } from 'react';
import { useCan } from '../../lib/can.tsx';
import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { ApprovalForm } from './approval-form.tsx';
import { consultationQuery } from './consultation/queries.ts';

/** The decision: its form, or what is on record. */
export function ApprovalSection({ plan }: { plan: Plan }) {
  const { publication: text, replans } = useText();
  const may = useCan('plans.write');
  const [again, setAgain] = useState(false);
  const consultation = useQuery(consultationQuery(plan.id, plan.version));
  const { approval } = plan;
  if (!approval && !may) return <Section title={text.decision}>{text.onlyPlanner}</Section>;
  if (!approval || again) {
    return (
      <Section title={text.decision} note={text.decisionNote}>
        {consultation.isPending ? (
          <Skeleton lines={4} />
        ) : (
          <ApprovalForm
            plan={plan}
            consultation={consultation.data ?? null}
            onDone={() => setAgain(false)}
          />
        )}
      </Section>
    );
  }
  return (
    <Section
      title={text.decision}
      extra={
        may &&
        plan.status !== 'issued' && (
          <TextButton onClick={() => setAgain(true)}>{text.decisionAgain}</TextButton>
        )
      }
    >
      <DescriptionList
        items={[
          { term: text.meeting, value: approval.meeting },
          { term: text.date, value: approval.date },
          { term: text.minutesNumber, value: approval.minutesNumber },
          { term: text.documentNumber, value: approval.documentNumber },
          ...(approval.objectionsReason
            ? [{ term: replans.objectionsReason, value: approval.objectionsReason }]
            : []),
          {
            term: text.recordedBy,
            value: text.by(approval.approvedBy, formatInstant(approval.approvedAt)),
          },
        ]}
      />
    </Section>
  );
}
