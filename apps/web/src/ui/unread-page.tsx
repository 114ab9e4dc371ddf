import type { ReactNode } from 'react';
import { isProblem } from '../lib/api-problem.ts';
import { useDay } from '../lib/day.ts';
import { formatDay } from '../lib/format.ts';
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
  const failed = (
    <Page title={text.problems.pageFailed} {...named}>
      <Failed error={error} onRetry={() => onRetry?.()} />
    </Page>
  );
  return isProblem(error, 'notFound') ? <NotThere today={failed} named={named} /> : failed;
}

interface NotThereProps {
  /** What stands there when today is looked at. */
  today: ReactNode;
  named: { documentTitle?: string };
}

/** On another day it may be that there was nothing yet; the bar above leads back to today. */
function NotThere({ today, named }: NotThereProps) {
  const { problems } = useText();
  const { day, readOnly } = useDay();
  if (!readOnly) return today;
  return (
    <Page title={problems.notThereOn(formatDay(day))} note={problems.notThereNote} {...named}>
      {null}
    </Page>
  );
}
