import type { Help } from '@xuanpai/contracts/help';
import type { Milestone, Project } from '@xuanpai/contracts/projects';
import {
  helpStateWords,
  projectStateWords,
  type SupportPart,
  supportPartWords,
} from '@xuanpai/contracts/support-words';
import { formatWan, formatYuan } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { StateName } from '../../ui/state-badge.tsx';

type Text = Dictionary['support'];
interface Looks {
  state: StateName;
  word: string;
}

const projectLooks: Record<Project['state'], StateName> = {
  planned: 'todo',
  underWay: 'onTrack',
  done: 'submitted',
  accepted: 'done',
  stopped: 'stopped',
};

/** How a project stands: one that goes on and has a milestone behind it is late. */
export function projectStanding(project: Project, text: Text): Looks {
  const of = word(projectStateWords[project.state]);
  if (project.milestonesLate === 0) return { state: projectLooks[project.state], word: of };
  return { state: 'behind', word: `${of} ${text.milestoneLate}` };
}

const helpLooks: Record<Help['state'], StateName> = {
  promised: 'todo',
  reported: 'submitted',
  returned: 'returned',
  confirmed: 'confirmed',
  dropped: 'dropped',
};

/** How a piece of help stands: a promise over its day is late. */
export function helpStanding({ state, daysLate }: Help, text: Text): Looks {
  const of = word(helpStateWords[state]);
  if (daysLate !== null && daysLate > 0) return { state: 'overdue', word: text.daysLate(daysLate) };
  return { state: helpLooks[state], word: of };
}

const stageLooks: Record<Milestone['state'], StateName> = {
  done: 'done',
  late: 'overdue',
  ahead: 'notDue',
};

export function stageStanding({ state }: Milestone, text: Text): Looks {
  return { state: stageLooks[state], word: text.stageStates[state] };
}

/** 50,000 元, 40人次, 3次; nothing where there is no figure. */
export function figureWords(
  { kind }: Pick<Help, 'kind'>,
  figures: { amount: string | null; quantity: number | null },
  text: Text,
): string {
  if (figures.amount !== null) return `${formatYuan(figures.amount)} ${text.yuan}`;
  if (figures.quantity === null) return '';
  return kind === 'training' ? text.people2(figures.quantity) : text.times(figures.quantity);
}

/** Nothing is a dash, so that columns of figures stay calm. */
export function yuanOrDash(money: string): string {
  return Number(money) === 0 ? '–' : formatYuan(money);
}

export function wanOrDash(money: string): string {
  return Number(money) === 0 ? '–' : formatWan(money, 2);
}

export function partsWords(parts: readonly SupportPart[]): string {
  const words = parts.map((part) => word(supportPartWords[part]));
  return words.join(currentLanguage() === 'zh' ? '、' : ', ');
}
