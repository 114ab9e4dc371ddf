import { useQuery } from '@tanstack/react-query';
import type { TargetSheet } from '@xuanpai/contracts/target-reports';
import type { Measure } from '@xuanpai/contracts/targets';
import { formatInstant } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import { valueText } from '../measure-words.ts';
import { targetEditionsQuery } from '../queries.ts';
import styles from '../targets.module.css';

interface EditionsProps {
  sheet: TargetSheet;
  measures: readonly Measure[];
}

/** What was confirmed before and is replaced now, edition by edition. */
export function Editions({ sheet, measures }: EditionsProps) {
  const text = useText().targets;
  const { sheetId, revision, status } = sheet;
  const query = useQuery({
    ...targetEditionsQuery(sheetId ?? '', revision),
    enabled: sheetId !== null && revision > 0,
  });
  const before = (query.data?.items ?? []).filter(
    (one) => status !== 'confirmed' || one.revision < revision,
  );
  if (before.length === 0) return null;
  const byKey = new Map(measures.map((measure) => [measure.key, measure]));
  return (
    <div className={styles.editions}>
      {before.map((one) => (
        <p key={one.revision}>
          <span className={styles.muted}>
            {text.confirmedBy(one.revision, one.confirmedByName, formatInstant(one.confirmedAt))}
          </span>{' '}
          {one.values
            .flatMap((value) => {
              const measure = byKey.get(value.measureKey);
              const said = measure && valueText(measure, value, text);
              return said ? [`${measure.name} ${said}`] : [];
            })
            .join(text.semicolon)}
        </p>
      ))}
    </div>
  );
}
