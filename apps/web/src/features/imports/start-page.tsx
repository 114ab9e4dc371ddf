import { useQuery } from '@tanstack/react-query';
import { useBatch } from '../../lib/batch.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { paths } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { BookList } from './book-list.tsx';
import { type Book, booksOf } from './books.ts';
import { importsQuery } from './queries.ts';
import { RecentImports } from './recent-imports.tsx';
import { RememberedColumns } from './remembered-columns.tsx';
import { UploadBox } from './upload-box.tsx';

/** The first step: the five workbooks and their order, the box for a file, what was imported. */
export function StartPage() {
  const text = useText().imports;
  const { batch, isPending } = useBatch();
  const query = useQuery(importsQuery);
  const books = booksOf(query.data?.items ?? [], batch?.id ?? null);
  return (
    <Page
      title={query.data ? titleOf(books, text) : text.documentTitle}
      tone="amber"
      documentTitle={text.documentTitle}
      note={
        batch || isPending ? (
          text.note
        ) : (
          <>
            {text.noteNoBatch} <Link to={paths.batch}>{text.toBatches}</Link>
          </>
        )
      }
      lined
    >
      <Split aside={<BookList books={books} />} asideWidth={420}>
        <Section title={text.upload}>
          <UploadBox batchId={batch?.id ?? null} />
        </Section>
        <Section title={text.recent} note={text.recentNote}>
          {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
          {query.isPending && <Skeleton lines={4} />}
          {query.data && <RecentImports imports={query.data.items} />}
        </Section>
        <RememberedColumns />
      </Split>
    </Page>
  );
}

function titleOf(books: readonly Book[], text: Dictionary['imports']): string {
  const done = books.filter(({ written }) => written !== null).length;
  if (done === 0) return text.titleNone;
  return done === books.length ? text.titleAll : text.titleSome(done, books.length - done);
}
