import { useQuery } from '@tanstack/react-query';
import type { PersonRow } from '@xuanpai/contracts/evaluation-people';
import {
  managementAuthorityWords,
  postWords,
  rankWords,
  staffingTypeWords,
} from '@xuanpai/contracts/words';
import { isProblem } from '../../lib/api-problem.ts';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useIsPhone } from '../../lib/media.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Mark } from '../../ui/mark.tsx';
import { PlacesSavingSign } from '../../ui/saving-sign.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { BallotSection } from './ballot-section.tsx';
import styles from './evaluation-entry.module.css';
import { GradeSection } from './grade-section.tsx';
import { entryPersonQuery } from './queries.ts';
import { ResultsSection } from './results-section.tsx';
import { useBallots } from './use-ballots.ts';
import { useOthers } from './use-others.ts';
import { useVisit } from './use-visit.ts';
import { VisitSection } from './visit-section.tsx';

interface PersonPanelProps {
  row: PersonRow;
  /** The round is under way. */
  open: boolean;
  /** The round has visits and ballots. */
  visits: boolean;
  onStep: (by: 1 | -1) => void;
}

/** Everything to enter for somebody, and what is known of them. */
export function PersonPanel({ row, open, visits, onStep }: PersonPanelProps) {
  const text = useText().evaluationEntry;
  const { readOnly } = useDay();
  const phone = useIsPhone();
  const enters = useCan('ballots.enter') && open && !readOnly;
  const others = useOthers(row.id, enters);
  const visit = useVisit(row.roundId, row.villageId);
  const ballots = useBallots(row.roundId, { villageId: row.villageId });
  const person = useQuery(entryPersonQuery(row.id));
  // E8: whoever steps back from this person sees nothing of it, and the answer says why.
  const tied = isProblem(person.error, 'ruleViolated');
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2>{row.cadreName}</h2>
        <span className={styles.headFacts}>{useHeadLine(row)}</span>
        <span className={styles.headActs}>
          <PlacesSavingSign savings={[visit, ballots]} />
          <TextButton aria-keyshortcuts="Control+ArrowUp" onClick={() => onStep(-1)}>
            {phone ? '' : 'Ctrl+↑ '}
            {text.previous}
          </TextButton>
          <TextButton aria-keyshortcuts="Control+ArrowDown" onClick={() => onStep(1)}>
            {phone ? '' : 'Ctrl+↓ '}
            {text.next}
          </TextButton>
        </span>
      </header>
      {others.length > 0 && (
        <p className={styles.others} role="status">
          <Mark shape="warn" tone="amber" />
          {text.others(others.join(text.listComma))}
        </p>
      )}
      {visits && !tied && (
        <>
          <VisitSection {...{ row, visit, enters }} />
          <BallotSection {...{ row, ballots, enters }} visit={visit.query.data ?? null} />
        </>
      )}
      {person.error && <Failed error={person.error} onRetry={() => void person.refetch()} />}
      {person.isPending && <Skeleton lines={8} />}
      {person.data && (
        <>
          <ResultsSection person={person.data} />
          <GradeSection person={person.data} />
        </>
      )}
    </div>
  );
}

/** 大尤家村第一书记；区委办公室副局长，副科级，行政编制，区管. */
function useHeadLine(row: PersonRow): string {
  const text = useText().evaluationEntry;
  return text.headLine(`${row.villageName}${word(postWords[row.post])}`, [
    `${row.unitName}${row.position ?? ''}`,
    word(rankWords[row.rank]),
    text.staffed(word(staffingTypeWords[row.staffingType])),
    row.managementAuthority ? word(managementAuthorityWords[row.managementAuthority]) : '',
  ]);
}
