import { useQuery } from '@tanstack/react-query';
import type { AssignmentEvent, AssignmentHistory } from '@xuanpai/contracts/assignment-events';
import { assignmentEventKindWords } from '@xuanpai/contracts/event-words';
import { useState } from 'react';
import { assignmentEventStates } from '../../../lib/assignment-event-states.ts';
import { useDay } from '../../../lib/day.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { PanelPart } from '../../../ui/side-panel.tsx';
import { stateLooks } from '../../../ui/state-badge.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx';
import styles from '../assignments.module.css';
import { historyQuery } from '../queries.ts';
import { ActForm } from './act-form.tsx';
import { eventText } from './event-text.ts';
import type { Act } from './send-act.ts';
import { useUndo } from './use-undo.ts';

/** What happened to a post, with what can be done now; the last event can be undone. */
export function PostLife({ id }: { id: string }) {
  const text = useText().assignmentActs;
  const { data: history } = useQuery(historyQuery(id));
  const [act, setAct] = useState<Act | null>(null);
  if (!history) return null;
  return (
    <PanelPart title={text.title}>
      <Events history={history} />
      {act === null ? (
        <Acts history={history} onChoose={setAct} />
      ) : (
        <div className={styles.acts}>
          <ActForm key={act} act={act} history={history} onClose={() => setAct(null)} />
        </div>
      )}
    </PanelPart>
  );
}

function Events({ history }: { history: AssignmentHistory }) {
  const text = useText().assignmentActs;
  const { day, readOnly } = useDay();
  const undo = useUndo();
  const { events, assignment } = history;
  const inOrder = [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (events.length === 0) return <p>{text.none}</p>;
  return <Timeline label={text.title} items={inOrder.map(itemOf)} />;

  function itemOf(event: AssignmentEvent): TimelineItem {
    const undone = event.undoneAt !== null;
    const ahead = event.date > day;
    return {
      key: event.id,
      when: event.date,
      mark: undone || ahead ? ['circle', 'grey'] : stateLooks[assignmentEventStates[event.kind]],
      title: word(assignmentEventKindWords[event.kind]),
      ahead: undone || ahead,
      detail: (
        <>
          {eventText(event, text, assignment.id)}{' '}
          {event.undoBlocked === null && !readOnly && (
            <TextButton onClick={() => void undo(event)}>{text.undo}</TextButton>
          )}
        </>
      ),
    };
  }
}

function Acts({ history, onChoose }: { history: AssignmentHistory; onChoose: (act: Act) => void }) {
  const text = useText().assignmentActs;
  if (history.acts.length === 0) return null;
  return (
    <div className={styles.acts}>
      {history.acts.map(({ act, blocked }) => (
        <ActButton key={act} size="small" blocked={blocked} onClick={() => onChoose(act)}>
          {text.acts[act]}
        </ActButton>
      ))}
    </div>
  );
}
