import { useCan } from '../../lib/can.tsx';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { SignGuide } from './sign-guide.tsx';
import { UploadPage } from './upload-page.tsx';

/** What an officer imports: the township's monthly sheets, and its targets; an evaluator: ballots. */
export function AttendanceStartPage() {
  const text = useText().imports;
  const township = useCan('attendance.write');
  return (
    <UploadPage
      title={township ? text.attendance.title : text.plain.title}
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
      batchId={null}
      aside={township && <SignGuide />}
    />
  );
}
