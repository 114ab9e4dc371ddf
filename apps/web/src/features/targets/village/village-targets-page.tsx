import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import { villageKindWords } from '@xuanpai/contracts/words';
import { aimsOf } from '@xuanpai/domain/targets/aims';
import { useParams } from 'react-router';
import { useDay } from '../../../lib/day.ts';
import { formatNumber, formatPeriod } from '../../../lib/format.ts';
import { useKnown } from '../../../lib/known.ts';
import { useUrlValue } from '../../../lib/url-state.ts';
import { useVillageTabs } from '../../../lib/use-village-tabs.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { KnownLine } from '../../../ui/known-line.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { Split } from '../../../ui/split.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { WithBatch } from '../../../ui/with-batch.tsx';
import { familyPlaces } from '../families.ts';
import { targetTemplatesQuery, villageFactsQuery, villageTargetsQuery } from '../queries.ts';
import styles from '../targets.module.css';
import type { VillageTargets } from '../values.ts';
import { AimList } from './aim-list.tsx';
import { Beside } from './beside.tsx';
import { ChooseDialog } from './choose-dialog.tsx';
import { Course } from './course.tsx';
import { PeriodList } from './period-list.tsx';
import { nextPeriod } from './periods.ts';
import { ReportDialog } from './report-dialog.tsx';
import { ReportThen } from './report-then.tsx';

/** A village's aims: how far each has come, who helps, and how it went. */
export function VillageTargetsPage() {
  return <WithBatch>{(batch) => <OfVillage batch={batch} />}</WithBatch>;
}

function OfVillage({ batch }: { batch: Batch }) {
  const { villageId = '' } = useParams();
  const { day } = useDay();
  const known = useKnown();
  const query = useQuery(villageTargetsQuery(villageId, batch.id, { on: day, known }));
  if (!query.data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded batch={batch} targets={query.data} />;
}

function Loaded({ batch, targets }: { batch: Batch; targets: VillageTargets }) {
  const { targets: text, shell } = useText();
  const { day, today } = useDay();
  const { village, measures, periods, acts } = targets;
  const families = targets.families.filter(({ family }) => village.families.includes(family));
  const templates = useQuery(targetTemplatesQuery).data?.items;
  const facts = useQuery(villageFactsQuery(village.villageId, batch.id)).data;
  const [period, setPeriod] = useUrlValue('period');
  const [choosing, setChoosing] = useUrlValue('choose');
  const tabs = useVillageTabs(village.villageId, village.villageName);
  const aims = aimsOf(familyPlaces(families, templates, measures), measures, day);
  // Of a village without aims nothing is asked.
  const next = measures.length > 0 ? nextPeriod(periods, today, acts.report) : null;
  const kinds = [
    ...village.kinds.map((kind) => word(villageKindWords[kind])),
    ...(village.poor ? [text.poor] : []),
  ];
  return (
    <Page
      title={text.answer(
        village.villageName,
        families.map(({ name }) => name),
        aims.map(({ state }) => state),
      )}
      tone="amber"
      documentTitle={`${village.villageName} ${shell.pages.targets}`}
      note={text.villageNote(kinds, {
        households: facts?.households == null ? null : formatNumber(facts.households),
        population: facts?.population == null ? null : formatNumber(facts.population),
        partyMembers: facts?.partyMembers ?? null,
        industry: facts?.mainIndustry ?? null,
      })}
      small={
        <>
          <Link to={linkTo.targetTownship(village.townshipId)}>
            {text.backToTownship(village.townshipName)}
          </Link>
          <KnownLine words={text} />
        </>
      }
      tabs={tabs}
      lined
      reason={next?.due && text.dueBy(next.due)}
      secondary={
        acts.adjust && <ActButton onClick={() => setChoosing('1')}>{text.chooseFamilies}</ActButton>
      }
      primary={
        next && (
          <ActButton kind="primary" onClick={() => setPeriod(next.key)}>
            {text.openReport[next.act](formatPeriod(next.key))}
          </ActButton>
        )
      }
    >
      <Split asideWidth={452} aside={<Beside villageId={village.villageId} batchId={batch.id} />}>
        {aims.length === 0 ? (
          <Empty title={text.noAims} note={text.noAimsNote} />
        ) : (
          <AimList aims={aims} targets={targets} batchId={batch.id} />
        )}
      </Split>
      <div className={styles.below}>
        <div className={styles.course}>
          <Section title={text.course}>
            <Course batch={batch} targets={targets} />
          </Section>
        </div>
        <Section title={text.reports} note={text.reportsNote}>
          <PeriodList targets={targets} onOpen={setPeriod} />
        </Section>
      </div>
      {period && day !== today && (
        <ReportThen targets={targets} period={period} onClose={() => setPeriod(null)} />
      )}
      {period && day === today && (
        <ReportDialog
          key={period}
          village={village}
          period={period}
          batchId={batch.id}
          onClose={() => setPeriod(null)}
        />
      )}
      {choosing && (
        <ChooseDialog villages={[village]} batchId={batch.id} onClose={() => setChoosing(null)} />
      )}
    </Page>
  );
}
