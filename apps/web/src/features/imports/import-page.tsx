import { useUrlValue } from '../../lib/url-state.ts';
import { AttendanceStartPage } from './attendance-start-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { StartPage } from './start-page.tsx';
import { useKinds } from './use-kinds.ts';

/** Three steps on one page: a file, what it would do, and that it is done. */
export function ImportPage() {
  const [id] = useUrlValue('import');
  const kinds = useKinds();
  if (id) return <PreviewPage key={id} id={id} />;
  return kinds.includes('cadres') ? <StartPage /> : <AttendanceStartPage />;
}
