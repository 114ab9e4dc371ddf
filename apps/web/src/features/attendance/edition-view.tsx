import { useQuery } from '@tanstack/react-query';
import type { getEdition } from '@xuanpai/contracts/attendance-acts';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { type RefObject, useMemo } from 'react';
import { useText } from '../../locales/use-text.ts';
import type { GridHandle } from '../../ui/month-grid/grid-types.ts';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { cellInWords } from './mark-words.ts';
import { editionQuery } from './queries.ts';
import { SheetGrid } from './sheet-grid.tsx';
import type { OpenSheet } from './use-sheet.ts';

interface EditionViewProps {
  open: OpenSheet;
  revision: number;
  grid: RefObject<GridHandle | null>;
  onOpen: (rowId: string) => void;
  onBack: () => void;
}

/** The whole sheet as it was signed, to read; what it changed against the edition before is framed. */
export function EditionView(props: EditionViewProps) {
  const { open, revision } = props;
  const query = useQuery(editionQuery(open.township, open.month, revision));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  return <Edition {...props} edition={query.data} />;
}

const nothing = () => {};

function Edition({
  open,
  grid,
  edition,
  onOpen,
  onBack,
}: EditionViewProps & { edition: ReplyOf<typeof getEdition> }) {
  const text = useText().attendance;
  const { revision, against, differences } = edition;
  const asSigned = useMemo<OpenSheet>(() => {
    const { unsaved } = open;
    return {
      ...open,
      sheet: { ...open.sheet, ...edition.sheet, editable: false },
      edits: new Map(),
      unsaved: { ...unsaved, conflicts: new Map() },
    };
  }, [open, edition]);
  const said = useMemo(
    () =>
      differences.map(({ assignmentId, day, was }) => ({
        assignmentId,
        day,
        words: text.editions.wasIn(against ?? revision, cellInWords(was, text.cell)),
      })),
    [differences, against, revision, text],
  );
  return (
    <>
      <p className={styles.editionBar}>
        {text.editions.showing(revision)}
        {against !== null && text.editions.framed(differences.length, against)}
        <TextButton onClick={onBack}>{text.editions.backToNow}</TextButton>
      </p>
      <SheetGrid
        open={asSigned}
        grid={grid}
        said={said}
        onSelect={nothing}
        onOpen={onOpen}
        onNote={nothing}
      />
    </>
  );
}
