import type { Round } from '@xuanpai/contracts/evaluations';
import {
  type LetterKind,
  letterKinds,
  letterKindWords,
  makesLetters,
} from '@xuanpai/contracts/letter-kinds';
import { useId } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './letters.module.css';
import type { FileFormat } from './print-file.ts';

interface LetterFiltersProps {
  kind: LetterKind;
  date: string | null;
  format: FileFormat;
  /** Of letters about one person each. */
  units: readonly string[];
  unit: string | null;
  /** Of letters about grades; else none. */
  rounds: readonly Round[];
  roundId: string | null;
  onRound: (id: string) => void;
  onKind: (kind: string) => void;
  onUnit: (unit: string | null) => void;
  onDate: (date: string | null) => void;
  onFormat: (format: FileFormat) => void;
}

/** Which kind, under which date, in one file or many. */
export function LetterFilters(props: LetterFiltersProps) {
  const text = useText().letters;
  const mayWrite = useCan(makesLetters(props.kind));
  const id = useId();
  return (
    <div className={styles.bar}>
      <Select
        aria-label={text.kinds}
        style={{ width: 230 }}
        value={props.kind}
        options={letterKinds.map((value) => ({ value, label: word(letterKindWords[value]) }))}
        onChange={props.onKind}
      />
      {props.rounds.length > 0 && (
        <Select
          aria-label={text.round}
          style={{ width: 150 }}
          value={props.roundId}
          options={props.rounds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={props.onRound}
        />
      )}
      {props.units.length > 1 && (
        <Select
          aria-label={text.unit}
          placeholder={text.unit}
          style={{ width: 200 }}
          allowClear
          searchable
          value={props.unit}
          options={props.units.map((value) => ({ value, label: value }))}
          onChange={(unit: string | undefined) => props.onUnit(unit ?? null)}
        />
      )}
      {mayWrite && (
        <label className={styles.field} htmlFor={`${id}-date`}>
          {text.date}
          <DateField
            id={`${id}-date`}
            style={{ width: 124 }}
            value={props.date}
            onChange={props.onDate}
          />
        </label>
      )}
      <label className={styles.field} htmlFor={`${id}-format`}>
        {text.format}
        <Select
          id={`${id}-format`}
          style={{ width: 180 }}
          value={props.format}
          options={[
            { value: 'docx', label: text.formats.docx },
            { value: 'zip', label: text.formats.zip },
          ]}
          onChange={props.onFormat}
        />
      </label>
    </div>
  );
}
