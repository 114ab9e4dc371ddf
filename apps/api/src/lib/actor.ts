import type { Language } from '@xuanpai/contracts/text';
import type { Role } from '@xuanpai/contracts/values';
import type { Grant } from '@xuanpai/domain/access';

/** Who asks, loaded anew for each request. */
export interface Actor {
  userId: string | null;
  username: string;
  name: string;
  grants: Grant[];
  roles: Role[];
  sessionId: string | null;
  requestId: string | null;
  language: Language;
  mustChangePassword: boolean;
  /** The request's Idempotency-Key: the first write of the request takes it. */
  idempotency: { key: string; hash: string } | null;
}

/** Acts of the system itself: first user, seed, sweeping. */
export const systemActor: Actor = {
  userId: null,
  username: 'system',
  name: '系统',
  grants: [],
  roles: [],
  sessionId: null,
  requestId: null,
  language: 'zh',
  mustChangePassword: false,
  idempotency: null,
};
