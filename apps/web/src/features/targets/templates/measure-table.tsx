import type { MeasureInput } from '@xuanpai/contracts/target-templates';
import { measureKindWords } from '@xuanpai/contracts/target-values';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { wantedText } from '../measure-words.ts';
import styles from '../targets.module.css';

interface MeasureTableProps {
  measures: readonly MeasureInput[];
  /** A measure's own number, or the policy's. */
  numberOf: (measure: MeasureInput) => string | null;
  onOpen: (at: number) => void;
  onTakeOut: (at: number) => void;
}

/** The measures of a template that is being changed, each to be opened or taken out. */
export function MeasureTable({ measures, numberOf, onOpen, onTakeOut }: MeasureTableProps) {
  const text = useText().targets;
  return (
    <PlainTable
      label={text.measure}
      rows={measures.map((measure, at) => ({ measure, at }))}
      rowKey={({ measure }) => measure.key}
      rowHeight={32}
      columns={[
        {
          key: 'aim',
          title: text.aim,
          width: 140,
          phone: 'note',
          cell: ({ measure }) => `${measure.aim} ${measure.aimName}`,
        },
        { key: 'name', title: text.measure, phone: 'title', cell: ({ measure }) => measure.name },
        {
          key: 'kind',
          title: text.kindOfMeasure,
          width: 110,
          cell: ({ measure }) => word(measureKindWords[measure.kind]),
        },
        {
          key: 'wanted',
          title: text.wanted,
          width: 170,
          cell: ({ measure }) => wantedText(measure, numberOf(measure), text),
        },
        {
          key: 'acts',
          title: text.acts.submit(0, false),
          untitled: true,
          width: 120,
          align: 'end',
          phone: 'side',
          cell: ({ at }) => (
            <span className={styles.actLine}>
              <TextButton onClick={() => onOpen(at)}>{text.change}</TextButton>
              <TextButton onClick={() => onTakeOut(at)}>{text.takeOut}</TextButton>
            </span>
          ),
        },
      ]}
    />
  );
}
