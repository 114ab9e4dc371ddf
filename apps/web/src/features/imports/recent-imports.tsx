import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { Empty } from '../../ui/table-states.tsx';
import { bookName, type ImportSummary, partsOf } from './words.ts';

/** What was imported here, the latest first; what waits can be taken up again. */
export function RecentImports({ imports }: { imports: readonly ImportSummary[] }) {
  const text = useText().imports;
  if (imports.length === 0) return <Empty title={text.recentNone} />;
  return (
    <PlainTable
      label={text.recent}
      columns={columnsOf(text)}
      rows={imports}
      rowKey={({ id }) => id}
      rowHeight={32}
    />
  );
}

function columnsOf(text: Dictionary['imports']): Column<ImportSummary>[] {
  return [
    {
      key: 'file',
      title: text.columns.file,
      phone: 'title',
      cell: ({ id, filename }) => <Link to={linkTo.imports({ import: id })}>{filename}</Link>,
    },
    {
      key: 'kind',
      title: text.columns.kind,
      width: 110,
      cell: (one) => bookName(one, text),
    },
    {
      key: 'rows',
      title: text.columns.rows,
      phone: 'note',
      cell: ({ counts }) => partsOf(counts, text).join(text.separator).replaceAll('*', ''),
    },
    {
      key: 'state',
      title: text.columns.state,
      width: 110,
      phone: 'side',
      cell: (one) => <ImportState summary={one} />,
    },
    { key: 'by', title: text.columns.by, width: 80, cell: ({ createdByName }) => createdByName },
    {
      key: 'at',
      title: text.columns.at,
      width: 128,
      cell: ({ committedAt, createdAt }) => formatInstant(committedAt ?? createdAt),
    },
  ];
}

function ImportState({ summary: { status, counts, failure } }: { summary: ImportSummary }) {
  const text = useText().imports;
  if (status === 'reading') return <StateBadge state="todo" word={text.readingNow} />;
  if (status === 'committing') return <StateBadge state="todo" word={text.writingNow} />;
  if (failure) return <StateBadge state="problem" word={text.cameToNothing} />;
  if (status === 'committed') return <StateBadge quiet state="done" word={text.committed} />;
  if (counts.wrong > 0) return <StateBadge state="problem" word={text.wrongRows(counts.wrong)} />;
  return <StateBadge state="todo" word={text.waiting} />;
}
