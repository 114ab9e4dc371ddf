import { useQueryClient } from '@tanstack/react-query';
import {
  type AssignmentEvent,
  listAssignmentEvents,
  undoAssignmentEvent,
} from '@xuanpai/contracts/assignment-events';
import { assignmentEventKindWords } from '@xuanpai/contracts/event-words';
import { call } from '../../../lib/api.ts';
import { problemOf } from '../../../lib/api-problem.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { forgetPosts } from '../queries.ts';

/** Takes an event back: in the version that the post has now. */
export function useUndo(): (event: AssignmentEvent) => Promise<void> {
  const text = useText().assignmentActs;
  const client = useQueryClient();
  return async (event) => {
    const params = { id: event.assignmentId };
    try {
      const { assignment } = await call(listAssignmentEvents, { params });
      const { version } = assignment;
      await call(undoAssignmentEvent, {
        params: { ...params, eventId: event.id },
        body: { version },
      });
      // First the fresh events: who undoes the next one at once must not meet this one again.
      await forgetPosts(client);
      showDone(text.undone(word(assignmentEventKindWords[event.kind])));
    } catch (error) {
      await forgetPosts(client);
      const problem = problemOf(error);
      showDone(problem.errors[0]?.message || problem.detail || problem.title);
    }
  };
}
