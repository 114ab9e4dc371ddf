import { useQuery } from '@tanstack/react-query';
import { useBatch } from '../../lib/batch.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { paths } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { BookList } from './book-list.tsx';
import { type Book, booksOf } from './books.ts';
import { importsQuery } from './queries.ts';
import { UploadPage } from './upload-page.tsx';

/** The office's first step: beside the box the five workbooks and their order. */
export function StartPage() {
  const text = useText().imports;
  const { batch, isPending } = useBatch();
  const { data } = useQuery(importsQuery);
  const books = booksOf(data?.items ?? [], batch?.id ?? null);
  return (
    <UploadPage
      title={data ? titleOf(books, text) : text.documentTitle}
      tone="amber"
      note={
        batch || isPending ? (
          text.note
        ) : (
          <>
            {text.noteNoBatch} <Link to={paths.batch}>{text.toBatches}</Link>
          </>
        )
      }
      batchId={batch?.id ?? null}
      aside={<BookList books={books} />}
    />
  );
}

function titleOf(books: readonly Book[], text: Dictionary['imports']): string {
  const done = books.filter(({ written }) => written !== null).length;
  if (done === 0) return text.titleNone;
  return done === books.length ? text.titleAll : text.titleSome(done, books.length - done);
}
