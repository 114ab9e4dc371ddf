import { useQueryClient } from '@tanstack/react-query';
import {
  type BallotContent,
  type BallotLine,
  type BallotPerson,
  type BallotSheet,
  type BallotVillage,
  settleCounts,
} from '@xuanpai/contracts/ballots';
import { voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import { ballotFaults, cellOf, wholeContent, withCell } from '@xuanpai/domain/evaluation/ballots';
import { useState } from 'react';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { BallotCell } from './ballot-cell.tsx';
import { cellName } from './cell-names.ts';
import styles from './evaluation-entry.module.css';
import { forgetProgress } from './queries.ts';
import { showVillages } from './use-ballots.ts';

interface SettleLinesProps {
  roundId: string;
  data: BallotSheet;
  village: BallotVillage;
  person: BallotPerson;
  enters: boolean;
}

/** The lines in which the two counts differ, each with what holds to be said. */
export function SettleLines({ roundId, data, village, person, enters }: SettleLinesProps) {
  const text = useText().evaluationEntry;
  const lines = person.lines.filter(({ state }) => state === 'differs');
  if (lines.length === 0) return null;
  const open = lines.filter(({ counts }) => counts !== null);
  return (
    <div className={styles.settle}>
      <h3>{text.settleTitle(lines.length)}</h3>
      {open.length < lines.length && <p className={styles.muted}>{text.toSettleByCounters}</p>}
      {enters &&
        open.map((line) => (
          <SettleLine
            key={line.group}
            {...{ roundId, questions: data.questions, village, person, line }}
          />
        ))}
    </div>
  );
}

interface SettleLineProps {
  roundId: string;
  questions: readonly string[];
  village: BallotVillage;
  person: BallotPerson;
  line: BallotLine;
}

/** Both counts, and a third line in which only the cells that differ are still to be filled in. */
function SettleLine({ roundId, questions, village, person, line }: SettleLineProps) {
  const text = useText().evaluationEntry;
  const client = useQueryClient();
  const columnName = (cell: string) => cellName(cell, { questions, sets: [person.gradeSet] });
  const counts = line.counts ?? [];
  const [content, setContent] = useState<BallotContent | null>(() => startOf(line));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!content) return null;
  const faults = ballotFaults(content);
  const ready = wholeContent(content) !== null && faults.length === 0;
  const group = word(voterGroupWords[line.group]);
  async function settle() {
    if (!content) return;
    setBusy(true);
    try {
      const params = { id: roundId, villageId: village.villageId };
      const lines = [{ personId: person.personId, group: line.group, content }];
      showVillages(client, roundId, [await call(settleCounts, { params, body: { lines } })]);
      forgetProgress(client, roundId);
      showDone(text.settled(1));
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{group}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.headCell}>
              {group}
            </th>
            {line.differing.map((cell) => (
              <th key={cell} scope="col" className={styles.headCell}>
                {columnName(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map(({ byName, content: counted }) => (
            <tr key={byName}>
              <th scope="row">{byName}</th>
              {line.differing.map((cell) => (
                <td key={cell} className={styles.differs}>
                  {cellOf(counted, cell) ?? '–'}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{text.settledAs}</th>
            {line.differing.map((cell) => (
              <td key={cell}>
                <BallotCell
                  label={`${text.settledAs} ${text.cellOf(person.name, group, columnName(cell))}`}
                  value={cellOf(content, cell) ?? null}
                  flag="open"
                  onType={(is) => setContent(withCell(content, cell, is))}
                  onPaste={() => {}}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {faults.map(({ cell, message }) => (
        <p key={cell} className={styles.fault}>
          <Mark shape="cross" tone="red" />
          {word(message)}
        </p>
      ))}
      {error !== null && <ProblemAlert error={error} />}
      <ActButton
        size="small"
        busy={busy}
        blocked={ready ? null : text.toSettle}
        onClick={() => void settle()}
      >
        {text.settle}
      </ActButton>
    </>
  );
}

/** What both counted alike, the rest empty. */
function startOf({ counts, differing }: BallotLine): BallotContent | null {
  const [first] = counts ?? [];
  if (!first) return null;
  return differing.reduce((content, cell) => withCell(content, cell, null), first.content);
}
