import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  deleteExample,
  type ExampleDetail,
  exampleKindWords,
  exampleStateWords,
  reviewExample,
  submitExample,
} from '@xuanpai/contracts/examples';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { formatInstantDay } from '../../lib/format.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { ExampleForm } from './example-form.tsx';
import { exampleLooks } from './example-words.ts';
import styles from './examples.module.css';
import { exampleQuery, forgetExamples } from './queries.ts';

/** One example, to be read, printed, and as far as it goes, written and reviewed. */
export function ExamplePage() {
  const { exampleId = '' } = useParams();
  const query = useQuery(exampleQuery(exampleId, useDay().day));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <Shown key={exampleId} example={query.data} />;
}

type ReviewAct = 'return' | 'withdraw';

function Shown({ example }: { example: ExampleDetail }) {
  const text = useText().examples;
  const client = useQueryClient();
  const go = useGo();
  const show = useSetUrlValues();
  const [panel] = useUrlValue('panel');
  const [problem, setProblem] = useState<unknown>(null);
  const { id, title, kind, state, acts, version, reason, townshipName, villageName } = example;
  const params = { id };
  const can = (act: ExampleDetail['acts'][number]) => acts.includes(act);

  async function act(run: () => Promise<unknown>, said: string) {
    setProblem(null);
    try {
      await run();
      await forgetExamples(client);
      showDone(said);
    } catch (error) {
      setProblem(error);
      await forgetExamples(client);
    }
  }
  const submit = (recall: boolean) =>
    act(
      () => call(submitExample, { params, body: { version, recall } }),
      recall ? text.recalled(title) : text.submitted(title),
    );
  const release = () =>
    act(
      () => call(reviewExample, { params, body: { act: 'release', version } }),
      text.released(title),
    );
  async function discard() {
    const done = await confirm({
      title: text.deleteTitle(title),
      body: text.deleteBody(example.files),
      act: text.delete,
      danger: true,
      run: () => call(deleteExample, { params, query: { version } }),
    });
    if (!done) return;
    await forgetExamples(client);
    go(linkTo.examples());
  }
  const asks: ReviewAct | null =
    (panel === 'return' || panel === 'withdraw') && can(panel) ? panel : null;
  return (
    <Page
      title={title}
      documentTitle={title}
      badge={<StateBadge state={exampleLooks[state]} word={word(exampleStateWords[state])} />}
      note={
        <>
          {word(exampleKindWords[kind])} · {townshipName ?? text.district}{' '}
          {example.villageId ? (
            <Link to={linkTo.village(example.villageId)}>{villageName}</Link>
          ) : null}{' '}
          · {text.writtenBy(example.writtenByName, formatInstantDay(example.writtenAt))}
          {example.reviewedByName && example.reviewedAt && state !== 'draft' && (
            <> · {text.reviewedBy(example.reviewedByName, formatInstantDay(example.reviewedAt))}</>
          )}
        </>
      }
      layout="fill"
      reason={reason !== null && state !== 'released' && text.why(reason)}
      secondary={
        <>
          <ActButton icon="print" reads onClick={() => window.print()}>
            {text.print}
          </ActButton>
          {can('write') && (
            <>
              <ActButton icon="trash" onClick={() => void discard()}>
                {text.delete}
              </ActButton>
              <ActButton icon="edit" onClick={() => show({ panel: 'edit' })}>
                {text.change}
              </ActButton>
            </>
          )}
          {can('recall') && <ActButton onClick={() => void submit(true)}>{text.recall}</ActButton>}
          {can('return') && (
            <ActButton onClick={() => show({ panel: 'return' })}>{text.return}</ActButton>
          )}
          {can('withdraw') && (
            <ActButton onClick={() => show({ panel: 'withdraw' })}>{text.withdraw}</ActButton>
          )}
        </>
      }
      primary={
        can('release') ? (
          <ActButton kind="primary" onClick={() => void release()}>
            {text.release}
          </ActButton>
        ) : (
          can('submit') && (
            <ActButton kind="primary" onClick={() => void submit(false)}>
              {text.submit}
            </ActButton>
          )
        )
      }
    >
      <WithPanel
        panel={
          panel === 'edit' && can('write') ? (
            <ExampleForm
              batchId={example.batchId}
              example={example}
              onClose={() => show({ panel: null })}
              onSaved={() => show({ panel: null })}
            />
          ) : (
            asks && (
              <ReasonPanel example={example} act={asks} onClose={() => show({ panel: null })} />
            )
          )
        }
      >
        <article className={styles.article}>
          {problem !== null && <ProblemAlert error={problem} />}
          {example.text.split('\n').map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name and don't move
            <p key={at} className={styles.paragraph}>
              {paragraph}
            </p>
          ))}
          <Evidence owner={{ kind: 'example', id }} large />
        </article>
      </WithPanel>
    </Page>
  );
}

interface ReasonPanelProps {
  example: ExampleDetail;
  act: ReviewAct;
  onClose: () => void;
}

function ReasonPanel({ example, act, onClose }: ReasonPanelProps) {
  const text = useText().examples;
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason?: string }>();
  const { id, version, title } = example;
  const sent = useFormAct(form, {
    send: ({ reason = '' }: { reason?: string }) =>
      call(reviewExample, { params: { id }, body: { act, reason, version } }),
    onDone: async () => {
      await forgetExamples(client);
      showDone(act === 'return' ? text.returned(title) : text.withdrawn(title));
      onClose();
    },
  });
  const name = act === 'return' ? text.return : text.withdraw;
  return (
    <SidePanel title={name} onClose={onClose}>
      <PanelPart>
        <Form {...tallFormLayout} form={form} onFinish={sent.submit} aria-label={name}>
          <Form.Item
            name="reason"
            label={text.reason}
            rules={[{ required: true, message: text.missing }]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
          <FormEnd sent={sent}>{name}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
