import type { getAuditEntry } from '@xuanpai/contracts/audit';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { useText } from '../../locales/use-text.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import styles from './audit.module.css';
import { entityName, fieldName, valueText } from './audit-words.ts';

type Change = ReplyOf<typeof getAuditEntry>['changes'][number];

interface ChangeTableProps {
  change: Change;
  /** What the row is called, where its name didn't change and stands with the act. */
  known?: string | undefined;
}

/** A row that an act changed: field by field, as it was and as it is. */
export function ChangeTable({ change, known }: ChangeTableProps) {
  const text = useText().audit;
  const { before, after, entity, entityId } = change;
  const kind = before === null ? text.created : after === null ? text.deleted : text.changed;
  const name = (after ?? before)?.name ?? known;
  const title = `${kind} ${entityName(entity)} ${typeof name === 'string' ? name : entityId}`;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => (before?.[field] ?? null) !== null || (after?.[field] ?? null) !== null,
  );
  const side = (values: Change['before'], key: string, heading: string) => ({
    key,
    title: heading,
    cell: (field: string) => valueText(field, values?.[field], text),
  });
  return (
    <div className={styles.change}>
      <h4 className={styles.changeTitle}>{title}</h4>
      <PlainTable
        label={title}
        rowHeight={24}
        rowKey={(field) => field}
        rows={fields}
        columns={[
          {
            key: 'field',
            title: text.field,
            width: 120,
            cell: (field) => fieldName(field, text),
          },
          ...(before === null ? [] : [side(before, 'before', text.before)]),
          ...(after === null ? [] : [side(after, 'after', text.after)]),
        ]}
      />
    </div>
  );
}
