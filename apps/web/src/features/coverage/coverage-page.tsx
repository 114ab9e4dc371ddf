import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { type Coverage, exportCoverage } from '@xuanpai/contracts/coverage';
import { Can } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useGo } from '../../lib/links.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo, paths } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, Failed, Skeleton } from '../../ui/table-states.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { ByReason } from './by-reason.tsx';
import { ByTownship } from './by-township.tsx';
import { CoverageNote } from './coverage-note.tsx';
import { coverageQuery } from './queries.ts';
import { VillageFilters } from './village-filters.tsx';
import { VillageView } from './village-view.tsx';

/** How the batch covers the villages: by township and reason, or village by village. */
export function CoveragePage() {
  return <WithBatch>{(batch) => <CoverageOf batch={batch} />}</WithBatch>;
}

function CoverageOf({ batch }: { batch: Batch }) {
  const text = useText().coverage;
  const go = useGo();
  const { day, readOnly } = useDay();
  const [view] = useUrlValue('view');
  const query = useQuery(coverageQuery(batch.id, readOnly ? day : null));
  const coverage = query.data;
  const byVillage = view === 'villages';
  return (
    <Page
      title={coverage ? titleOf(coverage, text) : text.loading}
      documentTitle={text.documentTitle}
      note={coverage && coverage.villages > 0 && <CoverageNote coverage={coverage} />}
      layout={byVillage ? 'fill' : 'flow'}
      lined
      filters={byVillage && coverage && <VillageFilters batch={batch} coverage={coverage} />}
      secondary={<ExportButton endpoint={exportCoverage} parts={{ params: { id: batch.id } }} />}
      primary={
        coverage &&
        coverage.villages > 0 && (
          <Can permission="plans.read">
            <ActButton kind="primary" reads onClick={() => go(paths.plans)}>
              {text.toPlans}
            </ActButton>
          </Can>
        )
      }
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!coverage && !query.error && <Skeleton />}
      {coverage?.villages === 0 && <NoVillages />}
      {coverage &&
        coverage.villages > 0 &&
        (byVillage ? (
          <VillageView batch={batch} />
        ) : (
          <Split aside={<ByReason coverage={coverage} />}>
            <ByTownship batch={batch} coverage={coverage} />
          </Split>
        ))}
    </Page>
  );
}

function titleOf({ villages, covered, byTier, on }: Coverage, text: Dictionary['coverage']) {
  if (villages === 0) return text.titleNone;
  const tiers = text.tiers(byTier.district, byTier.township, byTier.city);
  if (covered === villages) return text.titleAll(villages, tiers);
  const missing = villages - covered;
  return on ? text.titleOn(on, villages, covered, missing) : text.titleMissing(villages, missing);
}

function NoVillages() {
  const text = useText().coverage;
  return (
    <Empty
      title={text.titleNone}
      act={
        <Can permission="imports.write">
          <Link to={linkTo.imports({ kind: 'villages' })}>{text.toImport}</Link>
        </Can>
      }
    />
  );
}
