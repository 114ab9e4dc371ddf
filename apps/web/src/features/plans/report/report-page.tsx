import { useQuery } from '@tanstack/react-query';
import {
  exportPlanReport,
  exportPlanReportSheet,
  type PlanReport,
} from '@xuanpai/contracts/plan-report';
import { useParams } from 'react-router';
import { useFirstAnswer } from '../../../lib/first-answer.ts';
import { useText } from '../../../locales/use-text.ts';
import { ExportButton } from '../../../ui/export-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { planTabs } from '../plan-tabs.ts';
import { planStates } from '../plan-words.ts';
import { Balance } from './balance.tsx';
import { Exceptions } from './exceptions.tsx';
import { Fit } from './fit.tsx';
import { reportQuery } from './queries.ts';
import styles from './report.module.css';
import { Totals } from './totals.tsx';

/** A plan before a leaders' meeting: to read, to print, to take along. */
export function ReportPage() {
  const { planId = '' } = useParams();
  const text = useText().report;
  const query = useQuery(reportQuery(planId));
  const report = useFirstAnswer(query.data);
  if (report) return <Report report={report} />;
  return (
    <UnreadPage
      title={text.loading}
      documentTitle={text.documentTitle}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function Report({ report }: { report: PlanReport }) {
  const { report: text, plans } = useText();
  const { plan, totals, exceptions } = report;
  const parts = { params: { id: plan.id } };
  const empty = plan.filled === 0 ? text.empty : null;
  return (
    <Page
      title={text.title(plan.name, totals.people, exceptions.length)}
      tone="amber"
      documentTitle={`${plan.name} ${text.documentTitle}`}
      note={report.quality}
      small={text.agesOn(report.on)}
      tabs={planTabs(plan, plans)}
      lined
      reason={<StateBadge state={planStates[plan.status]} />}
      secondary={
        <ExportButton
          endpoint={exportPlanReportSheet}
          parts={parts}
          label={text.sheet}
          blocked={empty}
        />
      }
      primary={
        <ExportButton
          kind="primary"
          endpoint={exportPlanReport}
          parts={parts}
          label={text.document}
          blocked={empty}
        />
      }
    >
      {empty ? (
        <Empty title={empty} />
      ) : (
        <div className={styles.body}>
          <Section title={text.totals}>
            <Totals report={report} />
          </Section>
          <Balance report={report} />
          <Fit report={report} />
          <Exceptions report={report} />
        </div>
      )}
    </Page>
  );
}
