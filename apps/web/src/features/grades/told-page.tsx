import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useUrlValue } from '../../lib/url-state.ts';
import { useRoundTabs } from '../../lib/use-round-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { Bulk } from './bulk.tsx';
import { PersonPanel } from './person-panel.tsx';
import { roundKindOf, stepsQuery } from './queries.ts';
import { byTownship } from './review-page.tsx';
import { toldColumns } from './steps-columns.tsx';

/** 告知与签字: decided grades told, signed, on file and fed back; what a change makes to be done again. */
export function ToldPage() {
  const { grades: text, shell } = useText();
  const { roundId = '', kind } = useParams();
  const query = useQuery({
    ...stepsQuery(roundId),
    select: ({ round, items }) => ({
      round,
      items: items.filter(({ state }) => state === 'decided'),
    }),
  });
  const tabs = useRoundTabs({ kind: roundKindOf(kind), id: roundId });
  const letters = useCan('letters.read');
  const [row, setRow] = useUrlValue('row');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const { round, items } = data;
  const told = items.filter((person) => person.told !== null).length;
  const again = items.filter(({ redo }) => redo.length > 0).length;
  return (
    <Page
      title={text.toldAnswer(round.name, items.length, told, again)}
      tone="amber"
      documentTitle={`${round.name} ${shell.tabs.gradeTold}`}
      note={
        letters && (
          <Link to={linkTo.letters({ kind: 'annualForm', round: roundId })}>{text.toLetters}</Link>
        )
      }
      tabs={tabs}
      layout="fill"
      primary={
        <Bulk
          {...{ roundId, people: items, picked }}
          offered={['tell', 'keep', 'feedback']}
          onDone={() => setPicked(new Set())}
        />
      }
    >
      <WithPanel panel={row && <PersonPanel key={row} id={row} onClose={() => setRow(null)} />}>
        <DataTable
          id="grade-told"
          label={shell.tabs.gradeTold}
          columns={toldColumns(text)}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          query={query}
          empty={{ title: text.noneDecided, note: text.noneDecidedNote }}
          selected={row}
          onOpen={({ id }) => setRow(id)}
          groupOf={byTownship(items, text)}
          {...(items.some(({ acts }) => acts.length > 0) ? { picked, onPick: setPicked } : {})}
        />
      </WithPanel>
    </Page>
  );
}
