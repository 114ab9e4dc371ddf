import { useQueryClient } from '@tanstack/react-query';
import { type Comparison, setUpFieldComparison } from '@xuanpai/contracts/field-comparisons';
import { call } from '../../lib/api.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { FieldPanel } from './field-panel.tsx';
import { forgetInspections } from './queries.ts';

interface ComparisonSetUpProps {
  comparison: Comparison;
  onClose: () => void;
}

/** Criteria and judges, a line each, as they are copied from a notice. */
export function ComparisonSetUp({ comparison, onClose }: ComparisonSetUpProps) {
  const text = useText().inspections;
  const client = useQueryClient();
  const { inspectionId, criteria, judges, version } = comparison;
  const known = (rows: readonly { id: string; name: string }[], name: string) => {
    const row = rows.find((one) => one.name === name);
    return row ? { id: row.id } : {};
  };
  return (
    <FieldPanel
      title={text.setUp}
      note={text.setUpNote}
      submit={text.saveSummary}
      onClose={onClose}
      initial={{
        criteria: criteria.map(({ name, most }) => `${name} ${most}`).join('\n'),
        judges: judges.map(({ name }) => name).join('\n'),
      }}
      fields={[
        {
          ...{ name: 'criteria', label: text.criteria, kind: 'long', longest: 1000 },
          extra: text.criteriaHint,
        },
        {
          ...{ name: 'judges', label: text.judges, kind: 'long', longest: 1000 },
          extra: text.judgesHint,
        },
      ]}
      send={(values) =>
        call(setUpFieldComparison, {
          params: { id: inspectionId },
          body: {
            criteria: readCriteria(String(values.criteria ?? '')).map((one) => ({
              ...known(criteria, one.name),
              ...one,
            })),
            judges: lines(String(values.judges ?? '')).map((name) => ({
              ...known(judges, name),
              name,
            })),
            version,
          },
        })
      }
      onDone={async () => {
        await forgetInspections(client);
        showDone(text.stateSaved);
        onClose();
      }}
    />
  );
}

function lines(text: string): string[] {
  return text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `产业发展 30`, `产业发展（30分）`: the last number of the line; without one the server asks for it. */
function readCriteria(text: string) {
  return lines(text).map((line) => {
    const [, name = line, most = '0'] =
      /^(.*?)[\s（(:：]*(\d+(?:\.\d)?)\s*分?[）)]?$/.exec(line) ?? [];
    return { name: name.trim(), most: Number(most) };
  });
}
