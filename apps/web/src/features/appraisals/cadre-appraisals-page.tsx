import { useQuery } from '@tanstack/react-query';
import type { AppraisalRow } from '@xuanpai/contracts/appraisals';
import { useParams } from 'react-router';
import { formatPeriod } from '../../lib/format.ts';
import { useCadreTabs } from '../../lib/use-cadre-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { AppraisalState } from './appraisal-state.tsx';
import styles from './appraisals.module.css';
import { cadreAppraisalsQuery } from './queries.ts';

/** What the townships said of a cadre, period by period. */
export function CadreAppraisalsPage() {
  return <WithBatch>{(batch) => <OfCadre batchId={batch.id} />}</WithBatch>;
}

function OfCadre({ batchId }: { batchId: string }) {
  const { appraisals: text, shell } = useText();
  const { cadreId = '' } = useParams();
  const query = useQuery(cadreAppraisalsQuery(cadreId, batchId));
  const { data } = query;
  const tabs = useCadreTabs(cadreId, data?.cadreName ?? '');
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const { cadreName, items } = data;
  const signed = items.filter(({ state }) => state === 'signed').length;
  return (
    <Page
      title={text.cadreAnswer(cadreName, items.length, signed)}
      documentTitle={`${cadreName} ${shell.tabs.appraisals}`}
      tabs={tabs}
      lined
    >
      {items.length === 0 && <Empty title={text.none} note={text.noneNote} />}
      {items.map((row) => (
        <OnePeriod key={`${row.period} ${row.townshipId}`} row={row} />
      ))}
    </Page>
  );
}

function OnePeriod({ row }: { row: AppraisalRow }) {
  const text = useText().appraisals;
  const { newest, inForce, period, townshipName, villageName, assignmentId } = row;
  return (
    <Section
      title={formatPeriod(period)}
      note={`${townshipName}${villageName}`}
      extra={<Link to={linkTo.appraisals({ period, row: assignmentId })}>{text.openInList}</Link>}
    >
      <AppraisalState row={row} />
      {newest && <p className={styles.opinion}>{newest.opinion}</p>}
      {inForce && (
        <p className={styles.muted}>
          {text.editionOf(inForce.edition, inForce.signedByName ?? '', inForce.signedOn ?? '')}
        </p>
      )}
    </Section>
  );
}
