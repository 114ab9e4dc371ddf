import { may, type Permission } from '@xuanpai/contracts/permissions';
import { useBatch } from '../../lib/batch.ts';
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
  const roles = useUser().roles.map(({ role }) => role);
  const can = (permission: Permission) => may(roles, permission);
  if (can('users.manage')) return { title: text.users(home.figures.users), note: text.usersNote };
  if (can('audit.read')) return { title: text.log, note: text.logNote };
  if (batch === null) return { title: text.noBatch, note: text.noBatchNote };
  if (home.figures.assignments > 0) {
    return { title: posted(home, text), note: text.term(batch.startsOn, batch.endsOn) };
  }
  if (can('nominations.read')) return nomineesAnswer(home, text);
  const { villages, covered } = home.figures;
  return { title: text.decided(villages, covered), note: text.notIssued };
}

function posted({ figures }: Home, text: Dictionary['home']): string {
  const { assignments, villages, covered } = figures;
  return villages === 0 ? text.posted(assignments) : text.postedIn(assignments, covered, villages);
}

/** Nominees against places, until the plan is issued. */
function nomineesAnswer({ figures, tasks }: Home, text: Dictionary['home']): Answer {
  const { nominees, notEligible, places, placeable } = figures;
  if (nominees === 0) return { title: text.noNominees, note: text.noNomineesNote };
  const named = nominees < places ? text.named(nominees, places) : text.allNamed(nominees);
  if (notEligible > 0) {
    return { title: text.notEligible(named, notEligible), note: shortNote(tasks, placeable, text) };
  }
  const step = tasks.find(({ code }) => code in text.steps)?.code;
  return {
    title: text.eligible(named, Math.min(placeable, places), nominees),
    note: isStep(step) ? text.steps[step] : text.awaitPlan,
  };

  function isStep(code: string | undefined): code is keyof typeof text.steps {
    return code !== undefined && code in text.steps;
  }
}

function shortNote(tasks: readonly Task[], placeable: number, text: Dictionary['home']): string {
  const counts = tasks.find(({ code }) => code === 'fixNominees')?.counts;
  return text.placeableNote(placeable, counts?.district ?? 0, counts?.township ?? 0);
}
