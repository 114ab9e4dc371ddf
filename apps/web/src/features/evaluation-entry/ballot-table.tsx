import {
  type BallotLine,
  type BallotPerson,
  type BallotSheet,
  type BallotVillage,
  ballotAnswers,
  ballotAnswerWords,
  ballotFigures,
} from '@xuanpai/contracts/ballots';
import { gradeWords, voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import { ballotFaults, cellOf, contentState } from '@xuanpai/domain/evaluation/ballots';
import { ladderOf } from '@xuanpai/domain/evaluation/grades';
import { overPresent } from '@xuanpai/domain/evaluation/visits';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Mark } from '../../ui/mark.tsx';
import { BallotCell } from './ballot-cell.tsx';
import { percentText } from './ballot-section.tsx';
import styles from './evaluation-entry.module.css';
import { cellPlace, savedCell, typedContent, type useBallots } from './use-ballots.ts';

interface BallotTableProps {
  data: BallotSheet;
  village: BallotVillage;
  person: BallotPerson;
  ballots: ReturnType<typeof useBallots>;
  editable: boolean;
}

interface Column {
  cell: string;
  title: string;
}

/** The figures, then each question in a table of its own; what doesn't add up stands below. */
export function BallotTable(props: BallotTableProps) {
  const { data, village, person, ballots, editable } = props;
  const text = useText().evaluationEntry;
  const figures = figureColumns(person, text);
  const typed = person.lines.map((line) => ({
    line,
    content: typedContent(person.personId, line, data.questions.length, ballots.edits),
  }));
  const enterers = [...new Set(person.lines.flatMap((line) => line.enteredByName ?? []))];
  const spoilt = person.sums.content?.figures.void ?? 0;
  const open = person.sums.content ? unsettled(person) : [];
  return (
    <div className={styles.scroll}>
      <Lines {...props} columns={figures} withRate />
      <div className={styles.questions}>
        {data.questions.map((question, at) => (
          <div key={question}>
            <p className={styles.lineNote}>{text.question(at + 1, question)}</p>
            <Lines
              {...props}
              question={question}
              columns={ballotAnswers.map((answer) => ({
                ...{ cell: `${at + 1}.${answer}`, title: word(ballotAnswerWords[answer]) },
              }))}
            />
          </div>
        ))}
      </div>
      {typed.flatMap(({ line, content }) => {
        const came = village.present.find(({ group }) => group === line.group)?.present ?? null;
        const over = editable ? overPresent(line.group, content.figures.issued, came) : null;
        return [
          ...ballotFaults(content).map(({ cell, message }) => (
            <p key={`${line.group}${cell}`} className={styles.fault} role="status">
              <Mark shape="cross" tone="red" />
              {word(voterGroupWords[line.group])}
              {text.colon}
              {word(message)}
            </p>
          )),
          ...(over
            ? [
                <p key={`${line.group}over`} className={styles.lineNote}>
                  <Mark shape="warn" tone="amber" /> {word(over)}
                </p>,
              ]
            : []),
        ];
      })}
      <p className={styles.lineNote}>
        {!data.twice &&
          enterers.length > 0 &&
          `${text.enteredBy(enterers.join(text.listComma))}${text.stop}`}
        {spoilt > 0 && text.voidNote(spoilt)}
        {open.length > 0 && text.unsettledNote(open.join(text.listComma))}
        {text.hiddenNote(data.least)}
      </p>
    </div>
  );
}

/** Groups with figures that don't hold yet: the total leaves them out. */
function unsettled({ lines }: BallotPerson): string[] {
  return lines
    .filter(({ state }) => state !== 'empty' && state !== 'final')
    .map(({ group }) => word(voterGroupWords[group]));
}

function figureColumns({ gradeSet }: BallotPerson, text: Dictionary['evaluationEntry']): Column[] {
  const grades = ladderOf(gradeSet).map((grade) => word(gradeWords[grade]));
  const titles = [text.issued, text.returned, text.valid, text.void, ...grades, text.abstained];
  return ballotFigures.map((cell, at) => ({ cell, title: titles[at] ?? cell }));
}

