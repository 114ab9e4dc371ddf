import { useUrlValue } from '../../lib/url-state.ts';
import { PreviewPage } from './preview-page.tsx';
import { StartPage } from './start-page.tsx';

/** Three steps on one page: a file, what it would do, and that it is done. */
export function ImportPage() {
  const [id] = useUrlValue('import');
  return id ? <PreviewPage key={id} id={id} /> : <StartPage />;
}
