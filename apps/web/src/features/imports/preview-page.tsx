import { useQuery } from '@tanstack/react-query';
import type { Import } from '@xuanpai/contracts/imports';
import { formatInstant } from '../../lib/format.ts';
import { useIsPhone } from '../../lib/media.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { BlockedBy } from './blocked-by.tsx';
import { FilePanel } from './file-panel.tsx';
import { ImportedRows } from './imported-rows.tsx';
import { NextAct } from './next-act.tsx';
import styles from './preview-page.module.css';
import { importQuery } from './queries.ts';
import { RunProgress } from './run-progress.tsx';
import { failureOf } from './until-done.ts';
import { type ImportActs, useImportActs } from './use-import-acts.ts';
import { titleOf } from './words.ts';

/** The second and third step: what the file would do, and that it is done. */
export function PreviewPage({ id }: { id: string }) {
  const text = useText().imports;
  const query = useQuery(importQuery(id));
  if (query.data) return <Preview preview={query.data} />;
  return (
    <Page title={text.documentTitle} note={<Link to={linkTo.imports()}>{text.backToList}</Link>}>
      {query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

function Preview({ preview }: { preview: Import }) {
  const text = useText().imports;
  const phone = useIsPhone();
  const acts = useImportActs(preview);
  const open = preview.status === 'previewed';
  if (preview.headingRow === 0) return <Unread preview={preview} acts={acts} />;
  return (
    <Page
      title={titleOf(preview, text)}
      documentTitle={`${preview.filename} · ${text.documentTitle}`}
      note={noteOf(preview, text)}
      layout="fill"
      reason={open && preview.problems.length > 0 && <BlockedBy preview={preview} />}
      secondary={open && <Discard acts={acts} />}
      primary={<NextAct preview={preview} acts={acts} />}
    >
      <aside className={styles.file}>
        <FilePanel preview={preview} acts={acts} folded={phone} />
      </aside>
      <ImportedRows preview={preview} acts={acts} />
    </Page>
  );
}

/** A file that is being read for the first time, or couldn't be. */
function Unread({ preview, acts }: { preview: Import; acts: ImportActs }) {
  const text = useText().imports;
  const { filename, progress } = preview;
  const label = text.readingFile(filename);
  return (
    <Page
      title={progress ? label : text.refused(filename)}
      note={<Link to={linkTo.imports()}>{text.backToList}</Link>}
      secondary={!progress && <Discard acts={acts} />}
    >
      {progress ? (
        <RunProgress progress={progress} label={label} onStop={acts.stop} />
      ) : (
        <ProblemAlert error={failureOf(preview)} />
      )}
    </Page>
  );
}

function noteOf({ message, status, counts, ...one }: Import, text: Dictionary['imports']) {
  if (status === 'committed') {
    const at = formatInstant(one.committedAt ?? one.createdAt);
    return text.noteDone(at, one.createdByName, counts.new, counts.changed);
  }
  if (message) return message;
  return one.problems.length > 0 ? text.noteWrong : text.noteReady;
}

function Discard({ acts }: { acts: ImportActs }) {
  const text = useText().imports;
  return (
    <ActButton busy={acts.discarding} onClick={acts.discard}>
      {text.discard}
    </ActButton>
  );
}
