import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getVillageSupport } from '@xuanpai/contracts/support';
import type { PlainDate } from '@xuanpai/contracts/values';
import { useParams } from 'react-router';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { formatWan, formatYuan } from '../../lib/format.ts';
import { useKnown } from '../../lib/known.ts';
import { useGo } from '../../lib/links.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useVillageTabs } from '../../lib/use-village-tabs.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Split } from '../../ui/split.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { BalanceTable, HelperTable } from './balance-tables.tsx';
import { FundPanel, FundTable } from './funds.tsx';
import { linkedHelpColumns } from './help-columns.tsx';
import { PairForm } from './pair-form.tsx';
import { PairingList } from './pairing-list.tsx';
import { projectColumns } from './project-columns.tsx';
import { helpListQuery, projectListQuery, villageSupportQuery } from './queries.ts';
import styles from './support.module.css';
import { partsWords } from './support-words.ts';

type Village = ReplyOf<typeof getVillageSupport>;

/** A village's balance of help: who stands beside it, who brought what by year, its projects. */
export function VillageSupportPage() {
  const { villageId = '' } = useParams();
  const { day } = useDay();
  const query = useQuery(villageSupportQuery(villageId, day, useKnown()));
  if (query.data) return <Loaded village={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function Loaded({ village }: { village: Village }) {
  const { support: text, shell } = useText();
  const [panel, setPanel] = useUrlValue('panel');
  const tabs = useVillageTabs(village.villageId, village.villageName);
  const reports = useCan('support.report');
  const go = useGo();
  const { villageId, changeable, funds } = village;
  const fund = funds.find(({ id }) => id === panel) ?? null;
  return (
    <Page
      title={text.villageAnswer(
        village.villageName,
        formatWan(village.brought.total, 2),
        village.late,
      )}
      tone="amber"
      documentTitle={`${village.villageName} ${shell.pages.support}`}
      note={
        <>
          {text.lackingOf(village.year, partsWords(village.lacking))}
          <KnownLine words={text} />
        </>
      }
      tabs={tabs}
      layout="fill"
      secondary={
        changeable && (
          <>
            <ActButton onClick={() => setPanel('fund')}>{text.addFund}</ActButton>
            <ActButton onClick={() => setPanel('pair')}>{text.pair}</ActButton>
            <ActButton
              onClick={() => go(linkTo.supportProjects({ enter: '1', village: villageId }))}
            >
              {text.addProject}
            </ActButton>
          </>
        )
      }
      primary={
        reports && (
          <ActButton
            kind="primary"
            icon="plus"
            onClick={() => go(linkTo.supportHelp({ enter: '1', village: villageId }))}
          >
            {text.enterHelp}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          changeable && panel === 'pair' ? (
            <SidePanel title={text.pair} note={village.villageName} onClose={() => setPanel(null)}>
              <PanelPart>
                <PairForm key={village.pairings.length} villageId={villageId} />
              </PanelPart>
            </SidePanel>
          ) : (
            changeable &&
            (panel === 'fund' || fund) && (
              <FundPanel
                key={panel}
                villageId={villageId}
                fund={fund}
                onClose={() => setPanel(null)}
              />
            )
          )
        }
      >
        <Split aside={<Beside village={village} onFund={setPanel} />}>
          <div className={styles.stack}>
            <Section title={text.byYear} note={text.byYearNote}>
              <BalanceTable village={village} />
            </Section>
            <Projects villageId={villageId} />
            <HelpOfVillage villageId={villageId} />
          </div>
        </Split>
      </WithPanel>
    </Page>
  );
}

interface BesideProps {
  village: Village;
  onFund: (id: string) => void;
}

/** Who helps, and with what. */
function Beside({ village, onFund }: BesideProps) {
  const text = useText().support;
  const { units, cadres, pairings, funds, infrastructure } = village;
  const { readOnly } = useDay();
  const changeable = village.changeable && !readOnly;
  return (
    <>
      <Section title={text.standBeside}>
        {units.length === 0 ? (
          <p className={styles.quiet}>{text.noCadres}</p>
        ) : (
          <PlainTable
            label={text.units}
            headless
            rows={units}
            rowKey={({ unitId }) => unitId}
            columns={[
              {
                key: 'unit',
                title: text.units,
                phone: 'title',
                cell: ({ unitId, unitName, split }) => (
                  <>
                    <Link to={linkTo.unitSupport(unitId)}>{unitName}</Link>
                    {split && (
                      <span className={styles.amber} title={text.splitHint}>
                        （{text.splitUnit}）
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'people',
                title: text.people,
                width: 190,
                phone: 'note',
                cell: ({ people }) => (
                  <span title={text.unitPairing}>
                    {cadres
                      .filter(({ name }) => people.includes(name))
                      .map(({ cadreId, name }, at) => (
                        <span key={cadreId}>
                          {at > 0 && '、'}
                          <Link to={linkTo.cadre(cadreId)}>{name}</Link>
                        </span>
                      ))}
                  </span>
                ),
              },
            ]}
          />
        )}
        <PairingList pairings={pairings} of="village" changeable={changeable} />
      </Section>
      <Section title={text.helpers}>
        <HelperTable village={village} />
      </Section>
      <Section title={text.funds}>
        <FundTable funds={funds} {...(changeable ? { onEdit: onFund } : {})} />
      </Section>
      <Section title={text.infrastructure} note={text.infrastructureNote}>
        {infrastructure.length === 0 ? (
          <p className={styles.quiet}>–</p>
        ) : (
          infrastructure.map(({ year, amount }) => (
            <p key={year}>{text.infrastructureOf(year, formatYuan(amount))}</p>
          ))
        )}
      </Section>
    </>
  );
}

function Projects({ villageId }: { villageId: string }) {
  const text = useText().support;
  const { day } = useDay();
  const query = { villageIds: villageId, pageSize: 200, on: day as PlainDate, known: useKnown() };
  const { data } = useQuery(projectListQuery(query));
  if (!data) return null;
  const shown = ['name', 'kind', 'planned', 'bar', 'milestones', 'nextDue', 'state'];
  return (
    <Section title={text.projectsOf(data.total)}>
      {data.items.length > 0 && (
        <PlainTable
          label={text.projects}
          rows={data.items}
          rowKey={({ id }) => id}
          columns={projectColumns(text, 'village').filter(({ key }) => shown.includes(key))}
        />
      )}
    </Section>
  );
}

const mostHelp = 20;

function HelpOfVillage({ villageId }: { villageId: string }) {
  const text = useText().support;
  const { day } = useDay();
  const known = useKnown();
  const of = { villageIds: villageId };
  const { data } = useQuery(
    helpListQuery({ ...of, pageSize: mostHelp, sort: '-dueOn', on: day as PlainDate, known }),
  );
  if (!data) return null;
  return (
    <Section
      title={text.helpOf(data.total)}
      extra={<Link to={linkTo.supportHelp(of)}>{text.allHelp}</Link>}
    >
      {data.items.length > 0 && (
        <PlainTable
          label={text.helpList}
          rows={data.items}
          rowKey={({ id }) => id}
          columns={linkedHelpColumns(text, 'village', of)}
        />
      )}
    </Section>
  );
}
