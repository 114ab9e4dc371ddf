import type { Batch } from '@xuanpai/contracts/batches';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { isFullTerm } from '@xuanpai/domain/term';
import { batchTitle } from '../../lib/batch.ts';
import { useBatchPolicy } from '../../lib/batch-policy.ts';
import { Can } from '../../lib/can.tsx';
import { useGo } from '../../lib/links.ts';
import { useUser } from '../../lib/session.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { BatchFigures } from './batch-figures.tsx';
import { BatchList } from './batch-list.tsx';
import { BatchPanel } from './batch-panel.tsx';
import { BatchState } from './batch-state.tsx';
import styles from './batches.module.css';
import { addressOfStep, mayDo } from './step-places.ts';
import { StepSection } from './step-section.tsx';
import { nextStep, stepsOf } from './steps.ts';
import { useStanding } from './use-standing.ts';

/** A batch: what comes next, how far each step is, its figures, and the other batches. */
export function BatchOverview({ batch }: { batch: Batch }) {
  const text = useText().batches;
  const go = useGo();
  const [panel, setPanel] = useUrlValue('panel');
  const { standing, isPending } = useStanding(batch);
  const policy = useBatchPolicy(batch);
  const steps = isPending ? [] : stepsOf(standing, policy);
  const isClosed = batch.closedOn !== null;
  const next = isClosed ? null : nextStep(steps);
  const roles = useUser().roles.map(({ role }) => role);
  const name = batchTitle(batch);
  const section = <StepSection standing={standing} steps={steps} next={next} />;
  return (
    <Page
      title={
        isPending || isClosed ? name : text.title(name, next ? text.next[next.name] : text.allDone)
      }
      documentTitle={text.documentTitle}
      badge={<BatchState batch={batch} />}
      note={<Note batch={batch} policy={policy} />}
      layout="fill"
      secondary={
        <Can permission="batches.write">
          <ActButton icon="plus" onClick={() => setPanel('new')}>
            {text.add}
          </ActButton>
          {!isClosed && (
            <ActButton icon="edit" onClick={() => setPanel('edit')}>
              {text.edit}
            </ActButton>
          )}
        </Can>
      }
      primary={
        next &&
        mayDo(roles, next.name) && (
          <ActButton kind="primary" reads onClick={() => go(addressOfStep[next.name])}>
            {text.act[next.name]}
          </ActButton>
        )
      }
    >
      {panel === 'new' || (panel === 'edit' && !isClosed) ? (
        <WithPanel
          panel={
            <BatchPanel
              key={panel === 'edit' ? batch.version : panel}
              batch={panel === 'edit' ? batch : null}
              onClose={() => setPanel(null)}
            />
          }
        >
          <div className={styles.alone}>{section}</div>
        </WithPanel>
      ) : (
        <WithPanel panel={null}>
          <Split
            aside={
              <>
                <BatchFigures standing={standing} />
                <BatchList chosen={batch} />
              </>
            }
          >
            {section}
          </Split>
        </WithPanel>
      )}
    </Page>
  );
}

/** The dates, D7 where the term is of another length, and the document once issued. */
function Note({ batch, policy }: { batch: Batch; policy: Policy | null }) {
  const text = useText().batches;
  const { date, startsOn, endsOn, documentNumber } = batch;
  const term = { startsOn: startsOn as PlainDate, endsOn: endsOn as PlainDate };
  return (
    <>
      {text.note(date, startsOn, endsOn)}
      {policy && !isFullTerm(term, policy) && text.otherTerm(policy.number('dispatch.termYears'))}
      {documentNumber && text.issuedBy(documentNumber)}
    </>
  );
}
