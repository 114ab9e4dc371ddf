import type { Permission } from '@xuanpai/contracts/permissions';
import { may } from '@xuanpai/contracts/permissions';
import type { ReactNode } from 'react';
import { useUser } from './session.ts';

/** Whether the person's roles carry the permission. Which rows, only the server knows. */
export function useCan(permission: Permission): boolean {
  return may(
    useUser().roles.map((grant) => grant.role),
    permission,
  );
}

interface CanProps {
  permission: Permission;
  children: ReactNode;
  otherwise?: ReactNode;
}

export function Can({ permission, children, otherwise = null }: CanProps) {
  return useCan(permission) ? children : otherwise;
}
