import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Nomination } from '@xuanpai/contracts/nominations';
import { categoryWords, rankWords } from '@xuanpai/contracts/words';
import { formatMonth } from '../../lib/format.ts';
import { judgementStates } from '../../lib/judgement-states.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { Acts } from './acts.tsx';
import { nominationQuery } from './queries.ts';
import { RelativesPart } from './relatives/relatives-part.tsx';
import type { Chosen } from './use-chosen.ts';
import { Why } from './why.tsx';
import { WithdrawPart } from './withdraw-part.tsx';

interface NominationPanelProps {
  batch: Batch;
  chosen: Chosen;
  /** 9 / 9, where the nominee is on the page shown. */
  position: string | null;
}

/** A nominee: how judged and why, and what can be done about it. */
export function NominationPanel({ batch, chosen, position }: NominationPanelProps) {
  const text = useText().eligibility;
  const query = useQuery(nominationQuery(batch.id, chosen.row ?? ''));
  const nomination = query.data;
  return (
    <SidePanel
      title={nomination?.name ?? ''}
      badge={
        nomination && (
          <StateBadge
            state={judgementStates[nomination.judgement]}
            word={text.judgements[nomination.judgement]}
          />
        )
      }
      note={nomination && <About nomination={nomination} />}
      extra={
        <>
          {position}
          {nomination && <Link to={linkTo.cadre(nomination.cadreId)}>{text.openCadre}</Link>}
        </>
      }
      onClose={chosen.close}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!nomination && !query.error && <Skeleton lines={5} />}
      {nomination && (
        <>
          <Why batch={batch} nomination={nomination} />
          {nomination.state === 'active' && (
            <Acts
              key={`${nomination.version}.${nomination.cadreVersion}`}
              batch={batch}
              nomination={nomination}
              chosen={chosen}
            />
          )}
          <WithdrawPart key={`withdraw ${nomination.version}`} nomination={nomination} />
          <RelativesPart key={nomination.id} nomination={nomination} />
        </>
      )}
    </SidePanel>
  );
}

function About({ nomination }: { nomination: Nomination }) {
  const text = useText().eligibility;
  const { unitName, position, rank, category, bornOn, age } = nomination;
  const parts = [unitName, position, word(rankWords[rank]), word(categoryWords[category])];
  return (
    <>
      {parts.filter((part) => part).join(text.comma)}
      {text.comma}
      {text.born(formatMonth(bornOn), age)}
    </>
  );
}
