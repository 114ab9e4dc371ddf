import { useQuery } from '@tanstack/react-query';
import { exportTargetSheets } from '@xuanpai/contracts/target-reports';
import type { ReactNode } from 'react';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { formatPeriod } from '../../../lib/format.ts';
import { useGo } from '../../../lib/links.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { SavingSign } from '../../../ui/saving-sign.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { targetSheetsQuery } from '../queries.ts';
import { SheetActs } from '../sheet-acts.tsx';
import type { PeriodStanding } from '../values.ts';
import { ReportDialog } from '../village/report-dialog.tsx';
import { EntryGrid } from './entry-grid.tsx';
import { useEntries } from './use-entries.ts';

interface EntryPageProps {
  townshipId: string;
  batchId: string;
  period: PeriodStanding;
  filters: ReactNode;
}

/** The reports of a township for a period, all villages in one grid. */
export function EntryPage({ townshipId, batchId, period, filters }: EntryPageProps) {
  const { targets: text, shell } = useText();
  const { today } = useDay();
  const query = useQuery(targetSheetsQuery(townshipId, period.key, batchId));
  const go = useGo();
  const imports = useCan('targets.report');
  const { data } = query;
  const place = { townshipId, batchId, period: period.key, read: data !== undefined };
  const { saver, state } = useEntries(place);
  const [village, setVillage] = useUrlValue('village');
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const { township } = data;
  // Villages without targets have nothing to report.
  const sheets = data.sheets.filter(({ cells }) => cells.length > 0);
  const gaps = sheets
    .filter(({ editable }) => editable)
    .flatMap(({ cells }) => cells)
    .filter(({ asked, value, answer, note }) => asked && !value && answer === null && !note).length;
  const count = (status: string) => sheets.filter((one) => one.status === status).length;
  const chosen = sheets.find(({ villageId }) => villageId === village);
  return (
    <Page
      title={text.entryAnswer(township.name, formatPeriod(period.key), {
        villages: sheets.length,
        confirmed: count('confirmed'),
        submitted: count('submitted'),
        returned: count('returned'),
        draft: count('draft'),
      })}
      tone="amber"
      documentTitle={`${township.name} ${shell.pages.targets}`}
      note={text.entryNote(period.reportBy, period.reportBy < today && count('draft') > 0, gaps)}
      small={
        <SavingSign
          left={state.waiting.size + state.sending.size}
          problem={state.problem}
          toSee={state.lost.length > 0 ? text.lost(state.lost.length) : null}
          onRetry={saver.retry}
          onDiscard={saver.discard}
        />
      }
      layout="fill"
      filters={filters}
      secondary={
        <>
          {imports && sheets.some(({ editable }) => editable) && (
            <ActButton icon="upload" onClick={() => go(linkTo.imports({ kind: 'targets' }))}>
              {text.import}
            </ActButton>
          )}
          <ExportButton
            endpoint={exportTargetSheets}
            parts={{ params: { townshipId, period: period.key }, query: { batchId } }}
          />
        </>
      }
      primary={
        <SheetActs
          sheets={sheets}
          {...{ townshipId, batchId }}
          period={period.key}
          before={saver.flush}
          primary
        />
      }
    >
      {sheets.length === 0 ? (
        <Empty title={text.noVillages} note={text.noAimsNote} />
      ) : (
        <EntryGrid data={data} sheets={sheets} saver={saver} state={state} onOpen={setVillage} />
      )}
      {chosen && (
        <ReportDialog
          village={{ ...chosen, townshipId }}
          period={period.key}
          batchId={batchId}
          onClose={() => setVillage(null)}
        />
      )}
    </Page>
  );
}
