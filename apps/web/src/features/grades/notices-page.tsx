import { useQuery } from '@tanstack/react-query';
import { noticeAnswerWords } from '@xuanpai/contracts/evaluation-step-words';
import {
  answerNoticeObjection,
  type NoticeObjection,
  type Notices,
} from '@xuanpai/contracts/grade-notices';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { useState } from 'react';
import { useParams } from 'react-router';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Empty } from '../../ui/table-states.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { Bulk } from './bulk.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import styles from './grades.module.css';
import { noticesQuery, roundKindOf, stepsQuery } from './queries.ts';

/** 公示: intended 优秀 with their days, and what was said against them. */
export function NoticesPage() {
  const { grades: text, shell } = useText();
  const { roundId = '', kind } = useParams();
  const { today } = useDay();
  const query = useQuery(noticesQuery(roundId));
  const steps = useQuery(stepsQuery(roundId));
  const tabs = useRoundTabs({ kind: roundKindOf(kind), id: roundId });
  if (!query.data || !steps.data) {
    const error = query.error ?? steps.error;
    return <UnreadPage error={error} onRetry={() => void query.refetch()} />;
  }
  const { round, items: people } = steps.data;
  const { items } = query.data;
  const waiting = people.filter(({ acts }) => acts.includes('notice'));
  const open = items
    .flatMap((notice) => notice.people)
    .flatMap(({ objections }) => objections)
    .filter(({ answer }) => answer === null).length;
  return (
    <Page
      title={text.noticesAnswer(round.name, items.length, waiting.length, open)}
      tone="amber"
      documentTitle={`${round.name} ${shell.tabs.gradeNotices}`}
      note={text.noticesNote(round.noticeDays)}
      tabs={tabs}
      primary={
        <Bulk
          {...{ roundId, people: waiting, picked: nobody }}
          offered={['notice']}
          onDone={() => {}}
        />
      }
      lined
    >
      {items.length === 0 && <Empty title={text.noNotice} note={text.noNoticeNote} />}
      <div className={styles.notices}>
        {items.map((notice) => (
          <Notice key={notice.id} notice={notice} today={today} />
        ))}
      </div>
    </Page>
  );
}

const nobody: ReadonlySet<string> = new Set();

function Notice({ notice, today }: { notice: Notices['items'][number]; today: string }) {
  const text = useText().grades;
  const { startsOn, endsOn, place, postedByName, people } = notice;
  return (
    <Section
      title={text.noticeOf(startsOn, endsOn)}
      note={`${place} · ${postedByName}`}
      extra={
        <StateBadge
          state={today > endsOn ? 'done' : 'running'}
          word={today > endsOn ? text.noticeOver : text.noticeOpen}
        />
      }
    >
      {people.map(({ personId, name, unitName, villageName, withdrawn, stepsBack, objections }) => (
        <div key={personId} className={styles.notice}>
          <strong>{name}</strong> {unitName} · {villageName}{' '}
          {withdrawn && <StateBadge state="recalled" word={text.takenDown} />}
          {stepsBack && <span className={styles.muted}>{text.stepsBack}</span>}
          {objections.map((one) => (
            <Objection key={one.id} objection={one} name={name} />
          ))}
        </div>
      ))}
    </Section>
  );
}

function Objection({ objection, name }: { objection: NoticeObjection; name: string }) {
  const text = useText().grades;
  const [answering, setAnswering] = useState(false);
  const { today } = useDay();
  const { id, version, receivedOn, from, content, answer, answerText, answeredOn } = objection;
  return (
    <div>
      <p className={styles.words}>
        {text.said(receivedOn, from)} {content}
      </p>
      {answer ? (
        <p className={styles.muted}>
          {answeredOn} {word(noticeAnswerWords[answer])} {answerText}
        </p>
      ) : (
        <ActButton onClick={() => setAnswering(true)}>{text.answerIt}</ActButton>
      )}
      {answering && (
        <FieldsDialog
          title={text.answerIt}
          body={text.about([name])}
          act={text.answerIt}
          fields={[
            {
              ...{ key: 'answer', label: text.result, kind: 'choice', value: 'unfounded' },
              options: wordOptions(noticeAnswerWords),
            },
            { key: 'text', label: text.words, kind: 'text' },
            { key: 'answeredOn', label: text.date, kind: 'day', value: today },
          ]}
          run={({ answer: said, text: words = '', answeredOn: on }) =>
            call(answerNoticeObjection, {
              params: { id },
              body: {
                ...{ version, text: words, answeredOn: plainDateSchema.parse(on) },
                answer: said === 'upheld' ? 'upheld' : 'unfounded',
              },
            })
          }
          done={text.done(1)}
          onClose={() => setAnswering(false)}
        />
      )}
    </div>
  );
}
