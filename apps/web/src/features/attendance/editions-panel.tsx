import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Empty, Failed, Skeleton } from '../../ui/table-states.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './attendance.module.css';
import { signOfCell } from './mark-words.ts';
import { editionQuery, editionsQuery } from './queries.ts';
import type { OpenSheet } from './use-sheet.ts';

interface EditionsPanelProps {
  open: OpenSheet;
  /** The edition that the table shows instead of the present sheet. */
  shown: number | null;
  onShow: (revision: number | null) => void;
  onClose: () => void;
}

/** Every signed edition for ever, what each changed, and what happened to the sheet. */
export function EditionsPanel({ open, shown, onShow, onClose }: EditionsPanelProps) {
  const text = useText().attendance.editions;
  const { township, month, sheet } = open;
  const query = useQuery(editionsQuery(township, month));
  const [chosen, setChosen] = useState<number | null>(null);
  const items = query.data?.items ?? [];
  return (
    <SidePanel title={text.title} width={440} onClose={onClose}>
      <PanelPart>
        {query.isPending && <Skeleton lines={3} />}
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && items.length === 0 && <Empty title={text.none} />}
        <ol>
          {items.map((edition, at) => (
            <li key={edition.revision} className={styles.edition}>
              <span className={styles.editionHead}>
                <b>{text.edition(edition.revision)}</b>
                <TextButton
                  aria-pressed={shown === edition.revision}
                  onClick={() => onShow(shown === edition.revision ? null : edition.revision)}
                >
                  {shown === edition.revision ? text.backToNow : text.whole}
                </TextButton>
              </span>
              <span>{text.signed(edition.signedByName, formatInstant(edition.signedAt))}</span>
              {edition.confirmedAt && (
                <span>
                  {text.confirmed(
                    edition.confirmedByName ?? '',
                    formatInstant(edition.confirmedAt),
                  )}
                </span>
              )}
              {at === items.length - 1 ? (
                <span className={styles.quiet}>{text.first}</span>
              ) : (
                <TextButton
                  told
                  aria-expanded={chosen === edition.revision}
                  onClick={() => setChosen(chosen === edition.revision ? null : edition.revision)}
                >
                  {text.changed(edition.changed)}
                </TextButton>
              )}
              {chosen === edition.revision && (
                <Differences open={open} revision={edition.revision} />
              )}
            </li>
          ))}
        </ol>
      </PanelPart>
      {sheet.events.length > 0 && (
        <PanelPart title={text.events}>
          <ol>
            {sheet.events.map(({ act, at, byName, reason }) => (
              <li key={`${act} ${at}`} className={styles.event}>
                <span className={styles.quiet}>{formatInstant(at)}</span>
                <span>
                  {text.event(text.acts[act], byName)}
                  {reason && `：${reason}`}
                </span>
              </li>
            ))}
          </ol>
        </PanelPart>
      )}
    </SidePanel>
  );
}

/** Two editions side by side, the cells that differ. */
function Differences({ open, revision }: { open: OpenSheet; revision: number }) {
  const text = useText().attendance;
  const query = useQuery(editionQuery(open.township, open.month, revision));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={3} />;
  const { differences, against } = query.data;
  const sign = (value: string | null) => signOfCell(value) || text.cell.unfilled;
  return (
    <div className={styles.differences}>
      <p className={styles.quiet}>{text.editions.differences(differences.length)}</p>
      {differences.length > 0 && (
        <PlainTable
          label={text.editions.differences(differences.length)}
          rowHeight={24}
          rows={differences}
          rowKey={({ assignmentId, day }) => `${assignmentId} ${day}`}
          columns={[
            { key: 'name', title: text.columns.name, cell: ({ cadreName }) => cadreName },
            {
              key: 'day',
              title: text.day,
              cell: ({ day }) => text.dayOf(Number(day.slice(5, 7)), Number(day.slice(8))),
            },
            {
              key: 'was',
              title: against === null ? text.editions.was : text.editions.edition(against),
              align: 'center',
              cell: ({ was }) => sign(was),
            },
            {
              key: 'is',
              title: text.editions.edition(revision),
              align: 'center',
              cell: ({ is }) => sign(is),
            },
          ]}
        />
      )}
    </div>
  );
}
