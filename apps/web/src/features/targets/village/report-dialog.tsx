import { useQuery, useQueryClient } from '@tanstack/react-query';
import { saveTargetSheets } from '@xuanpai/contracts/target-reports';
import { useState } from 'react';
import { call } from '../../../lib/api.ts';
import { formatPeriod } from '../../../lib/format.ts';
import { showDone } from '../../../lib/undo.ts';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Evidence } from '../../../ui/evidence/evidence.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Failed, Skeleton } from '../../../ui/table-states.tsx';
import { forgetTargets, targetSheetsQuery } from '../queries.ts';
import { cellValue, changeOf, readTyped, typedText, type Written } from '../report-form.ts';
import { SheetActs } from '../sheet-acts.tsx';
import { StatusBadge } from '../target-state.tsx';
import styles from '../targets.module.css';
import type { SheetsOfPeriod } from '../values.ts';
import { Editions } from './editions.tsx';
import { ReportField } from './report-field.tsx';

interface ReportDialogProps {
  village: { villageId: string; villageName: string; townshipId: string };
  period: string;
  batchId: string;
  onClose: () => void;
}

/** A village's report for a period: filled in and sent, or read, confirmed and returned. */
export function ReportDialog({ village, period, batchId, onClose }: ReportDialogProps) {
  const text = useText().targets;
  const query = useQuery(targetSheetsQuery(village.townshipId, period, batchId));
  const sheet = query.data?.sheets.find(({ villageId }) => villageId === village.villageId);
  return (
    <Dialog
      title={text.reportTitle(village.villageName, formatPeriod(period))}
      width={760}
      closable
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton />}
      {query.data && !sheet && <p>{text.notAsked}</p>}
      {query.data && sheet && (
        <Report
          key={`${sheet.version} ${sheet.status}`}
          {...{ data: query.data, sheet, period, batchId }}
          townshipId={village.townshipId}
        />
      )}
    </Dialog>
  );
}

interface ReportProps {
  data: SheetsOfPeriod;
  sheet: SheetsOfPeriod['sheets'][number];
  townshipId: string;
  period: string;
  batchId: string;
}

function Report({ data, sheet, townshipId, period, batchId }: ReportProps) {
  const text = useText().targets;
  const client = useQueryClient();
  const cells = new Map(sheet.cells.map((cell) => [cell.measureKey, cell]));
  const asked = data.measures.filter(({ key }) => cells.has(key));
  // Another version is another form: the caller's key says so.
  const [initial] = useState(() => formOf(asked, sheet, { yes: text.yes, no: text.no }));
  const [typed, setTyped] = useState(initial);
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const changes = asked.flatMap((measure) => {
    const now = typed[measure.key];
    const before = initial[measure.key];
    if (!now || (now.text === before?.text && now.note === before?.note)) return [];
    return [{ measure, now }];
  });

  // What was confirmed before and isn't asked again stands folded below, and may be changed all the same.
  const isSettled = (key: string) => {
    const cell = cells.get(key);
    return cell?.asked === false && cell.before !== null && cellValue(cell) === null;
  };
  const settled = asked.filter(({ key }) => isSettled(key));

  function field(measure: SheetsOfPeriod['measures'][number]) {
    const cell = cells.get(measure.key);
    const now = typed[measure.key] ?? { text: '', note: '' };
    if (!cell) return null;
    return (
      <ReportField
        key={measure.key}
        measure={measure}
        cell={cell}
        editable={sheet.editable}
        unread={unread.has(measure.key)}
        {...now}
        onChange={(next) => setTyped((all) => ({ ...all, [measure.key]: { ...now, ...next } }))}
      />
    );
  }

  async function save(): Promise<boolean> {
    if (changes.length === 0) return true;
    const wrong = new Set<string>();
    const sent = changes.flatMap(({ measure, now }) => {
      const value = readTyped(now.text, measure);
      if (value === undefined) {
        wrong.add(measure.key);
        return [];
      }
      const is: Written = { value, note: now.note.trim() === '' ? null : now.note.trim() };
      return [changeOf(sheet, measure, is)];
    });
    setUnread(wrong);
    if (wrong.size > 0) return false;
    setBusy(true);
    try {
      await call(saveTargetSheets, {
        params: { townshipId, period },
        body: { batchId, changes: sent },
      });
      setProblem(null);
      await forgetTargets(client);
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.report}>
      <p className={styles.reportState}>
        <StatusBadge status={sheet.status} />
        <span>{text.dueBy(data.period.reportBy)}</span>
        {sheet.revision > 0 && <span>{text.editionOf(sheet.revision)}</span>}
      </p>
      {sheet.reason && <p className={styles.returned}>{text.reasonGiven(sheet.reason)}</p>}
      <div className={styles.fields}>
        {asked.filter(({ key }) => !isSettled(key)).map(field)}
        {settled.length > 0 && (
          <details className={styles.settled}>
            <summary>{text.settled(settled.length)}</summary>
            {settled.map(field)}
          </details>
        )}
      </div>
      {problem !== null && <ProblemAlert error={problem} />}
      {sheet.sheetId && (
        <section aria-label={text.evidence}>
          <h3 className={styles.evidence}>{text.evidence}</h3>
          <Evidence owner={{ kind: 'targetSheet', id: sheet.sheetId }} />
        </section>
      )}
      {sheet.sheetId && <Editions sheet={sheet} measures={data.measures} />}
      <div className={styles.reportActs}>
        {sheet.editable && (
          <ActButton
            busy={busy}
            blocked={changes.length === 0 ? text.nothingChanged : null}
            onClick={() => void save().then((done) => done && showDone(text.savedReport))}
          >
            {text.save}
          </ActButton>
        )}
        <SheetActs sheets={[sheet]} {...{ townshipId, period, batchId }} before={save} primary />
      </div>
    </div>
  );
}

/** The values as they are typed, by measure. */
function formOf(
  asked: SheetsOfPeriod['measures'],
  { cells }: ReportProps['sheet'],
  words: { yes: string; no: string },
): Record<string, { text: string; note: string }> {
  return Object.fromEntries(
    asked.map((measure) => {
      const cell = cells.find(({ measureKey }) => measureKey === measure.key);
      const text = typedText(cellValue(cell), measure, words);
      return [measure.key, { text, note: cell?.note ?? '' }];
    }),
  );
}
