import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { isProblem } from '../lib/api-problem.ts';
import { currentLanguage } from '../lib/language.ts';
import { reloadOnce, ScriptMissing } from '../lib/load-script.ts';
import { problems as en } from '../locales/en/problems.ts';
import { problems as zh } from '../locales/zh/problems.ts';
import { paths } from '../paths.ts';
import styles from './route-failure.module.css';

/** Instead of a page that didn't open: what to do. It needs nothing that may have failed to load. */
export function RouteFailure() {
  const error = useRouteError();
  useEffect(() => {
    if (error instanceof ScriptMissing) reloadOnce();
  }, [error]);
  const text = currentLanguage() === 'zh' ? zh : en;
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const offline = isProblem(error, 'network');
  const title = missing ? text.notFoundTitle : offline ? text.network : text.pageFailed;
  const detail = missing
    ? text.notFoundDetail
    : offline
      ? text.networkDetail
      : text.pageFailedDetail;
  return (
    <div className={styles.failure} role="alert">
      <h1 className={styles.title}>{title}</h1>
      <p>{detail}</p>
      <p className={styles.links}>
        {!missing && (
          <button type="button" className={styles.button} onClick={() => location.reload()}>
            {text.reload}
          </button>
        )}
        <a href={paths.workbench}>{text.toWorkbench}</a>
      </p>
    </div>
  );
}
