import { useText } from '../../locales/use-text.ts';
import { Page } from '../../ui/page.tsx';

/** What waits for me, how it stands, what happened since I was last here. */
export function HomePage() {
  const text = useText().home;
  return <Page title={text.tasks} />;
}
