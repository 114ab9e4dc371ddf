import { useText } from '../../locales/use-text.ts';
import { Page } from '../../ui/page.tsx';

/** Work telephones by township and village. */
export function TelephoneListPage() {
  const text = useText().shell;
  return <Page title={text.tabs.telephones} layout="fill" />;
}
