import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../lib/can.tsx';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { importsQuery } from './queries.ts';
import { RecentImports } from './recent-imports.tsx';
import { RememberedColumns } from './remembered-columns.tsx';
import { SignGuide } from './sign-guide.tsx';
import { UploadBox } from './upload-box.tsx';

/** What an officer imports: the township's monthly sheets, and its targets; an evaluator: ballots. */
export function AttendanceStartPage() {
  const text = useText().imports;
  const township = useCan('attendance.write');
  const query = useQuery(importsQuery);
  return (
    <Page
      title={township ? text.attendance.title : text.plain.title}
      documentTitle={text.documentTitle}
      note={
        township ? (
          <>
            {text.attendance.note} <Link to={linkTo.attendance()}>{text.attendance.back}</Link>{' '}
            <Link to={linkTo.targets()}>{text.attendance.backToTargets}</Link>
          </>
        ) : (
          <>
            {text.plain.note} <Link to={linkTo.rounds('annual')}>{text.attendance.toBallots}</Link>
          </>
        )
      }
      lined
    >
      <Split aside={township && <SignGuide />} asideWidth={420}>
        <Section title={text.upload}>
          <UploadBox batchId={null} />
        </Section>
        <Section title={text.recent} note={text.recentNote}>
          {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
          {query.isPending && <Skeleton lines={4} />}
          {query.data && <RecentImports imports={query.data.items} />}
        </Section>
        <RememberedColumns />
      </Split>
    </Page>
  );
}
