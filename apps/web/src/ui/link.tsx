import type { ReactNode } from 'react';
import type { LinkProps as RouterLinkProps } from 'react-router';
import { Link as RouterLink } from 'react-router';
import { useTo } from '../lib/links.ts';

interface LinkProps extends Omit<RouterLinkProps, 'to'> {
  /** From `paths` or `linkTo`; batch and day are taken along. */
  to: string;
  children: ReactNode;
}

export function Link({ to, ...rest }: LinkProps) {
  return <RouterLink {...rest} to={useTo()(to)} />;
}
