import type { Import, ImportProblem } from '@xuanpai/contracts/imports';
import { useText } from '../../locales/use-text.ts';
import { Mark } from '../../ui/mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './findings-panel.module.css';
import { placeOf } from './problem-place.ts';
import { sheetRow } from './sheet-row.ts';

interface FindingsPanelProps {
  preview: Import;
  onGo: (place: string) => void;
}

const most = 100;

/** All that was found: each problem on a line that leads to its cell, equal notices together. */
export function FindingsPanel({ preview, onGo }: FindingsPanelProps) {
  const text = useText().imports;
  const { problems, notices, counts } = preview;
  const several = (preview.book?.sheets.length ?? 1) > 1;
  const atRow = (row: number) => {
    const at = sheetRow(preview, row);
    return at.sheet === null ? text.atRow(at.row) : text.attendance.atRow(at.sheet, at.row);
  };
  const atRows = (rows: readonly number[]) =>
    several ? rows.slice(0, 4).map(atRow).join(text.separator) : text.atRows(rows);
  if (problems.length + notices.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={text.findings}>
      <h2 className={styles.title}>{text.found(counts.problems, counts.notices)}</h2>
      <ul className={`${styles.list} ${several ? styles.sheets : ''}`}>
        {problems.slice(0, most).map((problem) => (
          <li key={placeOf(problem) + problem.code + problem.message} className={styles.problem}>
            {problem.row === preview.headingRow ? (
              <span>{text.atHeading}</span>
            ) : (
              <TextButton told onClick={() => onGo(placeOf(problem))}>
                {atRow(problem.row)}
              </TextButton>
            )}
            <span className={styles.column}>{problem.column}</span>
            <span className={styles.name}>{problem.name}</span>
            <span>
              {problem.message}
              {problem.remedy && <span className={styles.remedy}>{problem.remedy}</span>}
            </span>
          </li>
        ))}
        {problems.length > most && <li>{text.more(counts.problems - most)}</li>}
        {groupsOf(notices).map((group) => (
          <li key={group.message} className={styles.notice}>
            <Mark shape="warn" tone="amber" />
            <span>
              {group.rows.includes(preview.headingRow) ? text.headingSays : atRows(group.rows)}
              {group.message}
              {group.remedy && <span className={styles.remedy}>{group.remedy}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NoticeGroup {
  rows: number[];
  message: string;
  remedy: string | null;
}

function groupsOf(notices: readonly ImportProblem[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const { row, message, remedy } of notices) {
    const group = groups.get(message);
    if (group) group.rows.push(row);
    else groups.set(message, { rows: [row], message, remedy });
  }
  return [...groups.values()];
}
