import { useUser } from '../../lib/session.ts';
import { useText } from '../../locales/use-text.ts';

/** What will come to a person without a task, by the first of the roles. */
export function useWaiting(): string {
  const text = useText().home;
  const role = useUser().roles[0]?.role;
  return role ? text.waiting[role] : '';
}
