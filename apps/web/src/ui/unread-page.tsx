import { useText } from '../locales/use-text.ts';
import { Page } from './page.tsx';
import { Failed, Skeleton } from './table-states.tsx';

interface UnreadPageProps {
  /** While it is read: 正在读取方案…. */
  title?: string;
  documentTitle?: string;
  /** What was thrown instead of an answer. */
  error?: unknown;
  onRetry?: () => void;
}

/** Where an answer will stand, before it is there or when it doesn't come: a page with a heading all the same. */
export function UnreadPage({ title, documentTitle, error, onRetry }: UnreadPageProps) {
  const text = useText();
  const named = documentTitle ? { documentTitle } : {};
  if (!error) {
    return (
      <Page title={title ?? text.ui.loading} {...named}>
        <Skeleton />
      </Page>
    );
  }
  return (
    <Page title={text.problems.pageFailed} {...named}>
      <Failed error={error} onRetry={() => onRetry?.()} />
    </Page>
  );
}
