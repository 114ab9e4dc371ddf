import type { Finding, Nomination } from '@xuanpai/contracts/nominations';
import { findingNote } from '@xuanpai/domain/eligibility-words';
import { type WayOut, waysOut } from '@xuanpai/domain/ways-out';
import { judgementStates } from '../../lib/judgement-states.ts';
import { currentLanguage } from '../../lib/language.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './eligibility.module.css';
import { shownDate } from './party-date.ts';
import type { Chosen } from './use-chosen.ts';

/** The widths of the picture; what is wrong with a date is red where it stands. */
export function nominationColumns(
  { eligibility: text }: Dictionary,
  chosen: Chosen,
  allowed: Record<WayOut, boolean>,
): Column<Nomination>[] {
  return [
    {
      key: 'judgement',
      title: text.judgement,
      width: 108,
      sortable: true,
      fixed: true,
      phone: 'side',
      cell: ({ judgement, state }) =>
        state === 'replaced' ? (
          <StateBadge state="replacing" word={text.replaced} />
        ) : state === 'withdrawn' ? (
          <StateBadge state="recalled" word={text.withdrawn} />
        ) : (
          <StateBadge state={judgementStates[judgement]} word={text.judgements[judgement]} quiet />
        ),
    },
    {
      key: 'name',
      title: text.name,
      width: 76,
      sortable: true,
      fixed: true,
      phone: 'title',
      cell: ({ name, judgement }) => (judgement === 'eligible' ? name : <strong>{name}</strong>),
    },
    {
      key: 'unit',
      title: text.sendingUnit,
      width: 124,
      sortable: true,
      phone: 'note',
      cell: ({ unitName }) => unitName,
    },
    { key: 'position', title: text.positionTitle, width: 96, cell: ({ position }) => position },
    {
      key: 'joinedOn',
      title: text.joinedOn,
      width: 88,
      align: 'end',
      sortable: true,
      cell: (nomination) => <Joined nomination={nomination} />,
    },
    {
      key: 'fullMemberOn',
      title: text.fullMemberOn,
      width: 84,
      align: 'end',
      cell: ({ fullMemberOn, presumedFullMemberOn }) =>
        shownDate(fullMemberOn ?? presumedFullMemberOn) ?? '–',
    },
    {
      key: 'note',
      title: text.against,
      width: 112,
      phone: 'note',
      cell: ({ findings }) => <Note findings={findings} />,
    },
    {
      key: 'age',
      title: text.age,
      width: 56,
      align: 'end',
      sortable: true,
      hidden: true,
      cell: ({ age }) => age,
    },
    ...(Object.values(allowed).includes(true) ? [waysColumn(text, chosen, allowed)] : []),
  ];
}

/** Only what the person's roles allow; no column for those who read. */
function waysColumn(
  text: Dictionary['eligibility'],
  chosen: Chosen,
  allowed: Record<WayOut, boolean>,
): Column<Nomination> {
  return {
    key: 'ways',
    title: text.ways,
    width: 190,
    cell: ({ id, judgement, findings, state }) =>
      state === 'active' && (
        <span className={styles.ways}>
          {waysOut(judgement, findings)
            .filter((way) => allowed[way])
            .map((way) => (
              <TextButton key={way} tabIndex={-1} onClick={() => chosen.open(id, way)}>
                {text.wayNames[way]}
              </TextButton>
            ))}
        </span>
      ),
  };
}

function Joined({ nomination: { joinedOn, findings } }: { nomination: Nomination }) {
  const wrong = findings.some(({ code }) => code === 'joinedAfterBatch');
  return <span className={wrong ? styles.wrong : undefined}>{shownDate(joinedOn) ?? '–'}</span>;
}

/** The worst finding in a few words. */
function Note({ findings }: { findings: readonly Finding[] }) {
  const [worst] = [...findings].sort(
    (a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight),
  );
  if (!worst) return '–';
  const words = findingNote(worst)[currentLanguage()];
  if (worst.code === 'membershipPresumed') return <StateBadge state="presumedFull" word={words} />;
  return (
    <span className={worst.code === 'joinedAfterBatch' ? styles.wrongLight : undefined}>
      {words}
    </span>
  );
}

const weights: readonly Finding['weight'][] = ['blocks', 'verify', 'study', 'mark'];
