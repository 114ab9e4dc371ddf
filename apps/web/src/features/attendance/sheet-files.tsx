import type { Month } from '@xuanpai/contracts/attendance';
import { attendanceSheetFile, blankAttendanceSheet } from '@xuanpai/contracts/attendance-files';
import { useText } from '../../locales/use-text.ts';
import { ExportButton } from '../../ui/export-button.tsx';

interface SheetFilesProps {
  township: string;
  month: string;
  editable: boolean;
}

/** Where the month goes out: as it stands, and as a blank sheet to be filled in offline. */
export function SheetFiles({ township, month, editable }: SheetFilesProps) {
  const text = useText().attendance.files;
  const parts = { params: { township, month: month as Month } };
  return (
    <>
      {editable && (
        <ExportButton endpoint={blankAttendanceSheet} parts={parts} label={text.blank} />
      )}
      <ExportButton endpoint={attendanceSheetFile} parts={parts} />
    </>
  );
}
