import { useReach } from '../../lib/reach.ts';
import { useUser } from '../../lib/session.ts';

/** Whose posts the person sees where it isn't the whole district: 郑旺镇, 区财政局. */
export function useWhere(): string {
  const { roles } = useUser();
  if (useReach('assignments.read', 'assignments') === 'all') return '';
  const names = roles.map(({ townshipName, unitName }) => townshipName ?? unitName);
  return [...new Set(names)].filter((name) => name !== null).join('、');
}
