import { useQuery } from '@tanstack/react-query';
import {
  type Import,
  importProblemsFile,
  type importRowSchema,
  listImportRows,
} from '@xuanpai/contracts/imports';
import type { z } from 'zod';
import { isProblem } from '../../lib/api-problem.ts';
import { useListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import styles from './imported-rows.module.css';
import { importRowsQuery } from './queries.ts';
import { rowColumns } from './row-columns.tsx';
import { isRowTab, rowTabs } from './row-tabs.ts';
import { RunProgress } from './run-progress.tsx';
import type { ImportActs } from './use-import-acts.ts';
import { useProblemPlace } from './use-problem-place.ts';

export type ImportRow = z.infer<typeof importRowSchema>;

/** The rows of the file as they would be written, problems marked in their cells, listed below. */
export function ImportedRows({ preview, acts }: { preview: Import; acts: ImportActs }) {
  const text = useText().imports;
  const list = useListState(listImportRows, 200);
  const rows = useQuery(importRowsQuery(preview.id, preview.version, list.query));
  const items = rows.data?.items ?? [];
  const tab = isRowTab(list.filters.state) ? list.filters.state : 'all';
  const place = useProblemPlace(preview, list, items);
  return (
    <div className={styles.rows}>
      {preview.progress && (
        <div className={styles.alert}>
          <RunProgress
            progress={preview.progress}
            label={preview.status === 'committing' ? text.writing : text.readingAgain}
            onStop={acts.stop}
          />
        </div>
      )}
      {acts.error && (
        <div className={styles.alert}>
          <ProblemAlert
            error={acts.error}
            {...(isProblem(acts.error, 'staleVersion')
              ? { onUseCurrent: () => void acts.reload() }
              : {})}
            {...(isProblem(acts.error, 'importStale')
              ? { remedies: <TextButton onClick={acts.renew}>{text.renew}</TextButton> }
              : {})}
          />
        </div>
      )}
      <div className={styles.bar}>
        <Tabs
          label={text.tabsLabel}
          items={rowTabs(preview, text)}
          value={tab}
          onChange={(value) => list.setFilter('state', value === 'all' ? null : value)}
        />
        {preview.counts.problems + preview.counts.notices > 0 && (
          <ExportButton
            endpoint={importProblemsFile}
            parts={{ params: { id: preview.id } }}
            label={text.problemsFile}
          />
        )}
      </div>
      <DataTable<ImportRow>
        id={`import-${preview.kind}`}
        label={text.rows}
        columns={rowColumns({ preview, items, tab, place, acts, text })}
        rowKey={(row) => String(row.row)}
        rowHeight={26}
        query={rows}
        list={list}
        empty={{ title: text.rowsEmpty }}
      />
      <FindingsPanel preview={preview} onGo={place.open} />
    </div>
  );
}
