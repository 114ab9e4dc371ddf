import type { Basis, ProblemError } from '@xuanpai/contracts/problems';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ApiProblem } from '../lib/api-problem.ts';
import { problemOf } from '../lib/api-problem.ts';
import { formatInstant } from '../lib/format.ts';
import { useText } from '../locales/use-text.ts';
import type { Dictionary } from '../locales/zh-cn.ts';
import { Mark } from './mark.tsx';
import styles from './problem-alert.module.css';
import { TextButton } from './text-button.tsx';

interface ProblemAlertProps {
  /** What was thrown. */
  error: unknown;
  /** Names what can't be done: 史凯斌不能排入方案。 The problem's own title otherwise. */
  what?: string | undefined;
  /** Links and buttons that help: 查档更正, 更换人选. */
  remedies?: ReactNode;
  onRetry?: (() => void) | undefined;
  /** With a stale version: takes over what is there now. */
  onUseCurrent?: (() => void) | undefined;
  /** The name of a field, for the list of changes; without it that list says who changed and when. */
  fieldName?: (path: string) => string;
}

const most = 8;

function titleOf(problem: ApiProblem, text: Dictionary['problems']): string {
  if (problem.code === 'network') return text.network;
  if (problem.code === 'unreadable') return text.unreadable;
  return problem.title || text.internal;
}

function detailOf(problem: ApiProblem, text: Dictionary['problems']): string {
  if (problem.code === 'network') return text.networkDetail;
  if (problem.code === 'unreadable') return text.unreadableDetail;
  // The one thing that is wrong stands below, with its remedy.
  const [only, ...others] = problem.errors;
  if (only && others.length === 0 && problem.detail.startsWith(only.message)) return '';
  return problem.detail === problem.title ? '' : problem.detail;
}

/** Where the rule comes from: the notice, a national rule, or this system's reading of them. */
export function BasisLine({ basis }: { basis: Basis }) {
  const text = useText().problems;
  return (
    <p className={styles.basis}>
      {basis.kind === 'notice'
        ? text.basis(basis.source)
        : text.basisOf(basis.source, text.basisKinds[basis.kind])}
    </p>
  );
}

function OneError({ error }: { error: ProblemError }) {
  return (
    <li>
      {error.message}
      {error.remedy && <span className={styles.remedy}> {error.remedy}</span>}
      {error.basis && <BasisLine basis={error.basis} />}
    </li>
  );
}

/** Who changed something, and when: each once. */
function changers(changes: ApiProblem['changes'], text: Dictionary['problems']): string[] {
  const said = changes.flatMap(({ by, at }) =>
    by && at ? text.changedBy(by, formatInstant(at)) : [],
  );
  return [...new Set(said)];
}

/** Says what can't be done, why, by which rule, and what would make it possible. */
export function ProblemAlert(props: ProblemAlertProps) {
  const text = useText().problems;
  const problem = problemOf(props.error);
  const { errors, changes } = problem;
  const detail = detailOf(problem, text);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give a promise back, which is no clean-up.
    void box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const { fieldName } = props;
  return (
    <div ref={box} className={styles.alert} role="alert">
      <p className={styles.what}>
        <Mark shape="cross" tone="red" />
        {props.what ?? titleOf(problem, text)}
      </p>
      {props.what && !detail && errors.length === 0 && <p>{titleOf(problem, text)}</p>}
      {detail && <p>{detail}</p>}
      {problem.retryAfter !== null && <p>{text.wait(problem.retryAfter)}</p>}
      {errors.length > 0 && (
        <ul className={styles.errors}>
          {errors.slice(0, most).map((error) => (
            <OneError key={error.path + error.code + error.message} error={error} />
          ))}
          {errors.length > most && <li>{text.more(errors.length - most)}</li>}
        </ul>
      )}
      {changes.length > 0 && (
        <>
          <p>{text.changedTitle}</p>
          <ul className={styles.errors}>
            {fieldName
              ? changes
                  .filter(({ was, is }) => was !== is)
                  .map((one) => (
                    <li key={`${one.path} ${one.at}`}>
                      {text.changed(
                        fieldName(one.path),
                        one.was ?? text.empty,
                        one.is ?? text.empty,
                      )}
                      {one.by && one.at && (
                        <span className={styles.by}>
                          {text.changedBy(one.by, formatInstant(one.at))}
                        </span>
                      )}
                    </li>
                  ))
              : changers(changes, text).map((said) => <li key={said}>{said}</li>)}
          </ul>
        </>
      )}
      {(props.remedies || props.onRetry || props.onUseCurrent) && (
        <p className={styles.remedies}>
          {props.remedies}
          {props.onUseCurrent && (
            <TextButton onClick={props.onUseCurrent}>{text.useCurrent}</TextButton>
          )}
          {props.onRetry && <TextButton onClick={props.onRetry}>{text.retry}</TextButton>}
        </p>
      )}
    </div>
  );
}
