import { ballotAnswerWords, ballotFigureWords } from '@xuanpai/contracts/ballots';
import { type GradeSet, gradeWords } from '@xuanpai/contracts/evaluation-words';
import { ladderOf } from '@xuanpai/domain/evaluation/grades';
import { word } from '../../locales/word.ts';

const rungs = ['first', 'second', 'third', 'fourth'];

/** What a place of a line counts, in words: 发出, 优秀, or 工作实效 好; several sets share a column. */
export function cellName(
  cell: string,
  { questions, sets }: { questions: readonly string[]; sets: readonly GradeSet[] },
): string {
  const rung = rungs.indexOf(cell);
  if (rung >= 0) {
    const names = sets.flatMap((set) => {
      const grade = ladderOf(set)[rung];
      return grade ? [word(gradeWords[grade])] : [];
    });
    return [...new Set(names)].join('/');
  }
  const figure = Object.entries(ballotFigureWords).find(([name]) => name === cell);
  if (figure) return word(figure[1]);
  const { question, answer } = answerName(cell, questions);
  return `${question} ${answer}`;
}

/** Of `2.first` the question and the answer. */
export function answerName(cell: string, questions: readonly string[]) {
  const [number = '', answer = ''] = cell.split('.');
  const said = Object.entries(ballotAnswerWords).find(([name]) => name === answer);
  return {
    question: questions[Number(number) - 1] ?? number,
    answer: said ? word(said[1]) : answer,
  };
}
