import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { basisText } from '../../../lib/basis.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { Section } from '../../../ui/section.tsx';
import styles from './report.module.css';

type Exception = PlanReport['exceptions'][number];

/** What a meeting should know before it decides, by kind, each with its reason. */
export function Exceptions({ report }: { report: PlanReport }) {
  const text = useText().report;
  const { exceptions, plan } = report;
  const kinds = [...new Set(exceptions.map(({ kind }) => kind))];
  if (kinds.length === 0) {
    return (
      <Section title={text.exceptions}>
        <p>{text.noExceptions}</p>
      </Section>
    );
  }
  return (
    <Section title={text.exceptions} note={text.exceptionCount(exceptions.length)}>
      {kinds.map((kind) => {
        const own = exceptions.filter((one) => one.kind === kind);
        return (
          <section key={kind} className={styles.kind}>
            <h3>
              {text.kinds[kind]} <span className={styles.reason}>{own.length}</span>
            </h3>
            <ul>
              {own.map((one) => (
                <ExceptionLine key={one.text} planId={plan.id} exception={one} />
              ))}
            </ul>
          </section>
        );
      })}
    </Section>
  );
}

function ExceptionLine({ planId, exception }: { planId: string; exception: Exception }) {
  const { report: text, problems } = useText();
  const { kind, placeId, reason, basis } = exception;
  const askedFor = kind === 'empty' && reason === null;
  return (
    <li>
      {placeId ? (
        <Link to={linkTo.plan(planId, { place: placeId, look: 'why' })}>{exception.text}</Link>
      ) : (
        exception.text
      )}{' '}
      {reason !== null && <span className={styles.reason}>{text.reason(reason)}</span>}
      {askedFor && <span className={styles.missing}>{text.noReason}</span>}
      {basis && <span className={styles.basis}>{text.basis(basisText(basis, problems))}</span>}
    </li>
  );
}
