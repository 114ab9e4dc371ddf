import { useQuery } from '@tanstack/react-query';
import type { HelpDetail } from '@xuanpai/contracts/help';
import { helpActWords, helpKindWords } from '@xuanpai/contracts/support-words';
import { useDay } from '../../lib/day.ts';
import { formatInstant } from '../../lib/format.ts';
import { useKnown } from '../../lib/known.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { HelpActs } from './help-acts.tsx';
import { doneWords } from './help-columns.tsx';
import { helpQuery } from './queries.ts';
import { figureWords, helpStanding } from './support-words.ts';

interface HelpPanelProps {
  id: string;
  onClose: () => void;
}

/** A piece of help: what was promised and done, what can be done with it, its files and its trail. */
export function HelpPanel({ id, onClose }: HelpPanelProps) {
  const text = useText().support;
  const { day } = useDay();
  const query = useQuery(helpQuery(id, day, useKnown()));
  const help = query.data;
  return (
    <SidePanel
      title={help?.helperName ?? ''}
      badge={help && <StateBadge {...helpStanding(help, text)} />}
      note={help && `${word(helpKindWords[help.kind])}：${help.content}`}
      extra={help && <Link to={linkTo.villageSupport(help.villageId)}>{help.villageName}</Link>}
      width={480}
      onClose={onClose}
    >
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!help && !query.error && <Skeleton />}
      {help && (
        <>
          <PanelPart>
            <Facts help={help} />
          </PanelPart>
          <HelpActs key={`${help.id} ${help.version}`} help={help} />
          <PanelPart title={text.evidence}>
            <Evidence owner={{ kind: 'help', id: help.id }} />
          </PanelPart>
          <PanelPart title={text.trail}>
            <Timeline label={text.trail} items={help.events.map(eventItem)} />
          </PanelPart>
        </>
      )}
    </SidePanel>
  );
}

function eventItem({ id, act, text, byName, at }: HelpDetail['events'][number]) {
  const tone =
    act === 'confirm' ? 'green' : act === 'return' || act === 'reopen' ? 'amber' : 'blue';
  return {
    key: id,
    when: formatInstant(at).slice(0, 10),
    mark: ['circle', tone] as const,
    title: word(helpActWords[act]),
    detail: [byName, text].filter(Boolean).join('，'),
  };
}

function Facts({ help }: { help: HelpDetail }) {
  const text = useText().support;
  const { dueOn, daysLate, projectId, projectName, reason, state } = help;
  const due =
    dueOn !== null && daysLate !== null && daysLate <= 0
      ? `${dueOn}（${text.daysLeft(-daysLate)}）`
      : dueOn;
  return (
    <DescriptionList
      termWidth={84}
      items={[
        { term: text.village, value: `${help.townshipName} ${help.villageName}` },
        { term: text.promised, value: figureWords(help, help, text) },
        { term: text.dueOn, value: due },
        ...(projectId === null
          ? []
          : [
              {
                term: text.projectOf,
                value: <Link to={linkTo.supportProject(projectId)}>{projectName}</Link>,
              },
            ]),
        ...(help.doneOn === null
          ? []
          : [
              { term: text.doneShort, value: doneWords(help, text) },
              { term: text.doneText, value: help.doneText },
            ]),
        ...(help.reportedByName === null
          ? []
          : [
              {
                term: text.reportedBy,
                value: `${help.reportedByName} ${formatInstant(help.reportedAt ?? '')}`,
              },
            ]),
        ...(state === 'confirmed'
          ? [
              {
                term: text.decidedBy,
                value: `${help.decidedByName} ${formatInstant(help.decidedAt ?? '')}`,
              },
            ]
          : []),
        ...(reason === null ? [] : [{ term: text.reason, value: reason }]),
      ]}
    />
  );
}
