import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import { type Round, updateEvaluation } from '@xuanpai/contracts/evaluations';
import { letterKindWords, type RoundLetterKind } from '@xuanpai/contracts/letter-kinds';
import type { LetterTemplate } from '@xuanpai/contracts/letter-templates';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { forgetEvaluations, templatesQuery } from './queries.ts';

type Choices = NonNullable<BodyOf<typeof updateEvaluation>['templates']>;
type Choice = Choices[number]['template'];
type Values = Partial<Record<RoundLetterKind, Choice>>;

interface TemplatesPanelProps {
  round: Round;
  onClose: () => void;
}

/** Which version of its template each kind of letter uses in a round. */
export function TemplatesPanel({ round, onClose }: TemplatesPanelProps) {
  const text = useText().rounds;
  const query = useQuery(templatesQuery);
  const notes = {
    draft: text.templatesNoteDraft,
    open: text.templatesNote,
    closed: text.templatesNoteClosed,
  };
  return (
    <SidePanel title={text.templates} note={notes[round.status]} width={480} onClose={onClose}>
      <PanelPart>
        {query.isPending && <Skeleton />}
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && (
          <Choose key={round.version} round={round} known={query.data.items} onDone={onClose} />
        )}
      </PanelPart>
    </SidePanel>
  );
}

interface ChooseProps {
  round: Round;
  known: readonly LetterTemplate[];
  onDone: () => void;
}

function Choose({ round, known, onDone }: ChooseProps) {
  const text = useText().rounds;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const before = valuesOf(round);
  const sent = useFormAct(form, {
    send: (values: Values) =>
      call(updateEvaluation, {
        params: { id: round.id },
        body: { templates: changed(round, before, values), version: round.version },
      }),
    onDone: async () => {
      await forgetEvaluations(client);
      await client.invalidateQueries({ queryKey: ['letters'] });
      showDone(text.saved);
      onDone();
    },
  });
  return (
    <Form
      {...tallFormLayout}
      form={form}
      initialValues={before}
      onFinish={sent.submit}
      aria-label={text.templates}
    >
      {round.templates.map(({ kind }) => (
        <Form.Item key={kind} name={kind} label={word(letterKindWords[kind])}>
          <Select<Choice>
            options={optionsOf(round, known, kind, text)}
            disabled={round.status === 'closed'}
          />
        </Form.Item>
      ))}
      {round.status !== 'closed' && <FormEnd sent={sent}>{text.save}</FormEnd>}
    </Form>
  );
}

function valuesOf({ templates, status }: Round): Values {
  return Object.fromEntries(
    templates.map(({ kind, edition, kept }) => [
      kind,
      status === 'draft' && !kept ? 'inUse' : (edition ?? 'shipped'),
    ]),
  );
}

function changed({ templates }: Round, before: Values, values: Values): Choices {
  return templates.flatMap(({ kind }) => {
    const template = values[kind];
    return template === undefined || template === before[kind] ? [] : [{ kind, template }];
  });
}

/** Of a round that is prepared also to follow the office's until it is opened. */
function optionsOf(
  { status }: Round,
  known: readonly LetterTemplate[],
  kind: RoundLetterKind,
  text: Dictionary['rounds'],
): { value: Choice; label: string }[] {
  const { inUse = null, editions = [] } = known.find((one) => one.kind === kind) ?? {};
  const nameOf = (edition: number | null) =>
    edition === null ? text.shippedTemplate : text.templateEdition(edition);
  const marked = (edition: number | null, more = '') =>
    edition === inUse ? text.templateInUse(nameOf(edition) + more) : nameOf(edition) + more;
  return [
    ...(status === 'draft'
      ? [{ value: 'inUse' as const, label: text.followsTemplate(nameOf(inUse)) }]
      : []),
    ...editions.map(({ edition, filename }) => ({
      value: edition,
      label: marked(edition, ` ${filename}`),
    })),
    { value: 'shipped', label: marked(null) },
  ];
}
