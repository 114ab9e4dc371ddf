import type { ExampleState } from '@xuanpai/contracts/examples';
import type { StateName } from '../../ui/state-badge.tsx';

/** Shape and colour of a state; its word is the contract's. */
export const exampleLooks: Record<ExampleState, StateName> = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  released: 'done',
  withdrawn: 'dropped',
};
