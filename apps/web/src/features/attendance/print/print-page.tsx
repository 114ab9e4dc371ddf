import { useQuery } from '@tanstack/react-query';
import { type Month, monthSchema } from '@xuanpai/contracts/attendance';
import { attendanceSheetFile } from '@xuanpai/contracts/attendance-files';
import { pagesOf } from '@xuanpai/domain/attendance/printed-sheet';
import { useParams } from 'react-router';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { sheetQuery } from '../queries.ts';
import { PaperPage } from './paper-page.tsx';
import styles from './print.module.css';

/** The month as it goes to paper: A4 landscape, one side for twenty rows, to be signed. */
export function PrintPage() {
  const { township = '', month = '' } = useParams();
  if (!monthSchema.safeParse(month).success) throw new Response(null, { status: 404 });
  return <Print township={township} month={month as Month} />;
}

function Print({ township, month }: { township: string; month: Month }) {
  const { attendanceFiles: text, attendance } = useText();
  const query = useQuery(sheetQuery(township, month));
  const sheet = query.data;
  if (!sheet) {
    return (
      <UnreadPage
        title={text.printing}
        documentTitle={text.print}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const pages = pagesOf(sheet.rows);
  const where = attendance.sheetOf(
    sheet.township.name,
    attendance.month(Number(month.slice(0, 4)), Number(month.slice(5))),
  );
  const nobody = sheet.rows.length === 0 ? text.nobody : null;
  return (
    <Page
      title={text.printTitle(where, sheet.rows.length, pages.length)}
      documentTitle={`${where}${text.print}`}
      note={
        <>
          {text.printNote} <Link to={linkTo.attendanceSheet(township, month)}>{text.back}</Link>
        </>
      }
      secondary={
        <ExportButton
          endpoint={attendanceSheetFile}
          parts={{ params: { township, month } }}
          blocked={nobody}
        />
      }
      primary={
        <ActButton
          kind="primary"
          icon="print"
          reads
          blocked={nobody}
          onClick={() => window.print()}
        >
          {text.printNow}
        </ActButton>
      }
      paper
    >
      <div className={styles.paper} lang="zh-CN">
        {pages.map((rows, at) => (
          <PaperPage
            key={rows[0]?.assignmentId ?? at}
            sheet={sheet}
            rows={rows}
            page={at}
            pages={pages.length}
          />
        ))}
      </div>
    </Page>
  );
}
