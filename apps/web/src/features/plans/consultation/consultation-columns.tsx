import type { Consultation, ConsultationState } from '@xuanpai/contracts/plan-consultation';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { StateBadge, type StateName } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-column.ts';

type Text = Dictionary['replans'];

const looks: Record<ConsultationState, StateName> = {
  sent: 'consulting',
  agreed: 'eligible',
  objected: 'problem',
  settled: 'agreed',
  noReply: 'overdue',
};

/** State in shape, word and colour; with whether the plan proposes something else now. */
export function ConsultationBadge({ one, text }: { one: Consultation; text: Text }) {
  return (
    <>
      <StateBadge state={looks[one.state]} word={text.states[one.state]} />
      {one.outdated && <> {text.outdated}</>}
    </>
  );
}

export function consultationColumns(text: Text, own: boolean): Column<Consultation>[] {
  return [
    {
      key: 'state',
      title: text.state,
      width: 150,
      phone: 'side',
      cell: (one) => <ConsultationBadge one={one} text={text} />,
    },
    {
      key: 'name',
      title: own ? text.plan : text.party,
      width: 200,
      fixed: true,
      phone: 'title',
      cell: ({ name, batchName, planName }) => (own ? `${batchName} ${planName}` : name),
    },
    {
      key: 'people',
      title: text.people,
      width: 240,
      cell: ({ posts }) => namesOf(posts, text),
    },
    { key: 'sentOn', title: text.sentOn, width: 110, cell: ({ sentOn }) => sentOn },
    {
      key: 'answeredOn',
      title: text.answeredOn,
      width: 110,
      cell: ({ answeredOn }) => answeredOn ?? text.none,
    },
    {
      key: 'content',
      title: text.content,
      phone: 'note',
      cell: (one) => [one.text, one.settlement].filter(Boolean).join(' → ') || text.none,
    },
  ];
}

const mostNamed = 3;

function namesOf(posts: Consultation['posts'], text: Text): string {
  const named = posts.slice(0, mostNamed).map(({ name }) => name);
  const rest = posts.length > mostNamed ? ` … ${text.peopleCount(posts.length)}` : '';
  return `${named.join(' ')}${rest}`;
}
