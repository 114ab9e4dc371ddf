import { useQuery } from '@tanstack/react-query';
import {
  exportReviewSheet,
  printReviewSheet,
  type StepPeople,
  type StepPerson,
} from '@xuanpai/contracts/evaluation-steps';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useUrlValue } from '../../lib/url-state.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Page } from '../../ui/page.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { Bulk } from './bulk.tsx';
import styles from './grades.module.css';
import { PersonPanel } from './person-panel.tsx';
import { roundKindOf, stepsQuery } from './queries.ts';
import { reviewColumns } from './steps-columns.tsx';

/** 汇总: everybody of a round by township, what is proposed, and the next step; for the meeting. */
export function ReviewPage() {
  const { grades: text, shell } = useText();
  const { roundId = '', kind } = useParams();
  const query = useQuery(stepsQuery(roundId));
  const tabs = useRoundTabs({ kind: roundKindOf(kind), id: roundId });
  const works = useCan('grades.sheet');
  const [row, setRow] = useUrlValue('row');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const { round, items } = data;
  const own = { parts: { params: { id: roundId } } };
  const acts = items.some((person) => person.acts.length > 0);
  return (
    <Page
      title={text.reviewAnswer(round.name, countsOf(items))}
      tone="amber"
      documentTitle={`${round.name} ${shell.tabs.gradeReview}`}
      note={noteOf(data, text)}
      tabs={tabs}
      layout="fill"
      secondary={
        works && (
          <>
            <ExportButton endpoint={printReviewSheet} {...own} label={text.paper} />
            <ExportButton endpoint={exportReviewSheet} {...own} />
          </>
        )
      }
      primary={
        <Bulk
          {...{ roundId, people: items, picked }}
          offered={['decide', 'notice', 'check', 'record']}
          onDone={() => setPicked(new Set())}
        />
      }
    >
      <WithPanel panel={row && <PersonPanel key={row} id={row} onClose={() => setRow(null)} />}>
        <div className={styles.sheet}>
          <DataTable
            id="grade-review"
            label={shell.tabs.gradeReview}
            columns={reviewColumns(text, round, works)}
            rowKey={({ id }) => id}
            rowLabel={({ name }) => name}
            query={query}
            empty={{ title: text.nobody }}
            selected={row}
            onOpen={({ id }) => setRow(id)}
            groupOf={byTownship(items, text)}
            {...(acts ? { picked, onPick: setPicked } : {})}
          />
        </div>
      </WithPanel>
    </Page>
  );
}

type Text = ReturnType<typeof useText>['grades'];

function countsOf(items: readonly StepPerson[]) {
  const evaluated = items.filter(({ standing }) => standing === 'evaluated');
  const count = (...states: StepPerson['state'][]) =>
    evaluated.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ people: evaluated.length, entering: count('entering'), proposed: count('proposed') },
    ...{ checked: count('checked'), decided: count('decided') },
  };
}

/** The batch's own quota warns where it is exceeded; the order is said, since nobody is ranked. */
function noteOf({ round: { quota } }: StepPeople, text: Text): string {
  if (!quota) return text.reviewNote;
  const most = Math.floor((quota.people * quota.percent) / 100);
  return `${text.reviewNote} ${text.quota(quota.excellent, most, quota.percent)}`;
}

export function byTownship(items: readonly StepPerson[], text: Text) {
  return ({ townshipId, townshipName }: StepPerson) => ({
    key: townshipId,
    title: townshipName,
    extra: text.people(items.filter((one) => one.townshipId === townshipId).length),
  });
}
