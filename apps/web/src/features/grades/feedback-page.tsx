import { useQuery, useQueryClient } from '@tanstack/react-query';
import { feedbackRecipientWords } from '@xuanpai/contracts/evaluation-step-words';
import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import { type FeedbackRow, receiveFeedback } from '@xuanpai/contracts/grade-cases';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { problemOf } from '../../lib/api-problem.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { feedbackQuery, forgetGrades } from './queries.ts';

/** 等次反馈: what was fed back, and that it was received; of a unit its own people. */
export function FeedbackPage() {
  const { grades: text, shell } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const query = useQuery(feedbackQuery());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const chosen = data.items.filter(
    ({ id, mayReceive }) => mayReceive && (picked.size === 0 || picked.has(id)),
  );
  return (
    <Page
      title={text.feedbackAnswer(data.items.length, data.waiting)}
      tone="amber"
      documentTitle={shell.pages.gradeFeedback}
      note={text.feedbackNote}
      layout="fill"
      primary={
        <ActButton
          kind="primary"
          busy={busy}
          blocked={chosen.length === 0 ? text.nothingToReceive : null}
          onClick={() => void receive()}
        >
          {text.receive(chosen.length)}
        </ActButton>
      }
    >
      <DataTable
        id="grade-feedback"
        label={shell.pages.gradeFeedback}
        columns={columns(text)}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        query={query}
        empty={{ title: text.noFeedback, note: text.noFeedbackNote }}
        {...(data.items.some(({ mayReceive }) => mayReceive) ? { picked, onPick: setPicked } : {})}
      />
    </Page>
  );

  async function receive() {
    setBusy(true);
    try {
      const items = chosen.map(({ id, version }) => ({ id, version }));
      await call(receiveFeedback, { body: { items, receivedOn: today } });
      setPicked(new Set());
      showDone(text.received(items.length));
    } catch (error) {
      const { detail, title } = problemOf(error);
      showDone(detail || title);
    }
    setBusy(false);
    await forgetGrades(client);
  }
}

function columns(text: ReturnType<typeof useText>['grades']): Column<FeedbackRow>[] {
  return [
    {
      ...{ key: 'name', title: text.name, width: 84, fixed: true, phone: 'title' },
      cell: ({ name }) => name,
    },
    { key: 'unit', title: text.unit, width: 170, cell: ({ unitName }) => unitName },
    { key: 'round', title: text.round, width: 150, cell: ({ roundName }) => roundName },
    {
      ...{ key: 'grade', title: text.grade, width: 100, phone: 'note' },
      cell: ({ grade }) => word(gradeWords[grade]),
    },
    {
      ...{ key: 'recipient', title: text.recipient, width: 130 },
      cell: ({ recipient }) => word(feedbackRecipientWords[recipient]),
    },
    { key: 'sentOn', title: text.sentOn, width: 104, cell: ({ sentOn }) => sentOn },
    {
      ...{ key: 'state', title: text.state, phone: 'side' },
      cell: ({ receivedOn, receivedByName, outdated }) => {
        if (outdated) return <StateBadge state="hint" word={text.outdated} />;
        if (receivedOn === null) return <StateBadge state="todo" word={text.toReceive} />;
        return <StateBadge state="done" word={`${receivedOn} ${receivedByName ?? ''}`} quiet />;
      },
    },
  ];
}
