import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  type Example,
  exampleKinds,
  exampleKindWords,
  exampleStates,
  exampleStateWords,
  listExamples,
} from '@xuanpai/contracts/examples';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { evidenceBytesQuery, useBlobAddress } from '../../lib/evidence.ts';
import { formatInstantDay } from '../../lib/format.ts';
import { useGo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState, useSetUrlValues, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Empty, Failed, Skeleton } from '../../ui/table-states.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { ExampleForm } from './example-form.tsx';
import { exampleLooks } from './example-words.ts';
import styles from './examples.module.css';
import { exampleListQuery } from './queries.ts';

/** 典型: demonstration points and exemplary cases. */
export function ExamplesPage() {
  return <WithBatch>{(batch) => <Examples batch={batch} />}</WithBatch>;
}

function Examples({ batch }: { batch: Batch }) {
  const { examples: text, shell } = useText();
  const list = useListState(listExamples, 20);
  const on = useDay().day as PlainDate;
  const query = useQuery(exampleListQuery({ ...list.query, batchId: batch.id, on }));
  const [writing] = useUrlValue('write');
  const show = useSetUrlValues();
  const go = useGo();
  const writes = useCan('examples.write');
  const reviews = useCan('examples.review');
  const { data } = query;
  const waiting = reviews ? (data?.submitted ?? 0) : 0;
  return (
    <Page
      title={data ? text.answer(data.total, waiting, list.active > 0) : shell.pages.examples}
      tone="amber"
      documentTitle={shell.pages.examples}
      layout="fill"
      filters={<Filters list={list} writes={writes} />}
      primary={
        writes && (
          <ActButton kind="primary" icon="plus" onClick={() => show({ write: '1' })}>
            {text.write}
          </ActButton>
        )
      }
    >
      <div className={styles.scroll}>
        {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
        {!data && !query.error && <Skeleton />}
        {data?.items.length === 0 && <Empty title={text.none} note={writes ? text.noneNote : ''} />}
        {data && data.items.length > 0 && (
          <ul className={styles.list} aria-label={shell.pages.examples}>
            {data.items.map((example) => (
              <Line key={example.id} example={example} />
            ))}
          </ul>
        )}
        {data && data.total > 20 && <Pager list={list} total={data.total} />}
      </div>
      {writing && (
        <ExampleForm
          batchId={batch.id}
          onClose={() => show({ write: null })}
          onSaved={(id) => go(linkTo.example(id))}
        />
      )}
    </Page>
  );
}

function Line({ example }: { example: Example }) {
  const text = useText().examples;
  const { id, kind, title, state, beginning, townshipName, villageName, pictureId } = example;
  const when = example.reviewedAt ?? example.submittedAt ?? example.writtenAt;
  return (
    <li className={styles.entry}>
      {pictureId ? <Picture id={pictureId} /> : <span className={styles.noPicture} />}
      <div className={styles.words}>
        <h2 className={styles.heading}>
          <Link to={linkTo.example(id)}>{title}</Link>
          {state !== 'released' && (
            <StateBadge state={exampleLooks[state]} word={word(exampleStateWords[state])} />
          )}
        </h2>
        <p className={styles.beginning}>{beginning}</p>
        <p className={styles.small}>
          {[
            word(exampleKindWords[kind]),
            [townshipName ?? text.district, villageName].filter(Boolean).join(' '),
            formatInstantDay(when),
          ].join(' · ')}
        </p>
      </div>
    </li>
  );
}

function Picture({ id }: { id: string }) {
  const { data } = useQuery(evidenceBytesQuery(id, 'small'));
  const address = useBlobAddress(data, 'image/jpeg');
  return <span className={styles.picture}>{address && <img src={address} alt="" />}</span>;
}

interface FiltersProps {
  list: ListState<typeof listExamples>;
  writes: boolean;
}

function Filters({ list, writes }: FiltersProps) {
  const text = useText().examples;
  const overlooks = useReach('examples.read', 'sheets') === 'all';
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
      <FilterSelect
        label={text.kind}
        options={exampleKinds.map((value) => ({ value, label: word(exampleKindWords[value]) }))}
        value={filters.kind}
        onChange={(value) => setFilter('kind', value)}
        width={150}
      />
      {writes && (
        <FilterSelect
          label={text.state}
          options={exampleStates.map((value) => ({ value, label: word(exampleStateWords[value]) }))}
          value={filters.states}
          onChange={(value) => setFilter('states', value)}
          width={150}
        />
      )}
      {overlooks && (
        <FilterTownship
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
        />
      )}
    </FilterBar>
  );
}
