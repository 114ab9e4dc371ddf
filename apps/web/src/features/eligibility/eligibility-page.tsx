import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import {
  exportNominations,
  listNominations,
  type Nomination,
} from '@xuanpai/contracts/nominations';
import { basisText } from '../../lib/basis.ts';
import { useBatchPolicy } from '../../lib/batch-policy.ts';
import { Can } from '../../lib/can.tsx';
import { useListState } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { answerNote, answerTitle, positionOf } from './answer.ts';
import { ConfirmAllPanel } from './confirm-all-panel.tsx';
import { EligibilityFilters } from './eligibility-filters.tsx';
import { NamePanel } from './name-panel.tsx';
import { NextAct } from './next-act.tsx';
import { nominationColumns } from './nomination-columns.tsx';
import { NominationPanel } from './nomination-panel.tsx';
import { nominationsQuery } from './queries.ts';
import { useAllowedWays } from './use-allowed-ways.ts';
import { useChosen } from './use-chosen.ts';

/** Who was named to the batch, and whether each may be dispatched. */
export function EligibilityPage() {
  return <WithBatch>{(batch) => <EligibilityOf batch={batch} />}</WithBatch>;
}

function EligibilityOf({ batch }: { batch: Batch }) {
  const text = useText();
  const words = text.eligibility;
  const list = useListState(listNominations);
  const query = useQuery(nominationsQuery(batch.id, list.query));
  const chosen = useChosen();
  const policy = useBatchPolicy(batch);
  const { data } = query;
  const counts = data?.counts;
  const grouped =
    counts &&
    counts.notEligible > 0 &&
    !list.filters.judgements &&
    (list.sort ?? 'judgement') === 'judgement';
  return (
    <Page
      title={counts ? answerTitle(counts, words) : words.loading}
      documentTitle={words.documentTitle}
      note={
        counts &&
        policy &&
        answerNote(
          counts,
          batch.date,
          basisText(policy.basis('eligibility.fullMember'), text.problems),
          words,
        )
      }
      layout="fill"
      filters={<EligibilityFilters list={list} counts={counts} />}
      secondary={
        <>
          <Can permission="nominations.replace">
            <ActButton icon="plus" onClick={() => chosen.openPanel('name')}>
              {words.nameSomebody}
            </ActButton>
          </Can>
          <ExportButton
            endpoint={exportNominations}
            parts={{ params: { id: batch.id }, query: list.exportQuery }}
          />
        </>
      }
      primary={counts && <NextAct batch={batch} counts={counts} chosen={chosen} />}
    >
      <DataTable<Nomination>
        id="nominations"
        label={words.documentTitle}
        columns={nominationColumns(text, chosen, useAllowedWays())}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        query={query}
        list={list}
        empty={{
          title: words.empty,
          note: words.emptyNote,
          act: (
            <Can permission="imports.write">
              <Link to={linkTo.imports({ kind: 'cadres' })}>{words.toImport}</Link>
            </Can>
          ),
        }}
        selected={chosen.row}
        onOpen={({ id }) => chosen.open(id)}
        {...(grouped
          ? {
              groupOf: ({ judgement }) =>
                judgement === 'eligible'
                  ? {
                      key: 'eligible',
                      title: words.eligibleGroup(counts.eligible, counts.presumed),
                    }
                  : null,
            }
          : {})}
      />
      {chosen.panel === 'confirm' && (
        <ConfirmAllPanel batch={batch} list={list} onClose={chosen.close} />
      )}
      {chosen.panel === 'name' && <NamePanel batch={batch} chosen={chosen} />}
      {chosen.row && chosen.panel === null && (
        <NominationPanel
          key={chosen.row}
          batch={batch}
          chosen={chosen}
          position={data ? positionOf(data, chosen.row, list, words) : null}
        />
      )}
    </Page>
  );
}
