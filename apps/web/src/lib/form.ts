import type { ProblemError } from '@xuanpai/contracts/problems';
import type { FormInstance } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { ApiProblem, problemOf } from './api-problem.ts';
import { useSession } from './session.ts';

type Step = string | number;

/** `years.0.income`, `/years/0/income` and `body.years[0].income` alike → `['years', 0, 'income']`. */
export function fieldPath(path: string): Step[] {
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split(/[./]/)
    .filter((step) => step !== '' && step !== 'body')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function messageOf(error: ProblemError): string {
  return error.remedy ? `${error.message}${error.remedy}` : error.message;
}

/** The part of a problem that belongs to no field of the form. */
function remainder(problem: ApiProblem, errors: ProblemError[]): ApiProblem | null {
  const allBesideFields = errors.length === 0 && problem.errors.length > 0;
  if (allBesideFields || (errors.length === 0 && problem.code === 'invalid')) return null;
  return new ApiProblem({
    code: problem.code,
    status: problem.status,
    title: problem.title,
    detail: problem.detail,
    errors,
    changes: [...problem.changes],
    ...(problem.retryAfter === null ? {} : { retryAfter: problem.retryAfter }),
  });
}

/**
 * Puts a problem's errors beside their fields and moves to the first of them.
 * Gives back what belongs to no field, for a `ProblemAlert`; null when nothing is left.
 */
export function showProblem(form: FormInstance, error: unknown): ApiProblem | null {
  const problem = problemOf(error);
  const loose: ProblemError[] = [];
  const byField = new Map<string, { name: Step[]; errors: string[] }>();
  for (const one of problem.errors) {
    const name = fieldPath(one.path);
    if (name.length === 0 || form.getFieldInstance(name) === undefined) loose.push(one);
    else {
      const field = byField.get(name.join('.')) ?? { name, errors: [] };
      field.errors.push(messageOf(one));
      byField.set(name.join('.'), field);
    }
  }
  const fields = [...byField.values()];
  form.setFields(fields);
  const first = fields[0];
  if (first) form.scrollToField(first.name, { focus: true, block: 'center' });
  return remainder(problem, loose);
}

function keep(key: string, values: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Full or forbidden: the form works on without a draft.
  }
}

function kept(key: string): Record<string, unknown> | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Record<string, unknown>);
  } catch {
    return null;
  }
}

/**
 * Keeps what was typed through reloads, lost connections and a session that ended.
 * Give `onValuesChange` to the Form; `clear` once it is saved or thrown away.
 */
export function useDraft(name: string, form: FormInstance) {
  const session = useSession();
  const owner = session.status === 'in' ? session.user.id : '';
  const key = `xuanpai.draft.${owner}.${name}`;
  const timer = useRef(0);
  useEffect(() => {
    const values = kept(key);
    if (values) form.setFieldsValue(values);
    return () => clearTimeout(timer.current);
  }, [key, form]);
  const onValuesChange = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => keep(key, form.getFieldsValue(true)), 300);
  }, [key, form]);
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    sessionStorage.removeItem(key);
  }, [key]);
  return { onValuesChange, clear };
}
