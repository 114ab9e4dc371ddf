import type { BallotPerson, BallotSheet } from '@xuanpai/contracts/ballots';
import { type VoterGroup, voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import { ballotCells, ballotFaults, cellOf } from '@xuanpai/domain/evaluation/ballots';
import { useCallback, useMemo } from 'react';
import { useDay } from '../../lib/day.ts';
import { usePageKeys } from '../../lib/keys.ts';
import { useIsPhone } from '../../lib/media.ts';
import type { Edits } from '../../lib/saving/edits.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { DayCell, FixedColumn, GridChange, GridRow } from '../../ui/month-grid/grid-types.ts';
import { MonthGrid } from '../../ui/month-grid/month-grid.tsx';
import { answerName, cellName } from './cell-names.ts';
import { cellPlace, savedCell, typedContent, type useBallots } from './use-ballots.ts';

interface BallotGridProps {
  data: BallotSheet;
  /** Where it is, for screen readers. */
  place: string;
  ballots: ReturnType<typeof useBallots>;
  onOpen: (personId: string) => void;
}

type Text = Dictionary['evaluationEntry'];
interface Column {
  cell: string;
  /** What is counted; of an answer the question, with the answer below it. */
  head: string;
  below: string;
  label: string;
}

/** Cadres × groups in lines, the figures in columns; typed, pasted, undone like a spreadsheet. */
export function BallotGrid({ data, place, ballots, onOpen }: BallotGridProps) {
  const text = useText().evaluationEntry;
  const { readOnly } = useDay();
  const { saver, edits } = ballots;
  const phone = useIsPhone();
  const columns = useMemo(() => columnsOf(data), [data]);
  const left = useMemo(() => leftOf(text, phone), [text, phone]);
  const lines = useMemo(() => linesOf(data), [data]);
  const rows = useMemo(
    () => lines.map((line) => rowOf(line, columns, { data, edits, text, phone })),
    [lines, columns, data, edits, text, phone],
  );
  const onChange = useCallback(
    (changes: GridChange[]) => {
      const byRow = new Map(lines.map((line) => [line.id, line]));
      saver.edit(
        new Map(
          changes.flatMap(({ rowId, column, is }) => {
            const line = byRow.get(rowId);
            if (!line) return [];
            const at = cellPlace(line.person.personId, line.line.group, column);
            const was = savedCell(line.line, column);
            return [[at, { was, is: is === null ? null : Number(is) }] as const];
          }),
        ),
      );
    },
    [lines, saver],
  );
  usePageKeys([
    { keys: '↑ ↓ ← →', does: text.gridKeys.move },
    { keys: '0–9', does: text.gridKeys.type },
    { keys: 'Del', does: text.gridKeys.clear },
    { keys: 'Ctrl+C Ctrl+V', does: text.gridKeys.copy },
    { keys: 'Ctrl+Z Ctrl+Y', does: text.gridKeys.undo },
  ]);
  return (
    <MonthGrid
      label={text.gridLabel(place)}
      leftColumns={left}
      days={columns.map(({ cell, ...names }) => ({ key: cell, ...names }))}
      rightColumns={[]}
      rows={rows}
      words={{
        hint: text.gridHint,
        closed: text.closedCell,
        noted: text.notedCell,
        editor: text.cellEditor,
        unreadable: text.unreadable,
      }}
      keyToValue={() => undefined}
      typesText
      columnWidth={62}
      rowHeight={26}
      parse={parse}
      format={(value) => value ?? ''}
      readOnly={readOnly || !lines.some(({ person }) => person.editable)}
      onChange={onChange}
      onOpen={(id) => onOpen(id.split('/')[0] ?? '')}
      onNote={(id) => onOpen(id.split('/')[0] ?? '')}
      onUnreadable={(texts) => showDone(text.unread(texts.slice(0, 5).join(text.listComma)))}
    />
  );
}

/** A whole number of ballots; undefined: it is none. */
function parse(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d{1,5}$/.test(text) && Number(text) <= 10_000 ? String(Number(text)) : undefined;
}

/** Where cadres of both sets stand in one grid, their grades share a column. */
function columnsOf({ villages, questions }: BallotSheet): Column[] {
  const sets = [
    ...new Set(villages.flatMap(({ people }) => people.map(({ gradeSet }) => gradeSet))),
  ];
  return ballotCells(questions.length).map((cell) => {
    const label = cellName(cell, { questions, sets });
    if (!cell.includes('.')) return { cell, head: label, below: '', label };
    const { question, answer } = answerName(cell, questions);
    return { cell, head: shortened(question), below: answer, label };
  });
}

/** Two lines of a column; the whole of it is its tip. */
const most = 8;
const shortened = (question: string) =>
  question.length > most ? `${question.slice(0, most - 1)}…` : question;

/** On the telephone the figures need the room: whose line it is must do. */
function leftOf(text: Text, phone: boolean): FixedColumn[] {
  const name = { key: 'name', title: text.name, width: 64 };
  if (phone) return [name, { key: 'group', title: text.group, width: 104 }];
  return [
    { key: 'village', title: text.village, width: 104 },
    name,
    { key: 'group', title: text.group, width: 104 },
    { key: 'state', title: text.state, width: 76 },
  ];
}

interface GridLine {
  id: string;
  villageName: string;
  /** The group wasn't at the meeting. */
  away: boolean;
  person: BallotPerson;
  line: BallotPerson['lines'][number];
}

function linesOf({ villages }: BallotSheet): GridLine[] {
  return villages.flatMap(({ villageName, people, present }) => {
    const away = (group: VoterGroup) => present.find((one) => one.group === group)?.present === 0;
    return people.flatMap((person) =>
      person.lines.map((line) => ({
        id: `${person.personId}/${line.group}`,
        ...{ villageName, person, line, away: away(line.group) },
      })),
    );
  });
}

interface Shown {
  data: BallotSheet;
  edits: Edits;
  text: Text;
  phone: boolean;
}

function rowOf(
  { id, villageName, person, line, away }: GridLine,
  columns: readonly Column[],
  { data, edits, text, phone }: Shown,
): GridRow {
  const content = typedContent(person.personId, line, data.questions.length, edits);
  const faults = ballotFaults(content);
  const hidden = line.content === null && line.state !== 'empty';
  const group = word(voterGroupWords[line.group]);
  return {
    id,
    left: [
      ...(phone ? [] : [{ text: villageName, tip: villageName }]),
      { text: person.name, strong: true, tip: `${villageName} ${person.name}` },
      { text: group, tip: group },
      ...(phone ? [] : [{ text: text.states[line.state], tip: line.enteredByName ?? '' }]),
    ],
    cells: columns.map(({ cell }): DayCell => {
      if (hidden) return { value: null, text: '', closed: true, tip: text.hiddenLine(data.least) };
      const value = cellOf(content, cell) ?? null;
      const fault = faults.find((one) => one.cell === cell);
      return {
        value: value === null ? null : String(value),
        text: value === null ? '' : String(value),
        readOnly: !person.editable,
        ...(fault ? { flagged: 'red' as const, tip: word(fault.message) } : {}),
        ...(!fault && value === null && person.editable && !away && line.state !== 'empty'
          ? { flagged: 'amber' as const }
          : {}),
        ...(value === 0 ? { tone: 'faint' as const } : {}),
      };
    }),
    right: [],
  };
}
