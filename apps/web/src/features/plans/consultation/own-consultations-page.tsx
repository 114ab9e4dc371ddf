import { useQuery } from '@tanstack/react-query';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Page } from '../../../ui/page.tsx';
import { consultationColumns } from './consultation-columns.tsx';
import { ConsultationPanel } from './consultation-panel.tsx';
import { ownConsultationsQuery } from './queries.ts';

/** What the person's unit or township was asked: their own people of a plan, never the whole. */
export function OwnConsultationsPage() {
  const text = useText().replans;
  const query = useQuery(ownConsultationsQuery);
  const [row, setRow] = useUrlValue('row');
  const items = query.data?.items ?? [];
  const waiting = items.filter(({ state, closed }) => state === 'sent' && !closed).length;
  const chosen = items.find(({ id }) => id === row) ?? null;
  return (
    <Page
      title={query.data ? text.ownTitle(waiting) : text.loading}
      tone="red"
      documentTitle={text.consultation}
      note={text.ownNote}
      layout="fill"
    >
      <DataTable
        id="own-consultations"
        label={text.consultation}
        columns={consultationColumns(text, true)}
        rowKey={({ id }) => id}
        rowLabel={({ planName }) => planName}
        query={query}
        empty={{ title: text.ownEmpty, note: text.ownNote }}
        selected={row}
        onOpen={({ id }) => setRow(id)}
      />
      {chosen && (
        <ConsultationPanel
          key={`${chosen.id} ${chosen.version}`}
          one={chosen}
          onClose={() => setRow(null)}
        />
      )}
    </Page>
  );
}
