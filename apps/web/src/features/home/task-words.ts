import { formatNumber, formatPeriod } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Task } from './home-values.ts';

export interface TaskWords {
  title: string;
  /** How it stands. */
  state: string;
  /** The link at the end of its line: 去处理. */
  act: string;
  /** The page's button, where the task comes first: 处理9名不符合人选. */
  primary: string;
}

/** A task of the server in words, its counts put in. */
export function taskWords(task: Task, text: Dictionary['home']): TaskWords {
  const words = text.taskWords[task.code];
  const count = (name: string) => task.counts[name] ?? 0;
  return { title: words.title, state: stateOf(), act: words.act, primary: primaryOf() };

  function stateOf(): string {
    switch (task.code) {
      case 'createBatch':
      case 'createUsers':
        return text.taskWords[task.code].state;
      case 'importRegisters':
        return text.taskWords.importRegisters.state(names());
      case 'registerContacts':
        return text.taskWords.registerContacts.state(count('units'));
      case 'fixNominees':
        return text.taskWords.fixNominees.state(count('district'), count('township'));
      case 'studyAges':
      case 'confirmMembership':
        return text.taskWords[task.code].state(count('people'));
      case 'coverVillages':
        return text.taskWords.coverVillages.state(count('villages'), names());
      case 'solvePlan':
        return text.taskWords.solvePlan.state(count('placeable'), count('places'));
      case 'approvePlan':
        return text.taskWords.approvePlan.state(count('filled'), count('places'));
      case 'confirmPlan':
      case 'publishPlan':
        return text.taskWords[task.code].state(count('filled'));
      case 'fillPosts':
        return text.taskWords.fillPosts.state(count('posts'), count('days'), names());
      case 'endTerms':
      case 'prepareTermRound':
        return text.taskWords[task.code].state(count('people'), count('days'));
      case 'recordReports':
        return text.taskWords.recordReports.state(count('people'));
      case 'checkBatches':
      case 'trainCadres':
        return text.taskWords[task.code].state(count('people'), names());
      case 'decideLeaves':
        return text.taskWords.decideLeaves.state(count('leaves'), names());
      case 'endLeaves':
        return text.taskWords.endLeaves.state(count('leaves'));
      case 'confirmHelp':
      case 'deliverHelp':
        return text.taskWords[task.code].state(count('help'), names());
      case 'settleBenefits':
      case 'decideTermEnds':
      case 'proposeTermEnds':
        return text.taskWords[task.code].state(count('people'), names());
      case 'payExpenses':
        return text.taskWords.payExpenses.state(count('units'), formatNumber(count('yuan')));
      case 'closeExpenses':
        return text.taskWords.closeExpenses.state(count('units'), names());
      case 'settleFindings':
      case 'rectifyFindings':
      case 'checkFindings':
      case 'chaseFindings':
        return text.taskWords[task.code].state(count('findings'), names());
      case 'holdElections':
        return text.taskWords.holdElections.state(count('elections'), names());
      case 'visitVillages':
        return text.taskWords.visitVillages.state(count('visits'), names());
      case 'fillSheet':
        return text.taskWords.fillSheet.state(month(), count('left'), count('cells'));
      case 'fixSheet':
      case 'submitSheet':
      case 'signSheet':
        return text.taskWords[task.code].state(month(), count('left'));
      case 'confirmSheets':
      case 'chaseSheets':
      case 'decideCorrections':
        return text.taskWords[task.code].state(month(), count('sheets'), names());
      case 'writeAppraisals':
      case 'signAppraisals':
        return text.taskWords[task.code].state(formatPeriod(task.period ?? ''), count('people'));
      case 'reportTargets':
      case 'confirmTargets':
        return text.taskWords[task.code].state(formatPeriod(task.period ?? ''), count('villages'));
      case 'giveOpinions':
      case 'checkGrades':
      case 'decideGrades':
      case 'tellGrades':
      case 'answerObjections':
      case 'settleCases':
      case 'receiveGrades':
        return text.taskWords[task.code].state(task.round?.name ?? '', count('people'));
      case 'evaluateVillages':
        return text.taskWords.evaluateVillages.state(
          round(),
          count('villages'),
          count('people'),
          names(),
        );
      case 'assignTeams':
        return text.taskWords.assignTeams.state(round(), count('villages'));
      case 'downloadLists':
        return text.taskWords.downloadLists.state(count('assignments'));
    }
  }

  function primaryOf(): string {
    if (task.code !== 'fixNominees') return words.primary;
    return text.fixNominees(count('district') + count('township'));
  }

  function month(): string {
    return text.monthsFrom(text.monthOf(task.sheet?.month ?? ''), count('months') > 1);
  }

  function round(): string {
    return task.round?.name ?? '';
  }

  function names(): string {
    return task.names.join(currentLanguage() === 'zh' ? '、' : ', ');
  }
}

/** What keeps the plan from being made, or from being issued: it goes before what is merely late. */
const pressing: readonly Task['code'][] = [
  'coverVillages',
  'fixNominees',
  'confirmPlan',
  'publishPlan',
];

/** The one next step, for the page's button. */
export function nextTask(tasks: readonly Task[]): Task | undefined {
  return tasks.find(({ code }) => pressing.includes(code)) ?? tasks[0];
}
