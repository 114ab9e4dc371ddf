import type { Import } from '@xuanpai/contracts/imports';
import { formatBytes } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Icon } from '../../ui/icon.tsx';
import { Link } from '../../ui/link.tsx';
import { BookPanel } from './book-panel.tsx';
import styles from './file-panel.module.css';
import { MappingTable } from './mapping-table.tsx';
import type { ImportActs } from './use-import-acts.ts';
import { bookName } from './words.ts';

interface FilePanelProps {
  preview: Import;
  acts: ImportActs;
  /** On the telephone the columns open on demand. */
  folded: boolean;
}

/** The file, where its table was found, and what each column was taken for. */
export function FilePanel({ preview, acts, folded }: FilePanelProps) {
  const text = useText().imports;
  const table = <MappingTable preview={preview} acts={acts} />;
  return (
    <div className={styles.panel}>
      <div className={styles.file}>
        <Icon name="file" size={14} />
        <strong className={styles.name}>{preview.filename}</strong>
        <Link to={linkTo.imports()}>
          {preview.status === 'previewed' ? text.another : text.backToList}
        </Link>
      </div>
      <p className={styles.where}>
        {bookName(preview, text)} · {whereOf(preview, text)}
      </p>
      {preview.book && <BookPanel preview={preview} book={preview.book} acts={acts} />}
      {folded ? (
        <details className={styles.fold}>
          <summary>
            <MappingTitle preview={preview} />
          </summary>
          {table}
        </details>
      ) : (
        <>
          <p className={styles.mapping}>
            <MappingTitle preview={preview} />
          </p>
          {table}
        </>
      )}
    </div>
  );
}

function whereOf(
  { sheet, headingRow, fileSize, book }: Import,
  text: Dictionary['imports'],
): string {
  const sheets = book?.sheets.length ?? 1;
  if (sheets > 1) return text.attendance.fileLine(sheets, formatBytes(fileSize));
  return text.fileLine(sheet, headingRow, formatBytes(fileSize));
}

function MappingTitle({ preview: { columns } }: { preview: Import }) {
  const text = useText().imports;
  const ignored = columns.filter(({ field, heading }) => field === null && heading !== '');
  const named = columns.filter(({ heading, field }) => heading !== '' || field !== null);
  return (
    <>
      <strong>{text.mapping}</strong>{' '}
      <span className={styles.note}>
        {text.mappingNote(named.length, named.length - ignored.length)}
        {ignored.length > 0 && text.mappingIgnored(ignored.map(({ heading }) => heading))}
      </span>
    </>
  );
}
