import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from '@xuanpai/contracts/projects';
import { projectActWords, projectKindWords } from '@xuanpai/contracts/support-words';
import { useParams } from 'react-router';
import { useDay } from '../../lib/day.ts';
import { formatYuan } from '../../lib/format.ts';
import { useKnown } from '../../lib/known.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { KnownLine } from '../../ui/known-line.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Split } from '../../ui/split.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { UnreadPage } from '../../ui/unread-page.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { PaymentPanel } from './payment-panel.tsx';
import { ProjectActs } from './project-acts.tsx';
import { ProjectFormPanel } from './project-form-panel.tsx';
import { Payments, Sources } from './project-money.tsx';
import { projectQuery } from './queries.ts';
import styles from './support.module.css';
import { projectStanding, stageStanding } from './support-words.ts';

/** One project: its money and its parts, how far it is, what was done. */
export function ProjectPage() {
  const { projectId = '' } = useParams();
  const { day } = useDay();
  const query = useQuery(projectQuery(projectId, day, useKnown()));
  if (query.data) return <Loaded project={query.data} />;
  return <UnreadPage error={query.error} onRetry={() => void query.refetch()} />;
}

function Loaded({ project }: { project: ProjectDetail }) {
  const text = useText().support;
  const [panel, setPanel] = useUrlValue('panel');
  const { name, planned, received, spent, changeable, state } = project;
  const { readOnly } = useDay();
  const open = changeable && state !== 'accepted';
  const paying = panel === 'received' || panel === 'spent';
  return (
    <Page
      title={text.projectTitle(name, formatYuan(planned), formatYuan(received), formatYuan(spent))}
      documentTitle={name}
      badge={<StateBadge {...projectStanding(project, text)} />}
      note={
        <>
          {text.projectNote(
            `${project.townshipName}${project.villageName}`,
            word(projectKindWords[project.kind]),
            project.purpose,
          )}
          <KnownLine words={text} />
        </>
      }
      tabs={[{ label: name }]}
      layout="fill"
      secondary={
        <>
          {open && <ActButton onClick={() => setPanel('edit')}>{text.editProject}</ActButton>}
          <ProjectActs key={project.version} project={project} />
        </>
      }
      primary={
        changeable && (
          <ActButton kind="primary" icon="plus" onClick={() => setPanel('spent')}>
            {text.addSpent}
          </ActButton>
        )
      }
    >
      <WithPanel
        panel={
          panel === 'edit' && open ? (
            <ProjectFormPanel
              key={project.version}
              project={project}
              onClose={() => setPanel(null)}
              onSaved={() => setPanel(null)}
            />
          ) : (
            paying &&
            changeable && (
              <PaymentPanel
                key={`${panel} ${project.version}`}
                project={project}
                kind={panel}
                onClose={() => setPanel(null)}
              />
            )
          )
        }
      >
        <Split
          asideWidth={400}
          aside={
            <>
              <Section title={text.stages}>
                <Stages project={project} />
              </Section>
              <Section title={text.facts}>
                <Facts project={project} />
              </Section>
              <Section title={text.evidence} note={text.evidenceNote}>
                <Evidence owner={{ kind: 'project', id: project.id }} />
              </Section>
              <Section title={text.trail}>
                <Timeline label={text.trail} items={project.events.map(eventItem)} />
              </Section>
            </>
          }
        >
          {project.oddities.length > 0 && (
            <ul className={styles.oddities}>
              {project.oddities.map((oddity) => (
                <li key={oddity.zh}>
                  <StateBadge state="hint" word={word(oddity)} />
                </li>
              ))}
            </ul>
          )}
          <Section title={text.sources} note={text.sourcesNote}>
            <Sources project={project} />
          </Section>
          <Section
            title={text.payments}
            note={text.sourcesNote}
            extra={
              changeable &&
              project.sources.length > 0 && (
                <ActButton size="small" onClick={() => setPanel('received')}>
                  {text.addReceived}
                </ActButton>
              )
            }
          >
            <Payments project={project} removable={open && !readOnly} />
          </Section>
        </Split>
      </WithPanel>
    </Page>
  );
}

function eventItem({ id, act, day, text, byName }: ProjectDetail['events'][number]) {
  const tone = act === 'accept' ? 'green' : act === 'stop' || act === 'rework' ? 'amber' : 'blue';
  return {
    key: id,
    when: day,
    mark: ['circle', tone] as const,
    title: word(projectActWords[act]),
    detail: [byName, text].filter(Boolean).join('，'),
  };
}

function Facts({ project }: { project: ProjectDetail }) {
  const text = useText().support;
  const { stoppedReason, acceptance, acceptedByName, acceptedOn } = project;
  return (
    <DescriptionList
      items={[
        {
          term: text.village,
          value: (
            <Link to={linkTo.villageSupport(project.villageId)}>
              {project.townshipName} {project.villageName}
            </Link>
          ),
        },
        { term: text.purpose, value: project.purpose },
        { term: text.entered, value: project.createdByName },
        ...(stoppedReason === null
          ? []
          : [{ term: text.state, value: text.stoppedBecause(stoppedReason) }]),
        ...(acceptance === null
          ? []
          : [
              {
                term: text.acceptance,
                value: `${acceptance}（${text.acceptedBy(acceptedByName ?? '', acceptedOn ?? '')}）`,
              },
            ]),
      ]}
    />
  );
}

function Stages({ project }: { project: ProjectDetail }) {
  const text = useText().support;
  if (project.stages.length === 0) return <p className={styles.quiet}>{text.noStages}</p>;
  return (
    <PlainTable
      label={text.stages}
      rows={project.stages}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: text.stageName, phone: 'title', cell: ({ name }) => name },
        {
          key: 'due',
          title: text.due,
          width: 92,
          phone: 'note',
          named: true,
          cell: ({ dueOn }) => dueOn,
        },
        {
          key: 'done',
          title: text.doneOn,
          width: 92,
          phone: 'note',
          named: true,
          cell: ({ doneOn }) => doneOn ?? '–',
        },
        {
          key: 'state',
          title: text.state,
          width: 80,
          phone: 'side',
          cell: (stage) => <StateBadge {...stageStanding(stage, text)} quiet />,
        },
      ]}
    />
  );
}
