import { useMutation } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import type { ApiProblem } from './api-problem.ts';
import { showProblem } from './form.ts';

interface FormAct<Values, Reply> {
  send: (values: Values) => Promise<Reply>;
  onDone: (reply: Reply) => unknown;
}

/**
 * A form that is sent: what is wrong goes beside its fields, what belongs to no field comes back as
 * `problem` for a `ProblemAlert`; what was typed stays.
 */
export function useFormAct<Values, Reply>(
  form: FormInstance<Values>,
  { send, onDone }: FormAct<Values, Reply>,
) {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const act = useMutation({
    mutationFn: send,
    onSuccess: async (reply) => {
      setProblem(null);
      await onDone(reply);
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return {
    submit: (values: Values) => act.mutate(values),
    busy: act.isPending,
    problem,
    forget: () => setProblem(null),
  };
}
