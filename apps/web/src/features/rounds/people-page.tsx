import { useQuery } from '@tanstack/react-query';
import {
  exportEvaluationPeople,
  listEvaluationPeople,
  type PeopleSheet,
  type PersonRow,
} from '@xuanpai/contracts/evaluation-people';
import { evaluationStandingWords, evaluationStateWords } from '@xuanpai/contracts/evaluation-words';
import type { Round } from '@xuanpai/contracts/evaluations';
import { useCan } from '../../lib/can.tsx';
import { formatInstant } from '../../lib/format.ts';
import { type ListState, useListState, useUrlValue } from '../../lib/url-state.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { wordOptions } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { Page } from '../../ui/page.tsx';
import { peopleColumns } from './people-columns.tsx';
import { PersonPanel } from './person-panel.tsx';
import { peopleQuery } from './queries.ts';
import { RoundActs } from './round-acts.tsx';
import { answerOf, RoundState } from './rounds-page.tsx';
import { TemplatesPanel } from './templates-panel.tsx';

/** Who is in a round and how far each is, by township and village. */
export function PeoplePage({ round }: { round: Round }) {
  const text = useText().rounds;
  const tabs = useRoundTabs(round);
  const list = useListState(listEvaluationPeople);
  const query = useQuery(peopleQuery(round.id, list.exportQuery));
  const [row, setRow] = useUrlValue('row');
  const works = useCan('evaluations.facts');
  const runs = useCan('evaluations.write');
  const [panel, setPanel] = useUrlValue('panel');
  const { data } = query;
  const shown = data?.items.find(({ id }) => id === row);
  const now = data?.round ?? round;
  return (
    <Page
      title={answerOf(now, works, text)}
      tone="amber"
      tabs={tabs}
      documentTitle={round.name}
      badge={<RoundState status={now.status} />}
      note={text.note(now.counts)}
      small={data?.gatheredAt && text.gatheredAt(formatInstant(data.gatheredAt))}
      layout="fill"
      filters={<Filters list={list} data={data} works={works} />}
      secondary={
        <>
          <RoundActs round={now} />
          {runs && <ActButton onClick={() => setPanel('templates')}>{text.templates}</ActButton>}
          <ExportButton
            endpoint={exportEvaluationPeople}
            parts={{ params: { id: round.id }, query: list.exportQuery }}
            blocked={data?.total === 0 ? text.nothingToExport : null}
          />
        </>
      }
    >
      <DataTable
        id={works ? 'roundPeople' : 'roundOutcomes'}
        label={round.name}
        columns={peopleColumns(text, works)}
        rowKey={({ id }) => id}
        rowLabel={({ cadreName }) => cadreName}
        query={query}
        empty={{ title: text.none }}
        rowHeight={28}
        selected={row}
        onOpen={({ id }) => setRow(id)}
        {...(data ? { groupOf: groupBy(data, works, text) } : {})}
      />
      {panel === 'templates' && runs ? (
        <TemplatesPanel round={now} onClose={() => setPanel(null)} />
      ) : (
        shown && <PersonPanel key={shown.id} row={shown} onClose={() => setRow(null)} />
      )}
    </Page>
  );
}

/** A township's rows under its name, with how many are left. */
function groupBy(
  { townships }: PeopleSheet,
  works: boolean,
  text: ReturnType<typeof useText>['rounds'],
) {
  const byId = new Map(townships.map((one) => [one.id, one]));
  return ({ townshipId, townshipName }: PersonRow) => {
    const counts = byId.get(townshipId);
    const title = townshipName;
    if (!counts || !works) return { key: townshipId, title };
    return { key: townshipId, title, extra: text.left(counts.left, counts.people) };
  };
}

interface FiltersProps {
  list: ListState<typeof listEvaluationPeople>;
  data: PeopleSheet | undefined;
  works: boolean;
}

function Filters({ list, data, works }: FiltersProps) {
  const text = useText().rounds;
  const { filters, setFilter } = list;
  const townships = (data?.townships ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      {townships.length > 1 && (
        <FilterSelect
          label={text.township}
          options={townships}
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
          width={170}
          searchable
        />
      )}
      <FilterSelect
        label={text.standing}
        options={wordOptions(evaluationStandingWords)}
        value={filters.standings}
        onChange={(value) => setFilter('standings', value)}
        width={190}
      />
      {works && (
        <FilterSelect
          label={text.state}
          options={wordOptions(evaluationStateWords)}
          value={filters.states}
          onChange={(value) => setFilter('states', value)}
          width={140}
        />
      )}
      <FilterSearch label={text.find} value={list.q} onChange={(q) => setFilter('q', q)} />
    </FilterBar>
  );
}
