import type { ImportProblem } from '@xuanpai/contracts/imports';
import { Input } from 'antd';
import { useState } from 'react';
import { problemOf } from '../../lib/api-problem.ts';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { BasisLine } from '../../ui/problem-alert.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './cell-note.module.css';
import type { ImportRow } from './imported-rows.tsx';
import { placeAfter, placeOf } from './problem-place.ts';
import type { ImportActs } from './use-import-acts.ts';
import type { ProblemPlace } from './use-problem-place.ts';

interface CellNoteProps {
  row: ImportRow;
  field: string;
  label: string;
  found: readonly ImportProblem[];
  place: ProblemPlace;
  acts: ImportActs;
  correctable: boolean;
}

/** What stands at a cell, by which rule, what to do; and the field to correct it at once. */
export function CellNote(props: CellNoteProps) {
  const { found, place, row, field } = props;
  const text = useText().imports;
  const { readOnly } = useDay();
  const correctable = props.correctable && !readOnly;
  return (
    <div className={styles.note}>
      {found.map(({ code, message, remedy, basis }) => (
        <div key={code + message}>
          <p>
            {message}
            {remedy && <span className={styles.remedy}>{remedy}</span>}
          </p>
          {basis && <BasisLine basis={basis} />}
        </div>
      ))}
      {correctable && place.editing === placeOf({ row: row.row, field }) ? (
        <Correction {...props} />
      ) : (
        <div className={styles.acts}>
          {correctable && (
            <TextButton onClick={() => place.edit(placeOf({ row: row.row, field }))}>
              {text.here}
            </TextButton>
          )}
          <TextButton onClick={place.next}>{text.nextProblem}</TextButton>
          <span className={styles.keys}>{text.keysHint}</span>
        </div>
      )}
    </div>
  );
}

/** What is shown masked, can't be changed letter by letter: it is typed anew. */
const masked = new Set(['idNumber', 'homeAddress', 'health']);

function Correction({ row, field, label, place, acts }: CellNoteProps) {
  const text = useText().imports;
  const [value, setValue] = useState(masked.has(field) ? '' : (row.values[field] ?? ''));
  const [problem, setProblem] = useState<string | null>(null);
  async function save() {
    if (acts.changing) return;
    try {
      const renewed = await acts.correct(row.row, field, value);
      place.open(placeAfter(renewed.problems, placeOf({ row: row.row, field })));
      showDone(text.saved(row.row));
    } catch (error) {
      const { detail, title } = problemOf(error);
      setProblem(detail || title);
    }
  }
  return (
    <div className={styles.correction}>
      <Input
        autoFocus
        size="small"
        aria-label={text.newValue(label)}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onPressEnter={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') place.open(placeOf({ row: row.row, field }));
        }}
      />
      <ActButton size="small" busy={acts.changing} onClick={() => void save()}>
        {text.save}
      </ActButton>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
