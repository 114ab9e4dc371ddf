import { useQuery } from '@tanstack/react-query';
import { exportTargets } from '@xuanpai/contracts/targets';
import { Navigate } from 'react-router';
import { useDay } from '../../../lib/day.ts';
import { useKnown } from '../../../lib/known.ts';
import { useTo } from '../../../lib/links.ts';
import { useIsPhone } from '../../../lib/media.ts';
import { useReach } from '../../../lib/reach.ts';
import { useText } from '../../../locales/use-text.ts';
import { linkTo } from '../../../paths.ts';
import { ExportButton } from '../../../ui/export-button.tsx';
import { KnownLine } from '../../../ui/known-line.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Split } from '../../../ui/split.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { WithBatch } from '../../../ui/with-batch.tsx';
import { targetGridQuery } from '../queries.ts';
import { behindFirst } from '../township/progress-page.tsx';
import { stateOfVillage } from '../village-state.ts';
import { BehindVillages } from './behind-villages.tsx';
import { MeasureShares } from './measure-shares.tsx';
import { TownshipShares } from './township-shares.tsx';

/** 目标: a township's people go to their own; the others see the villages within their reach. */
export function TargetsPage() {
  const to = useTo();
  const reach = useReach('targets.read', 'villages');
  if (typeof reach !== 'string' && reach.unitIds.length === 0 && reach.townshipIds.length === 1) {
    return <Navigate to={to(linkTo.targetTownship(reach.townshipIds[0] ?? ''))} replace />;
  }
  return <WithBatch>{(batch) => <District batchId={batch.id} />}</WithBatch>;
}

function District({ batchId }: { batchId: string }) {
  const { targets: text, shell } = useText();
  const { day } = useDay();
  const known = useKnown();
  const phone = useIsPhone();
  const query = useQuery(targetGridQuery(batchId, { on: day, known }));
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const measured = data.villages.filter(({ families }) => families.length > 0);
  const states = measured.map((village) => stateOfVillage(village, day));
  const behind = behindFirst(measured, day).filter((village) =>
    ['behind', 'notReported'].includes(stateOfVillage(village, day)),
  );
  // On the telephone they come first: they are what a leader looks for.
  const behindPart = (
    <Section title={text.behindTitle(behind.length)} note={text.behindNote}>
      <BehindVillages villages={behind} measures={data.measures} />
    </Section>
  );
  return (
    <Page
      title={text.districtAnswer(measured.length, states)}
      tone="amber"
      documentTitle={shell.pages.targets}
      note={
        <>
          {text.districtNote(data.villages.length - measured.length)}
          <KnownLine words={text} />
        </>
      }
      lined
      secondary={
        <ExportButton
          endpoint={exportTargets}
          parts={{ query: { batchId, on: day, known } }}
          blocked={measured.length === 0 ? text.noVillages : null}
        />
      }
    >
      {measured.length === 0 ? (
        <Empty title={text.noVillages} note={text.noAimsNote} />
      ) : (
        <Split asideWidth={560} aside={phone ? null : behindPart}>
          {phone && behindPart}
          <Section title={text.byTownship}>
            <TownshipShares villages={measured} />
          </Section>
          <Section title={text.byMeasure}>
            <MeasureShares villages={measured} measures={data.measures} />
          </Section>
        </Split>
      )}
    </Page>
  );
}
