import { formatPeriod } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { DescriptionList } from '../../../ui/description-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Evidence } from '../../../ui/evidence/evidence.tsx';
import { unitText, valueText } from '../measure-words.ts';
import { StatusBadge } from '../target-state.tsx';
import styles from '../targets.module.css';
import type { VillageTargets } from '../values.ts';

interface ReportThenProps {
  /** As of the day looked at. */
  targets: VillageTargets;
  period: string;
  onClose: () => void;
}

/** A report as it stood on another day than today: its values, notes and files of then, to be read. */
export function ReportThen({ targets, period, onClose }: ReportThenProps) {
  const text = useText().targets;
  const sheet = targets.periods.find(({ key }) => key === period);
  const values = targets.measures.flatMap((measure) => {
    const value = measure.values.find((one) => one.period === period);
    if (!value) return [];
    const figure = valueText(measure, value, text);
    const unit = measure.kind === 'yesNo' || figure === '' ? '' : unitText(measure, text);
    const said = [`${figure}${unit}`, value.note].filter(Boolean).join(text.semicolon);
    return said ? [{ term: measure.name, value: said }] : [];
  });
  return (
    <Dialog
      title={text.reportTitle(targets.village.villageName, formatPeriod(period))}
      width={760}
      closable
      onClose={onClose}
    >
      <div className={styles.report}>
        <p className={styles.reportState}>
          <StatusBadge status={sheet?.status ?? null} />
          {sheet && <span>{text.dueBy(sheet.reportBy)}</span>}
          {sheet && sheet.revision > 0 && <span>{text.editionOf(sheet.revision)}</span>}
        </p>
        {values.length > 0 ? (
          <DescriptionList items={values} termWidth={280} />
        ) : (
          <p>{text.noValuesThen}</p>
        )}
        {sheet?.sheetId && (
          <section aria-label={text.evidence}>
            <h3 className={styles.evidence}>{text.evidence}</h3>
            <Evidence owner={{ kind: 'targetSheet', id: sheet.sheetId }} />
          </section>
        )}
      </div>
    </Dialog>
  );
}
