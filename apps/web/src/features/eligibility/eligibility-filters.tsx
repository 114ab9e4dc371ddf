import type { listNominations } from '@xuanpai/contracts/nominations';
import { tierWords } from '@xuanpai/contracts/words';
import { useReach } from '../../lib/reach.ts';
import { useUnitOptions } from '../../lib/register-options.ts';
import type { ListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { FilterBar, FilterSearch, FilterSelect } from '../../ui/filter-bar.tsx';
import { type TabItem, Tabs } from '../../ui/tabs.tsx';
import type { Counts } from './answer.ts';

interface EligibilityFiltersProps {
  list: ListState<typeof listNominations>;
  counts: Counts | undefined;
}

/** A tab for each judgement with its count; unit, tier and name at the right. */
export function EligibilityFilters({ list, counts }: EligibilityFiltersProps) {
  const { eligibility: text } = useText();
  const units = useUnitOptions();
  const overlooks = useReach('nominations.read', 'nominations') === 'all';
  const { filters, setFilter } = list;
  const beyondTab = list.active - (filters.judgements ? 1 : 0);
  return (
    <FilterBar
      active={beyondTab}
      onClear={list.clear}
      extra={
        <>
          <FilterSearch
            label={text.find}
            value={list.q}
            onChange={(q) => setFilter('q', q)}
            width={140}
          />
          {overlooks && (
            <>
              <FilterSelect
                label={text.unit}
                options={units}
                value={filters.unitIds}
                onChange={(id) => setFilter('unitIds', id)}
                width={170}
                searchable
              />
              <FilterSelect
                label={text.tier}
                options={[
                  { value: 'district', label: word(tierWords.district) },
                  { value: 'township', label: word(tierWords.township) },
                ]}
                value={filters.tier}
                onChange={(tier) => setFilter('tier', tier)}
                width={112}
              />
            </>
          )}
          <FilterSelect
            label={text.state}
            options={[
              { value: 'replaced', label: text.replaced },
              { value: 'withdrawn', label: text.withdrawn },
            ]}
            value={filters.state}
            onChange={(state) => setFilter('state', state)}
            width={128}
          />
        </>
      }
    >
      <Tabs
        label={text.judgement}
        items={tabsOf()}
        value={filters.judgements ?? 'all'}
        onChange={(tab) => setFilter('judgements', tab === 'all' ? null : tab)}
      />
    </FilterBar>
  );

  function tabsOf(): TabItem<string>[] {
    const tabs: TabItem<string>[] = [
      { value: 'all', label: text.all, count: counts?.all },
      {
        value: 'notEligible',
        label: text.judgements.notEligible,
        count: counts?.notEligible,
        state: 'ineligible',
      },
      {
        value: 'toVerify',
        label: text.judgements.toVerify,
        count: counts?.toVerify,
        state: 'toVerify',
      },
      {
        value: 'toStudy',
        label: text.judgements.toStudy,
        count: counts?.toStudy,
        state: 'needsDecision',
      },
      {
        value: 'accepted',
        label: text.judgements.accepted,
        count: counts?.accepted,
        state: 'agreed',
      },
      {
        value: 'eligible',
        label: text.judgements.eligible,
        count: counts?.eligible,
        state: 'eligible',
      },
    ];
    // Acceptances are the exception: the tab comes with the first one.
    const hasAccepted = (counts?.accepted ?? 0) > 0 || filters.judgements === 'accepted';
    return tabs.filter(({ value }) => value !== 'accepted' || hasAccepted);
  }
}
