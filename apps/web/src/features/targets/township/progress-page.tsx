import { useQuery } from '@tanstack/react-query';
import { type TargetState, targetStateWords } from '@xuanpai/contracts/target-values';
import { exportTargets } from '@xuanpai/contracts/targets';
import { standingOn } from '@xuanpai/domain/targets/aims';
import { type ReactNode, useState } from 'react';
import { useCan } from '../../../lib/can.tsx';
import { useDay } from '../../../lib/day.ts';
import { formatPeriod } from '../../../lib/format.ts';
import { useKnown } from '../../../lib/known.ts';
import { numberText } from '../../../lib/measure-number.ts';
import { useIsPhone } from '../../../lib/media.ts';
import { useText } from '../../../locales/use-text.ts';
import { word } from '../../../locales/word.ts';
import { linkTo } from '../../../paths.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ExportButton } from '../../../ui/export-button.tsx';
import { KnownLine } from '../../../ui/known-line.tsx';
import { Link } from '../../../ui/link.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Page } from '../../../ui/page.tsx';
import { stateLooks } from '../../../ui/state-badge.tsx';
import { Empty } from '../../../ui/table-states.tsx';
import { UnreadPage } from '../../../ui/unread-page.tsx';
import { commonFirst } from '../common-first.ts';
import { unitText } from '../measure-words.ts';
import { targetGridQuery } from '../queries.ts';
import { stateNames } from '../target-state.tsx';
import styles from '../targets.module.css';
import type { GridVillage, PeriodStanding, TargetGrid } from '../values.ts';
import { stateOfVillage } from '../village-state.ts';
import { StatisticsDialog } from './statistics-dialog.tsx';

interface ProgressPageProps {
  townshipId: string;
  batchId: string;
  filters: ReactNode;
  periods: readonly PeriodStanding[];
  onOpenPeriod: (period: string) => void;
}

/** Villages × measures on the day looked at, those behind first. */
export function ProgressPage(props: ProgressPageProps) {
  const { townshipId, batchId, filters, periods, onOpenPeriod } = props;
  const { targets: text, shell } = useText();
  const { day } = useDay();
  const phone = useIsPhone();
  const reports = useCan('targets.report');
  const decides = useCan('targets.write');
  const [entering, setEntering] = useState(false);
  const known = useKnown();
  const query = useQuery(targetGridQuery(batchId, { on: day, known }, townshipId));
  const { data } = query;
  if (!data) return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
  const villages = behindFirst(data.villages, day);
  const name = villages[0]?.townshipName ?? '';
  const states = villages
    .filter(({ families }) => families.length > 0)
    .map((one) => stateOfVillage(one, day));
  const due = periods.find(({ townships }) =>
    townships.some((one) => one.townshipId === townshipId && one.draft + one.returned > 0),
  );
  return (
    <Page
      title={text.townshipAnswer(name, states)}
      tone="amber"
      documentTitle={`${name} ${shell.pages.targets}`}
      note={
        <>
          {text.progressNote}
          <KnownLine words={text} />
        </>
      }
      layout="fill"
      filters={filters}
      secondary={
        <>
          <ExportButton
            endpoint={exportTargets}
            parts={{ query: { batchId, on: day, known, townshipIds: townshipId } }}
            blocked={villages.length === 0 ? text.noVillages : null}
          />
          {decides && data.measures.some(({ kind }) => kind === 'relative') && (
            <ActButton onClick={() => setEntering(true)}>{text.statistics}</ActButton>
          )}
        </>
      }
      primary={
        due && (
          <ActButton kind="primary" reads onClick={() => onOpenPeriod(due.key)}>
            {(reports ? text.toReports : text.readReports)(formatPeriod(due.key))}
          </ActButton>
        )
      }
    >
      {villages.length === 0 ? (
        <Empty title={text.noVillages} note={text.noAimsNote} />
      ) : (
        <div className={styles.gridScroll}>
          {phone ? (
            <VillageLines villages={villages} day={day} />
          ) : (
            <ProgressTable data={data} villages={villages} day={day} />
          )}
        </div>
      )}
      {entering && (
        <StatisticsDialog {...{ data, townshipId, periods }} onClose={() => setEntering(false)} />
      )}
    </Page>
  );
}

/** Those with most behind first, then those that didn't report; the rest in the register's order. */
export function behindFirst(villages: readonly GridVillage[], day: string): GridVillage[] {
  const order: TargetState[] = ['behind', 'notReported', 'onCourse', 'reached', 'notDue'];
  const rank = (village: GridVillage) =>
    village.families.length === 0 ? order.length : order.indexOf(stateOfVillage(village, day));
  const behind = ({ counts }: GridVillage) => counts.behind ?? 0;
  return [...villages].sort((a, b) => rank(a) - rank(b) || behind(b) - behind(a));
}

function ProgressTable({
  data,
  villages,
  day,
}: {
  data: TargetGrid;
  villages: readonly GridVillage[];
  day: string;
}) {
  const text = useText().targets;
  const used = commonFirst(
    data.measures,
    villages.map(({ standings }) => standings.map(({ measureKey }) => measureKey)),
  );
  return (
    <table className={styles.grid}>
      <caption className="visually-hidden">
        {text.gridLabel(villages[0]?.townshipName ?? '')}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.gridVillage}>
            {text.village}
          </th>
          {used.map((measure) => (
            <th key={measure.key} scope="col" title={`${measure.aimName} ${measure.name}`}>
              {measure.name}
              {unitText(measure, text) && ` (${unitText(measure, text)})`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {villages.map((village) => (
          <tr key={village.villageId}>
            <th scope="row" className={styles.gridVillage}>
              <Link to={linkTo.villageTargets(village.villageId)}>{village.villageName}</Link>
            </th>
            {village.families.length === 0 && (
              <td colSpan={used.length} className={styles.muted}>
                {text.noAims}
              </td>
            )}
            {village.families.length > 0 &&
              used.map((measure) => (
                <td key={measure.key}>
                  <Cell measure={measure} village={village} day={day} />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  measure: TargetGrid['measures'][number];
  village: GridVillage;
  day: string;
}

/** The state as a shape with its colour, and the figure or the word. */
function Cell({ measure, village, day }: CellProps) {
  const own = village.standings.filter(({ measureKey }) => measureKey === measure.key);
  const standing = standingOn(own, day);
  if (!standing) return <span aria-hidden="true" />;
  const [shape, tone] = stateLooks[stateNames[standing.state]];
  const said = word(targetStateWords[standing.state]);
  return (
    <span className={styles.gridCell} title={said}>
      <Mark shape={shape} tone={tone} />
      {standing.value === null ? (
        <span>{said}</span>
      ) : (
        <>
          <span className="visually-hidden">{said}</span>
          <span className={styles.figureText}>{numberText(standing.value, measure)}</span>
        </>
      )}
    </span>
  );
}

/** On the telephone: one line a village. */
function VillageLines({ villages, day }: { villages: readonly GridVillage[]; day: string }) {
  const text = useText().targets;
  return (
    <ul className={styles.lines}>
      {villages.map((village) => {
        const state = stateOfVillage(village, day);
        const [shape, tone] = stateLooks[stateNames[state]];
        return (
          <li key={village.villageId}>
            <Link to={linkTo.villageTargets(village.villageId)}>{village.villageName}</Link>
            <span className={styles.gridCell}>
              <Mark shape={shape} tone={tone} />
              {village.families.length === 0
                ? text.noAimsShort
                : text.countsOf(village.counts, word(targetStateWords[state]))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
