import type { TargetCell } from '@xuanpai/contracts/target-reports';
import type { Measure } from '@xuanpai/contracts/targets';
import { Input, Radio } from 'antd';
import { useId } from 'react';
import { formatPeriod } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { thresholdText, unitText, valueText } from '../measure-words.ts';
import styles from '../targets.module.css';

interface ReportFieldProps {
  measure: Measure;
  cell: TargetCell;
  /** As it is typed. */
  text: string;
  note: string;
  editable: boolean;
  /** What is typed can't be read. */
  unread: boolean;
  onChange: (next: { text?: string; note?: string }) => void;
}

/** One measure of a report: what was confirmed before, the value, and a note where there is one. */
export function ReportField(props: ReportFieldProps) {
  const { measure, cell, note, editable, unread, onChange } = props;
  const words = useText().targets;
  const id = useId();
  const unit = unitText(measure, words);
  const before = cell.before && valueText(measure, cell.before, words);
  const asked = thresholdText(measure, measure.threshold, null, words);
  return (
    <div className={styles.field} data-asked={cell.asked}>
      <span className={styles.fieldName}>
        <label htmlFor={id}>{measure.name}</label>
        <span id={`${id}-hint`} className={styles.muted}>
          {[asked, before && words.beforeWas(formatPeriod(cell.before?.period ?? ''), before)]
            .filter(Boolean)
            .join(words.semicolon)}
        </span>
      </span>
      <span className={styles.fieldValue}>{valueField()}</span>
      <Input
        aria-label={words.noteOf(measure.name)}
        placeholder={words.noteHint}
        autoComplete="off"
        maxLength={500}
        value={note}
        readOnly={!editable || cell.reckoned !== null}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </div>
  );

  function valueField() {
    if (cell.reckoned !== null) {
      return <span>{words.reckoned(reckonedText(), words.sources[measure.source])}</span>;
    }
    if (measure.kind === 'yesNo') {
      return (
        <Radio.Group
          id={id}
          aria-label={measure.name}
          disabled={!editable}
          value={props.text}
          options={[
            { value: words.yes, label: words.yes },
            { value: words.no, label: words.no },
          ]}
          onChange={(event) => onChange({ text: event.target.value as string })}
        />
      );
    }
    return (
      <Input
        id={id}
        autoComplete="off"
        suffix={unit}
        status={unread ? 'error' : ''}
        aria-invalid={unread}
        aria-describedby={`${id}-hint`}
        title={unread ? words.unreadable(props.text) : ''}
        value={props.text}
        readOnly={!editable}
        onChange={(event) => onChange({ text: event.target.value })}
      />
    );
  }

  function reckonedText(): string {
    const { reckoned } = cell;
    if (reckoned === null) return '';
    if (!/^-?\d/.test(reckoned)) return reckoned;
    return valueText(measure, { value: reckoned, answer: null }, words) + unit;
  }
}
