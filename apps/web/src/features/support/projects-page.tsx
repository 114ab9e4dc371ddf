import { useQuery } from '@tanstack/react-query';
import { exportProjects, listProjects } from '@xuanpai/contracts/projects';
import {
  projectKinds,
  projectKindWords,
  projectStates,
  projectStateWords,
} from '@xuanpai/contracts/support-words';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { formatWan } from '../../lib/format.ts';
import { useKnown } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useReach } from '../../lib/reach.ts';
import { type ListState, useListState, useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { FilterTownship } from '../../ui/filter-township.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Page } from '../../ui/page.tsx';
import { projectColumns } from './project-columns.tsx';
import { ProjectFormPanel } from './project-form-panel.tsx';
import { projectListQuery } from './queries.ts';

/** 项目 of the villages within reach, with the sums of what is filtered. */
export function ProjectsPage() {
  const { support: text, shell } = useText();
  const list = useListState(listProjects);
  const { day } = useDay();
  const on = { on: day as PlainDate, known: useKnown() };
  const query = useQuery(projectListQuery({ ...list.query, ...on }));
  const [entering, setEntering] = useUrlValue('enter');
  const [villageId] = useUrlValue('village');
  const keeps = useCan('support.write');
  const overlooks = useReach('support.read', 'villages') === 'all';
  const go = useGo();
  const { data } = query;
  const wan = (money: string) => formatWan(money, 2);
  return (
    <Page
      title={
        data
          ? text.projectAnswer(data.total, wan(data.planned), wan(data.received), wan(data.spent))
          : shell.tabs.supportProjects
      }
      documentTitle={shell.tabs.supportProjects}
      note={<KnownLine words={text} alone />}
      layout="fill"
      filters={<Filters list={list} overlooks={overlooks} />}
      secondary={
        <ExportButton
          endpoint={exportProjects}
          parts={{ query: { ...list.exportQuery, ...on } }}
          blocked={data?.total === 0 ? text.nothingToExport : null}
        />
      }
      primary={
        keeps && (
          <ActButton kind="primary" icon="plus" onClick={() => setEntering('1')}>
            {text.addProject}
          </ActButton>
        )
      }
    >
      <DataTable
        id="projects"
        label={text.projectList}
        columns={projectColumns(text, overlooks ? 'district' : 'township')}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        query={query}
        list={list}
        empty={{ title: text.noProjects, note: keeps ? text.noProjectsNote : '' }}
        onOpen={({ id }) => go(linkTo.supportProject(id))}
      />
      {entering && keeps && (
        <ProjectFormPanel
          project={null}
          villageId={villageId}
          onClose={() => setEntering(null)}
          onSaved={({ id }) => go(linkTo.supportProject(id))}
        />
      )}
    </Page>
  );
}

interface FiltersProps {
  list: ListState<typeof listProjects>;
  overlooks: boolean;
}

function Filters({ list, overlooks }: FiltersProps) {
  const text = useText().support;
  const { filters, setFilter } = list;
  return (
    <FilterBar active={list.active} onClear={list.clear}>
      <FilterSearch label={text.findProject} value={list.q} onChange={(q) => setFilter('q', q)} />
      {overlooks && (
        <FilterTownship
          value={filters.townshipIds}
          onChange={(value) => setFilter('townshipIds', value)}
        />
      )}
      <FilterSelect
        label={text.kind}
        options={projectKinds.map((value) => ({ value, label: word(projectKindWords[value]) }))}
        value={filters.kinds}
        onChange={(value) => setFilter('kinds', value)}
        width={140}
      />
      <FilterSelect
        label={text.state}
        options={projectStates.map((value) => ({ value, label: word(projectStateWords[value]) }))}
        value={filters.states}
        onChange={(value) => setFilter('states', value)}
        width={140}
      />
      <FilterSelect
        label={text.lateOnly}
        options={(['true', 'false'] as const).map((value) => ({
          value,
          label: text.lateOptions[value],
        }))}
        value={filters.late}
        onChange={(value) => setFilter('late', value)}
        width={170}
      />
    </FilterBar>
  );
}
