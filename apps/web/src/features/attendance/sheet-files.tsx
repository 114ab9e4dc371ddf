import type { Month } from '@xuanpai/contracts/attendance';
import { attendanceSheetFile, blankAttendanceSheet } from '@xuanpai/contracts/attendance-files';
import { problemOf } from '../../lib/api-problem.ts';
import { download } from '../../lib/download.ts';
import { useGo } from '../../lib/links.ts';
import { useIsPhone } from '../../lib/media.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import styles from './attendance.module.css';

interface SheetFilesProps {
  township: string;
  month: string;
  editable: boolean;
}

/** Where the month goes out and comes in: print, workbook, blank sheet, import, the year. */
export function SheetFiles({ township, month, editable }: SheetFilesProps) {
  const { attendanceFiles: text, problems } = useText();
  const go = useGo();
  const phone = useIsPhone();
  const params = { township, month: month as Month };
  async function saveBlank() {
    try {
      await download(blankAttendanceSheet, { params });
    } catch (error) {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title || problems.network);
    }
  }
  const own: MenuEntry[] = [
    {
      key: 'blank',
      icon: 'download',
      label: text.blank,
      note: text.blankNote,
      onSelect: () => void saveBlank(),
    },
    {
      key: 'import',
      icon: 'upload',
      label: text.import,
      note: text.importNote,
      onSelect: () => go(linkTo.imports({ kind: 'attendance' })),
    },
  ];
  const year = month.slice(0, 4);
  const entries: MenuEntry[] = [
    ...(editable ? own : []),
    {
      key: 'summary',
      label: text.summary,
      divided: editable,
      onSelect: () => go(linkTo.attendanceSummary({ year })),
    },
  ];
  return (
    <>
      {!phone && (
        <ActButton icon="print" reads onClick={() => go(linkTo.attendancePrint(township, month))}>
          {text.print}
        </ActButton>
      )}
      <ExportButton endpoint={attendanceSheetFile} parts={{ params }} label={text.export} />
      <Menu
        align="end"
        label={text.more}
        triggerClassName={styles.menuButton}
        trigger={
          <>
            {text.more}
            <Icon name="down" size={14} />
          </>
        }
        entries={entries}
      />
    </>
  );
}
