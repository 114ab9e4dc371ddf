import { useDay } from '../../lib/day.ts';
import { useText } from '../../locales/use-text.ts';
import { Page } from '../../ui/page.tsx';

/** Who is in which village, on the day looked at. */
export function AssignmentListPage() {
  const text = useText().assignments;
  const { day } = useDay();
  return <Page title={text.title(day, 0)} layout="fill" />;
}
