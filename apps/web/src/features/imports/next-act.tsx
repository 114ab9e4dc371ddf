import { useQuery } from '@tanstack/react-query';
import type { Import } from '@xuanpai/contracts/imports';
import { useBatch } from '../../lib/batch.ts';
import { useGo } from '../../lib/links.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo, paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { booksOf } from './books.ts';
import { importsQuery } from './queries.ts';
import type { ImportActs } from './use-import-acts.ts';
import { amountOf } from './words.ts';

/** The one next step: writing what was previewed; once that is done, the next workbook. */
export function NextAct({ preview, acts }: { preview: Import; acts: ImportActs }) {
  const text = useText().imports;
  const { counts, status, problems } = preview;
  if (preview.kind === 'attendance' && isOver(preview)) return <ToSheet preview={preview} />;
  if (preview.kind === 'targets' && isOver(preview)) return <ToPage to="targets" />;
  if (preview.kind === 'trainings' && isOver(preview)) return <ToPage to="trainings" />;
  if (preview.kind === 'ballots' && isOver(preview)) return <ToPage to="evaluations" />;
  if (status !== 'previewed') return <NextBook />;
  if (counts.rows > 0 && counts.unchanged === counts.rows && problems.length === 0) {
    return <NextBook />;
  }
  const blocked =
    problems.length > 0 ? text.blocked : counts.rows === 0 ? text.nothingToWrite : null;
  return (
    <ActButton
      kind="primary"
      busy={acts.committing || acts.changing}
      blocked={blocked}
      onClick={acts.commit}
    >
      {text.commit(amountOf(preview, text))}
    </ActButton>
  );
}

function isOver({ status, counts, problems }: Import): boolean {
  const same = counts.rows > 0 && counts.unchanged === counts.rows && problems.length === 0;
  return status !== 'previewed' || same;
}

/** Back to the sheet that was imported; of several to the list of months. */
function ToSheet({ preview: { book } }: { preview: Import }) {
  const text = useText().imports.attendance;
  const go = useGo();
  const read = book?.sheets.filter(({ use }) => use === 'read') ?? [];
  const [sheet] = read;
  const { townshipId = null, month = null } = (read.length === 1 ? sheet : null) ?? {};
  const to =
    townshipId !== null && month !== null
      ? linkTo.attendanceSheet(townshipId, month)
      : linkTo.attendance();
  return (
    <ActButton kind="primary" reads onClick={() => go(to)}>
      {text.toSheet}
    </ActButton>
  );
}

function ToPage({ to }: { to: 'targets' | 'trainings' | 'evaluations' }) {
  const text = useText().imports.attendance;
  const go = useGo();
  const words = {
    ...{ targets: text.toTargets, trainings: text.toTrainings, evaluations: text.toBallots },
  };
  const path = to === 'evaluations' ? linkTo.rounds('annual') : linkTo[to]();
  return (
    <ActButton kind="primary" reads onClick={() => go(path)}>
      {words[to]}
    </ActButton>
  );
}

/** The first of the five that isn't in yet; then what comes after the import. */
function NextBook() {
  const text = useText().imports;
  const go = useGo();
  const { batch } = useBatch();
  const { data } = useQuery(importsQuery);
  if (!data) return null;
  const next = booksOf(data.items, batch?.id ?? null).find(({ written }) => written === null);
  if (!next) {
    return (
      <ActButton kind="primary" reads onClick={() => go(linkTo.eligibility())}>
        {text.toEligibility}
      </ActButton>
    );
  }
  if (next.kind === 'cadres' && !batch) {
    return (
      <ActButton kind="primary" reads onClick={() => go(paths.batch)}>
        {text.toBatches}
      </ActButton>
    );
  }
  return (
    <ActButton kind="primary" reads onClick={() => go(linkTo.imports())}>
      {text.next(text.book[next.key])}
    </ActButton>
  );
}
