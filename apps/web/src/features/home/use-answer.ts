import { may, type Permission } from '@xuanpai/contracts/permissions';
import { useBatch } from '../../lib/batch.ts';
import { useDay } from '../../lib/day.ts';
import { useReachName } from '../../lib/reach.ts';
import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Home, Task } from './home-values.ts';

export interface Answer {
  title: string;
  note: string;
}

/** The first two lines: how it stands, and what that means for the next step. */
export function useAnswer(home: Home): Answer {
  const text = useText().home;
  const { batch } = useBatch();
  const { day } = useDay();
  const where = useReachName('assignments.read', 'assignments');
  const roles = useUser().roles.map(({ role }) => role);
  const can = (permission: Permission) => may(roles, permission);
  if (can('users.manage')) return { title: text.users(home.figures.users), note: text.usersNote };
  if (can('audit.read')) return { title: text.log, note: text.logNote };
  if (batch === null) return { title: text.noBatch, note: text.noBatchNote };
  if (batch.closedOn !== null) {
    return { title: text.closed(batch.name, batch.closedOn), note: text.closedNote };
  }
  const { assignments } = home.figures;
  if (assignments > 0 && day > batch.endsOn) {
    return { title: text.termOver(where, assignments, batch.endsOn), note: text.termOverNote };
  }
  if (assignments > 0) {
    return { title: posted(home, where, text), note: text.term(batch.startsOn, batch.endsOn) };
  }
  if (can('nominations.read')) return nomineesAnswer(home, where, text);
  const { villages, covered } = home.figures;
  const evaluation = home.tasks.find(({ code }) => code === 'evaluateVillages');
  if (evaluation) {
    const { villages: left = 0, people = 0 } = evaluation.counts;
    const round = evaluation.round?.name ?? '';
    return { title: text.evaluating(round, left, people), note: text.evaluatingNote };
  }
  if (villages === 0) return { title: text.noneYours, note: text.noneYoursNote };
  return { title: text.decided(villages, covered), note: text.notIssued };
}

function posted({ figures }: Home, where: string, text: Dictionary['home']): string {
  const { assignments, villages, covered } = figures;
  return villages === 0
    ? text.posted(where, assignments)
    : text.postedIn(assignments, covered, villages);
}

/** Nominees against places, until the plan is issued; `where` for those who see a part of them. */
function nomineesAnswer(home: Home, where: string, text: Dictionary['home']): Answer {
  const { nominees, notEligible, places, placeable } = home.figures;
  if (nominees === 0) return { title: text.noNominees, note: text.noNomineesNote };
  const named = namedText();
  if (notEligible > 0) {
    return {
      title: text.notEligible(named, notEligible),
      note: where === '' ? shortNote(home, text) : text.ownPlaceable(placeable),
    };
  }
  return {
    title: text.eligible(named, Math.min(placeable, places), nominees),
    note: stepNote(home, text),
  };

  function namedText() {
    if (where !== '') return text.ownNamed(where, nominees);
    return nominees < places ? text.named(nominees, places) : text.allNamed(nominees);
  }
}

function shortNote({ tasks, figures }: Home, text: Dictionary['home']): string {
  const counts = tasks.find(({ code }) => code === 'fixNominees')?.counts;
  return text.placeableNote(figures.placeable, counts?.district ?? 0, counts?.township ?? 0);
}

/** What the plan's next step is: the person's own, or whose it is. */
function stepNote({ tasks, planStatus }: Home, text: Dictionary['home']): string {
  const steps: Partial<Record<Task['code'], string>> = text.steps;
  const notes = tasks.map(({ code }) => steps[code]);
  const others =
    planStatus === null || planStatus === 'issued' ? text.awaitPlan : text.await[planStatus];
  return notes.find((note) => note !== undefined) ?? others;
}
