import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { exportWarnings, type Vacancy, type Warnings } from '@xuanpai/contracts/vacancies';
import { postWords } from '@xuanpai/contracts/words';
import { useState } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { Skeleton } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { BulkPanel } from './life/bulk-panel.tsx';
import { FillPanel } from './life/fill-panel.tsx';
import { VacancyTable } from './life/vacancy-table.tsx';
import { vacanciesQuery, warningsQuery } from './queries.ts';

/** 空岗与预警: what wants an act on the day looked at, and the vacant days so far. */
export function WarningsPage() {
  return <WithBatch>{(batch) => <LoadedWarnings batch={batch} />}</WithBatch>;
}

function LoadedWarnings({ batch }: { batch: Batch }) {
  const { assignmentActs: text, shell } = useText();
  const { day, readOnly } = useDay();
  const query = useQuery(warningsQuery(batch.id, day));
  const vacancies = useQuery(vacanciesQuery(batch.id, day)).data;
  const [ending, setEnding] = useState(false);
  const mayEnd = useCan('assignments.change');
  const [filling, setFilling] = useState<Vacancy | null>(null);
  const fills = mayEnd && !readOnly ? { onFill: setFilling } : {};
  const warnings = query.data;
  if (!warnings) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const { endingSoon, vacant, inSeveralBatches } = warnings;
  const none = endingSoon.length + vacant.length + inSeveralBatches.length === 0;
  const posts = endingSoon.map(({ assignmentId, version }) => ({ id: assignmentId, version }));
  return (
    <Page
      title={
        none
          ? text.nothingWarned
          : text.warned(endingSoon.length, vacant.length, inSeveralBatches.length)
      }
      documentTitle={shell.tabs.warnings}
      note={text.warningsNote(
        day,
        vacancies?.leaderless.length ?? 0,
        vacancies?.leaderlessDays ?? 0,
      )}
      layout="fill"
      secondary={
        <ExportButton
          endpoint={exportWarnings}
          parts={{ params: { id: batch.id }, query: { on: warnings.on } }}
          label={text.exportWarnings}
        />
      }
      primary={
        mayEnd &&
        endingSoon.length > 0 && (
          <ActButton kind="primary" onClick={() => setEnding(true)}>
            {text.endAll(endingSoon.length)}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          filling ? (
            <FillPanel
              key={filling.villageId}
              batchId={batch.id}
              vacancy={filling}
              onClose={() => setFilling(null)}
            />
          ) : (
            ending && <BulkPanel act="end" posts={posts} onClose={() => setEnding(false)} />
          )
        }
      >
        <Split aside={null}>
          <Section title={text.vacantTitle(warnings.vacantDays)} note={text.count(vacant.length)}>
            <VacancyTable
              rows={vacant}
              label={text.vacantTitle(warnings.vacantDays)}
              none={text.noneVacant}
              {...fills}
            />
          </Section>
          <Section title={text.endingTitle(warnings.termDays)} note={text.count(endingSoon.length)}>
            <Ending rows={endingSoon} label={text.endingTitle(warnings.termDays)} />
          </Section>
          <Section title={text.severalTitle} note={text.count(inSeveralBatches.length)}>
            <InSeveral rows={inSeveralBatches} />
          </Section>
          <Section title={text.vacanciesTitle} note={text.count(vacancies?.total ?? 0)}>
            {vacancies ? (
              <VacancyTable
                rows={vacancies.items}
                label={text.vacanciesTitle}
                none={text.noVacancies}
                {...fills}
              />
            ) : (
              <Skeleton />
            )}
          </Section>
        </Split>
      </WithPanel>
    </Page>
  );
}

function Ending({ rows, label }: { rows: Warnings['endingSoon']; label: string }) {
  const { assignmentActs: text, assignments: words } = useText();
  if (rows.length === 0) return <p>{text.noneEnding}</p>;
  return (
    <PlainTable
      label={label}
      rows={rows}
      rowKey={({ assignmentId }) => assignmentId}
      columns={[
        {
          key: 'name',
          title: text.who,
          width: 90,
          phone: 'title',
          cell: ({ assignmentId, cadreName }) => (
            <Link to={linkTo.assignments({ row: assignmentId })}>{cadreName}</Link>
          ),
        },
        { key: 'unit', title: words.unit, width: 150, phone: 'note', cell: (row) => row.unitName },
        {
          key: 'village',
          title: text.village,
          phone: 'note',
          cell: ({ villageName, post }) => villageName + word(postWords[post]),
        },
        { key: 'endsOn', title: text.endsOn, width: 96, phone: 'note', cell: (row) => row.endsOn },
        {
          key: 'daysLeft',
          title: text.daysLeft,
          unit: text.days,
          width: 90,
          align: 'end',
          phone: 'side',
          cell: (row) => row.daysLeft,
        },
      ]}
    />
  );
}

function InSeveral({ rows }: { rows: Warnings['inSeveralBatches'] }) {
  const { assignmentActs: text, assignments: words } = useText();
  if (rows.length === 0) return <p>{text.noneSeveral}</p>;
  return (
    <PlainTable
      label={text.severalTitle}
      rows={rows}
      rowKey={({ cadreId }) => cadreId}
      columns={[
        {
          key: 'name',
          title: text.who,
          width: 90,
          phone: 'title',
          cell: ({ cadreId, cadreName }) => <Link to={linkTo.cadre(cadreId)}>{cadreName}</Link>,
        },
        { key: 'unit', title: words.unit, width: 150, phone: 'note', cell: (row) => row.unitName },
        {
          key: 'batches',
          title: text.batches,
          phone: 'note',
          cell: ({ batches }) =>
            batches
              .map(({ name, villageName }) => `${name} ${villageName ?? text.notPosted}`)
              .join(words.comma),
        },
      ]}
    />
  );
}
