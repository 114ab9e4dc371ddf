import { useQuery, useQueryClient } from '@tanstack/react-query';
import { findingWords, resolveSpotCheck, type SpotCheck } from '@xuanpai/contracts/spot-checks';
import { postWords } from '@xuanpai/contracts/words';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useCan } from '../../lib/can.tsx';
import { useFormAct } from '../../lib/form-act.ts';
import { formatDay, formatInstant } from '../../lib/format.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { Link } from '../../ui/link.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { loggedWords, standingOf, whenWords } from './check-words.ts';
import styles from './checks.module.css';
import { forgetSpotChecks, spotCheckQuery } from './queries.ts';

interface CheckPanelProps {
  id: string;
  onClose: () => void;
}

/** A finding with both sides, and how it was settled. */
export function CheckPanel({ id, onClose }: CheckPanelProps) {
  const text = useText().checks;
  const query = useQuery(spotCheckQuery(id));
  const check = query.data;
  return (
    <SidePanel
      title={check?.cadreName ?? ''}
      badge={check && <StateBadge {...standingOf(check, text)} />}
      note={
        check &&
        `${check.townshipName}${check.villageName}${text.comma}${word(postWords[check.post])}`
      }
      extra={check && <Link to={linkTo.cadre(check.cadreId)}>{text.openPage}</Link>}
      width={480}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!check && !query.error && <Skeleton />}
      {check && (
        <>
          <PanelPart title={whenWords({ ...check, day: formatDay(check.day) }, text)}>
            <BothSides check={check} />
          </PanelPart>
          {check.contradicted && <Settle key={check.id} check={check} />}
          {check.resolution !== null && <Settled check={check} />}
        </>
      )}
    </SidePanel>
  );
}

function BothSides({ check }: { check: SpotCheck }) {
  const text = useText().checks;
  const mayOpen = useCan('attendance.sheet');
  const month = check.day.slice(0, 7);
  return (
    <>
      <div className={styles.sides}>
        <div className={styles.side} data-differs={check.contradicted}>
          <span className={styles.label}>{text.found}</span>
          <strong className={styles.said}>{word(findingWords[check.found])}</strong>
        </div>
        <div className={styles.side} data-differs={check.contradicted}>
          <span className={styles.label}>{text.logged}</span>
          <strong className={styles.said}>{loggedWords(check.logged, text)}</strong>
          {mayOpen && (
            <Link
              to={linkTo.attendanceSheet(check.townshipId, month, {
                row: check.assignmentId,
                day: check.day,
              })}
            >
              {text.openSheet(text.sheetStates[check.sheetStatus])}
            </Link>
          )}
        </div>
      </div>
      <DescriptionList
        items={[
          { term: text.text, value: check.text },
          {
            term: text.enteredBy,
            value: `${check.enteredByName} ${formatInstant(check.enteredAt)}`,
          },
        ]}
      />
    </>
  );
}

function Settled({ check }: { check: SpotCheck }) {
  const text = useText().checks;
  const { resolution, resolvedByName, resolvedAt } = check;
  return (
    <PanelPart title={text.settlement}>
      <DescriptionList
        items={[
          { term: text.reason, value: resolution },
          {
            term: text.resolvedBy,
            value: [resolvedByName, resolvedAt && formatInstant(resolvedAt)].join(' '),
          },
        ]}
      />
    </PanelPart>
  );
}

interface Settlement {
  resolution?: string;
}

function Settle({ check }: { check: SpotCheck }) {
  const text = useText().checks;
  const client = useQueryClient();
  const settles = useCan('spotChecks.resolve');
  const [form] = Form.useForm<Settlement>();
  const { id, version } = check;
  const sent = useFormAct(form, {
    send: ({ resolution = '' }: Settlement) =>
      call(resolveSpotCheck, { params: { id }, body: { resolution, version } }),
    onDone: async () => {
      await forgetSpotChecks(client);
      showDone(text.settled(check.cadreName));
    },
  });
  if (!settles) return <PanelPart title={text.settlement}>{text.settledByPlanner}</PanelPart>;
  return (
    <PanelPart title={text.settlement}>
      <Form {...tallFormLayout} form={form} onFinish={sent.submit} aria-label={text.settle}>
        <Form.Item
          name="resolution"
          label={text.reason}
          extra={text.settleHint}
          rules={[{ required: true, message: text.missing }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        {sent.problem && (
          <Form.Item>
            <ProblemAlert error={sent.problem} />
          </Form.Item>
        )}
        <ActButton
          kind="primary"
          submits
          busy={sent.busy}
          blocked={check.resolvable ? null : text.ownFinding}
        >
          {text.settle}
        </ActButton>
      </Form>
    </PanelPart>
  );
}
