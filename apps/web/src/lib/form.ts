import type { ProblemError } from '@xuanpai/contracts/problems';
import type { FormInstance } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { ApiProblem, problemOf } from './api-problem.ts';
import { dropDraft, keepDraft, keptDraft } from './drafts.ts';
import { useSession } from './session.ts';
import { holdPage } from './unsaved.ts';

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

interface DraftExtras {
  /** After what was typed earlier is in the form again. */
  onRestored?: () => void;
}

/**
 * Keeps what was typed through reloads, lost connections and a session that ended; whoever closes
 * the page with something unsaved is asked. Give `onValuesChange` to the Form; `clear` once it is
 * saved or thrown away.
 */
export function useDraft(name: string, form: FormInstance, { onRestored }: DraftExtras = {}) {
  const session = useSession();
  const owner = session.status === 'in' ? session.user.id : '';
  const timer = useRef(0);
  const pending = useRef<(() => void) | null>(null);
  const letGo = useRef<(() => void) | null>(null);
  const restored = useRef(onRestored);
  restored.current = onRestored;
  const keepPending = useCallback(() => {
    clearTimeout(timer.current);
    pending.current?.();
    pending.current = null;
  }, []);
  const release = useCallback(() => {
    letGo.current?.();
    letGo.current = null;
  }, []);
  useEffect(() => {
    const values = keptDraft(owner, name);
    if (values) {
      form.setFields(
        Object.entries(values).map(([field, value]) => ({ name: field, value, touched: true })),
      );
      restored.current?.();
    }
    // A page that goes in the next moment has it too.
    window.addEventListener('beforeunload', keepPending);
    window.addEventListener('pagehide', keepPending);
    return () => {
      window.removeEventListener('beforeunload', keepPending);
      window.removeEventListener('pagehide', keepPending);
      keepPending();
      release();
    };
  }, [owner, name, form, release, keepPending]);
  const onValuesChange = useCallback(() => {
    letGo.current ??= holdPage();
    clearTimeout(timer.current);
    pending.current = () => keepDraft(owner, name, form.getFieldsValue(true));
    timer.current = window.setTimeout(keepPending, 300);
  }, [owner, name, form, keepPending]);
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    pending.current = null;
    release();
    dropDraft(owner, name);
  }, [owner, name, release]);
  return { onValuesChange, clear };
}

/** Takes the one thing that there is to choose; what was chosen among several stays. */
export function useOnlyChoice(
  form: FormInstance,
  field: string,
  options: readonly { value: string }[],
) {
  const only = options.length === 1 ? options[0]?.value : undefined;
  useEffect(() => {
    if (only !== undefined) form.setFieldValue(field, only);
  }, [form, field, only]);
}
