import { useQuery } from '@tanstack/react-query';
import {
  type IssueDetail,
  issueKindWords,
  issueStepWords,
  severityWords,
} from '@xuanpai/contracts/inspection-findings';
import { inspectionKindWords } from '@xuanpai/contracts/inspections';
import { useParams } from 'react-router';
import { formatDay, formatInstant } from '../../lib/format.ts';
import { useSeenDay } from '../../lib/known.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { stateLooks } from '../../ui/state-badge.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { IssueActs } from './issue-acts.tsx';
import { IssueState, stateOf } from './issue-state.tsx';
import { issueQuery } from './queries.ts';

/** One finding: what was found, what was done about it, and what comes next. */
export function IssuePage() {
  const { findingId = '' } = useParams();
  const query = useQuery(issueQuery(findingId, useSeenDay()));
  if (query.data && !query.error) return <LoadedIssue issue={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function LoadedIssue({ issue }: { issue: IssueDetail }) {
  const text = useText().inspections;
  return (
    <Page
      title={text.findingOf(issue.villageName, word(issueKindWords[issue.kind]))}
      badge={<IssueState issue={issue} />}
      note={
        <>
          {standing(issue, text)}
          <KnownLine />
        </>
      }
      lined
    >
      <Split aside={issue.acts.length > 0 && <IssueActs key={issue.version} issue={issue} />}>
        <Section title={text.facts}>
          <IssueFacts issue={issue} />
        </Section>
        <Section title={text.trail}>
          <Timeline label={text.trail} items={issue.trail.map(itemOf)} />
        </Section>
        <Section title={text.files}>
          <Evidence owner={{ kind: 'finding', id: issue.id }} />
        </Section>
      </Split>
    </Page>
  );

  function itemOf(event: IssueDetail['trail'][number]) {
    const { id, step, on, deadline, byName, at } = event;
    const parts = [
      event.text,
      on ? text.rectifiedOn(on) : '',
      deadline ? text.newDeadline(deadline) : '',
      text.by(byName, formatInstant(at)),
    ].filter((part) => part !== '');
    return {
      key: id,
      when: step === 'enter' ? issue.foundOn : formatInstant(at).slice(0, 10),
      mark: stateLooks[looks[step]],
      title: word(issueStepWords[step]),
      detail: parts.join('；'),
    };
  }
}

function standing(
  { state, responsibleName }: IssueDetail,
  text: Dictionary['inspections'],
): string {
  return state === 'open' || state === 'returned'
    ? text.waitsFor[state](responsibleName)
    : text.stands[state];
}

const looks = {
  enter: stateOf.open,
  answer: stateOf.answered,
  return: stateOf.returned,
  close: stateOf.closed,
  withdraw: stateOf.withdrawn,
} as const;

function IssueFacts({ issue }: { issue: IssueDetail }) {
  const text = useText().inspections;
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: text.finding, value: issue.text, wide: true },
        {
          term: text.village,
          value: (
            <Link to={linkTo.villageInspections(issue.villageId)}>
              {text.where(issue.townshipName, issue.villageName)}
            </Link>
          ),
        },
        { term: text.severity, value: word(severityWords[issue.severity]) },
        { term: text.responsible, value: issue.responsibleName },
        { term: text.deadline, value: formatDay(issue.deadline) },
        {
          term: text.inspection,
          value: (
            <Link to={linkTo.inspection(issue.inspectionId)}>
              {word(inspectionKindWords[issue.inspectionKind])} {issue.inspectionSubject}
            </Link>
          ),
        },
        { term: text.foundOn, value: formatDay(issue.foundOn) },
      ]}
    />
  );
}
