import { useQuery } from '@tanstack/react-query';
import { gradeCaseKindWords, gradeSourceWords } from '@xuanpai/contracts/evaluation-step-words';
import {
  evaluationStandingWords,
  evaluationStateWords,
  gradeWords,
} from '@xuanpai/contracts/evaluation-words';
import type { CadreGrades } from '@xuanpai/contracts/grade-cases';
import { useParams } from 'react-router';
import { useCadreTabs } from '../../lib/use-cadre-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { Redo } from './grade-words.tsx';
import styles from './grades.module.css';
import { cadreGradesQuery } from './queries.ts';

/** The grades of a cadre, round by round, with those that were changed. */
export function CadreGradesPage() {
  const { grades: text, shell } = useText();
  const { cadreId = '' } = useParams();
  const query = useQuery(cadreGradesQuery(cadreId));
  const { data } = query;
  const tabs = useCadreTabs(cadreId, data?.cadreName ?? '');
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const { cadreName, items } = data;
  const decided = items.filter(({ grade, unitGrade }) => (grade ?? unitGrade) !== null).length;
  return (
    <Page
      title={text.cadreAnswer(cadreName, items.length, decided)}
      documentTitle={`${cadreName} ${shell.tabs.grades}`}
      tabs={tabs}
      lined
    >
      {items.length === 0 && <Empty title={text.noGrades} note={text.noGradesNote} />}
      {items.map((one) => (
        <Round key={one.personId} one={one} />
      ))}
    </Page>
  );
}

function Round({ one }: { one: CadreGrades['items'][number] }) {
  const text = useText().grades;
  const { standing, standingGround, unitGrade, state, grade, editions, openCase, redo } = one;
  const elsewhere = standing !== 'evaluated';
  return (
    <Section
      title={one.roundName}
      note={one.villageName}
      extra={
        <Link to={linkTo.gradeReview({ kind: one.kind, id: one.roundId }, { row: one.personId })}>
          {text.toRound}
        </Link>
      }
    >
      {elsewhere && (
        <p>
          {word(evaluationStandingWords[standing])}
          {unitGrade && ` ${word(gradeWords[unitGrade])}`}
          <span className={styles.muted}> {standingGround}</span>
        </p>
      )}
      {!elsewhere && grade === null && (
        <StateBadge state="draft" word={word(evaluationStateWords[state])} />
      )}
      {editions.map((edition, at) => (
        <p key={edition.edition} className={at === 0 ? undefined : styles.muted}>
          {text.editionOf(
            edition.decidedOn,
            word(gradeSourceWords[edition.source]),
            word(gradeWords[edition.grade]),
          )}
          {edition.document && <span className={styles.muted}> {edition.document}</span>}
        </p>
      ))}
      {openCase && <StateBadge state="needsDecision" word={word(gradeCaseKindWords[openCase])} />}
      <Redo redo={redo} />
    </Section>
  );
}
