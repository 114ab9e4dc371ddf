import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { TargetTemplate } from '@xuanpai/contracts/target-templates';
import { villageKindWords } from '@xuanpai/contracts/words';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { useSetUrlValues, useUrlValue } from '../../../lib/url-state.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { linkTo } from '../../../paths.ts';
import { Link } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { WithBatch } from '../../../ui/with-batch.tsx';
import { targetTemplatesQuery } from '../queries.ts';
import styles from '../targets.module.css';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateView } from './template-view.tsx';
import { Unassigned } from './unassigned.tsx';

/** The templates of targets, which of them the batch uses, and one of them in full. */
export function TemplatesPage() {
  return <WithBatch>{(batch) => <OfBatch batch={batch} />}</WithBatch>;
}

function OfBatch({ batch }: { batch: Batch }) {
  const { targets: text, shell } = useText();
  const { day } = useDay();
  const query = useQuery(targetTemplatesQuery);
  const writes = useCan('targets.write');
  const [chosen] = useUrlValue('template');
  const [editing] = useUrlValue('edit');
  const show = useSetUrlValues();
  const items = query.data?.items;
  if (!items) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const used = items.filter((one) => inUse(one, items, batch.id, day));
  const template = items.find(({ id }) => id === chosen) ?? used[0] ?? items[0];
  return (
    <Page
      title={text.templatesAnswer(used.map(({ name }) => name))}
      documentTitle={`${shell.pages.targets} ${shell.tabs.templates}`}
      note={text.templatesNote}
      lined
    >
      <div className={styles.templates}>
        <Section title={text.templates}>
          <PlainTable
            label={text.templates}
            rows={items}
            rowKey={({ id }) => id}
            rowHeight={32}
            columns={[
              {
                key: 'name',
                title: text.templateName,
                width: 180,
                phone: 'title',
                cell: ({ id, name, edition }) => (
                  <Link to={linkTo.targetTemplates({ template: id })}>
                    {text.templateEdition(name, edition)}
                  </Link>
                ),
              },
              {
                key: 'kinds',
                title: text.forVillages,
                phone: 'note',
                cell: ({ kinds, poor }) =>
                  [
                    ...kinds.map((kind) => word(villageKindWords[kind])),
                    ...(poor ? [text.poor] : []),
                  ].join(text.listComma) || text.byChoice,
              },
              {
                key: 'measures',
                title: text.measure,
                width: 64,
                align: 'end',
                cell: ({ measures }) => measures.length,
              },
              {
                key: 'state',
                title: text.state,
                width: 220,
                phone: 'side',
                cell: (one) => stateOf(one),
              },
              { key: 'by', title: text.madeBy, width: 92, cell: ({ madeByName }) => madeByName },
            ]}
          />
        </Section>
        {template &&
          (editing && writes && !template.used ? (
            <TemplateEditor
              key={`${template.id} ${template.version}`}
              template={template}
              onClose={() => show({ edit: null })}
            />
          ) : (
            <TemplateView
              template={template}
              batch={batch}
              onEdit={(id) => show({ template: id, edit: '1' })}
            />
          ))}
        {writes && !editing && <Unassigned batchId={batch.id} />}
      </div>
    </Page>
  );

  function stateOf(one: TargetTemplate) {
    if (!items) return null;
    if (inUse(one, items, batch.id, day))
      return <StateBadge state="confirmed" word={text.usedNow} />;
    const own = one.uses.find(({ batchId }) => batchId === batch.id);
    if (own && own.effectiveFrom > day) {
      return <StateBadge state="upcoming" word={text.usedFrom(own.effectiveFrom)} />;
    }
    if (one.used) return <StateBadge state="expired" word={text.usedBefore} />;
    return <StateBadge state="draft" word={text.templateDraft} />;
  }
}

/** Of a family the edition that the batch took up last by a day. */
function inUse(
  template: TargetTemplate,
  all: readonly TargetTemplate[],
  batchId: string,
  day: string,
): boolean {
  const since = ({ uses }: TargetTemplate) =>
    uses
      .filter((use) => use.batchId === batchId && use.effectiveFrom <= day)
      .map(({ effectiveFrom }) => effectiveFrom)
      .sort()
      .at(-1) ?? null;
  const own = since(template);
  if (own === null) return false;
  return all.every((other) => {
    if (other.family !== template.family || other.id === template.id) return true;
    const theirs = since(other);
    return theirs === null || theirs < own || (theirs === own && other.edition < template.edition);
  });
}
