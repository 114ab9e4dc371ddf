import { Form } from 'antd';
import type { ReactNode } from 'react';
import { ActButton } from './act-button.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface FormEndProps {
  /** What `useFormAct` gives: why it was refused, and whether it is on its way. */
  sent: { problem: unknown; busy: boolean };
  /** The act's words. */
  children: ReactNode;
}

/** How a form ends: why it was refused, and its one act. */
export function FormEnd({ sent: { problem, busy }, children }: FormEndProps) {
  return (
    <>
      {Boolean(problem) && (
        <Form.Item>
          <ProblemAlert error={problem} />
        </Form.Item>
      )}
      <ActButton kind="primary" submits busy={busy}>
        {children}
      </ActButton>
    </>
  );
}