interface LinesProps extends BallotTableProps {
  columns: readonly Column[];
  /** Whose answers these are; without it the figures and grades. */
  question?: string;
  withRate?: boolean;
}

function Lines(props: LinesProps) {
  const { person, columns, question, withRate = false } = props;
  const text = useText().evaluationEntry;
  const { sums } = person;
  const { content } = sums;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">
        {person.name} {question ?? text.ballots}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.headCell}>
            {text.group}
          </th>
          {columns.map(({ cell, title }) => (
            <th key={cell} scope="col" className={styles.headCell}>
              {title}
            </th>
          ))}
          {withRate && (
            <th scope="col" className={styles.headCell}>
              {text.excellentRate}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {person.lines.map((line) => (
          <Line key={line.group} {...props} line={line} />
        ))}
        {content && (
          <tr data-sum="true">
            <th scope="row">{sums.hidden > 0 ? text.sumOf(sums.shown) : text.sum}</th>
            {columns.map(({ cell }) => (
              <td key={cell}>{cellOf(content, cell) ?? 0}</td>
            ))}
            {withRate && (
              <td>{percentText(content.figures.first ?? 0, content.figures.valid ?? 0)}</td>
            )}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Line(props: LinesProps & { line: BallotLine }) {
  const { data, village, person, ballots, editable, columns, withRate, line } = props;
  const { question } = props;
  const text = useText().evaluationEntry;
  const group = word(voterGroupWords[line.group]);
  const hidden = line.content === null && line.state !== 'empty';
  const content = typedContent(person.personId, line, data.questions.length, ballots.edits);
  const { first, valid } = content.figures;
  const came = village.present.find((one) => one.group === line.group)?.present ?? null;
  const asked = editable && came !== 0 && contentState(content) !== 'whole';
  const faults = ballotFaults(content);
  return (
    <tr>
      <th scope="row" title={line.enteredByName ? text.enteredBy(line.enteredByName) : undefined}>
        {group}
      </th>
      {hidden ? (
        <td colSpan={columns.length + (withRate ? 1 : 0)} className={styles.hidden}>
          {line.state === 'differs' ? text.states.differs : text.hiddenLine(data.least)}
        </td>
      ) : (
        <>
          {columns.map(({ cell, title }, at) => {
            const value = cellOf(content, cell) ?? null;
            return (
              <td key={cell} className={value === 0 ? styles.zero : undefined}>
                {editable ? (
                  <BallotCell
                    label={text.cellOf(
                      person.name,
                      group,
                      question ? `${question} ${title}` : title,
                    )}
                    value={value}
                    flag={flagOf(faults, cell, asked && value === null)}
                    onType={(is) => write(props, line, [[cell, is]])}
                    onPaste={(rows) => paste(props, line, at, rows)}
                  />
                ) : (
                  (value ?? '–')
                )}
              </td>
            );
          })}
          {withRate && (
            <td>{first !== null && valid !== null ? percentText(first, valid) : '–'}</td>
          )}
        </>
      )}
    </tr>
  );
}

function flagOf(faults: ReturnType<typeof ballotFaults>, cell: string, open: boolean) {
  if (faults.some((fault) => fault.cell === cell)) return 'wrong';
  return open ? 'open' : null;
}

function write(
  { person, ballots }: LinesProps,
  line: BallotLine,
  cells: readonly (readonly [string, number | null])[],
): void {
  ballots.saver.edit(
    new Map(
      cells.map(([cell, is]) => [
        cellPlace(person.personId, line.group, cell),
        { was: savedCell(line, cell), is },
      ]),
    ),
  );
}

/** A piece of a sheet from a cell on; what goes over the edge is left out. */
function paste(
  props: LinesProps,
  from: BallotLine,
  column: number,
  rows: readonly (readonly (number | null)[])[],
): void {
  const { person, columns } = props;
  const start = person.lines.indexOf(from);
  for (const [at, values] of rows.entries()) {
    const line = person.lines[start + at];
    if (!line) return;
    const cells = values.flatMap((value, offset) => {
      const target = columns[column + offset];
      return target ? [[target.cell, value] as const] : [];
    });
    write(props, line, cells);
  }
}
