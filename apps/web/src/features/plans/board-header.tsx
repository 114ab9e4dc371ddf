import { formatInstant, formatNumber } from '../../lib/format.ts';
import { currentLanguage } from '../../lib/language.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { BoardActButtons } from './board-act-buttons.tsx';
import type { Board } from './board-model.ts';
import { planStates, sumText, tierPart } from './plan-words.ts';
import { RunLine } from './run-line.tsx';
import type { BoardActs } from './use-board-acts.ts';
import { isProof, type PlanRun } from './use-run.ts';

interface Header {
  board: Board;
  run: PlanRun;
  acts: BoardActs;
  contradictions: number;
  text: Dictionary['plans'];
}

/** The board's answer: how many are placed, points, what is left to do; and the buttons. */
export function boardHeader({ board, run, acts, contradictions, text }: Header) {
  const { plan } = board;
  return {
    title: titleOf(board, text),
    tone: 'red' as const,
    badge: isProof(run.run) ? gapBadge(run.run?.gap ?? null, text) : badgeOf(plan, text),
    note: <Note board={board} text={text} />,
    small: run.running ? <RunLine run={run} /> : smallOf(plan, text),
    reason: <StateBadge state={run.running ? 'running' : planStates[plan.status]} />,
    primary: (
      <BoardActButtons board={board} run={run} acts={acts} contradictions={contradictions} />
    ),
  };
}

function titleOf({ plan }: Board, text: Dictionary['plans']): string {
  const { name, filled, places } = plan;
  if (filled === 0) return text.titleEmpty(name);
  const short = places.length - filled;
  if (short > 0) return text.titleShort(name, filled, places.length, short);
  return text.titleFull(name, sumText(plan, text));
}

function badgeOf({ optimal, bound, score }: Board['plan'], text: Dictionary['plans']) {
  if (optimal) return <StateBadge state="provedOptimal" size={16} />;
  if (bound === null || score === null || score <= 0) return null;
  return gapBadge((bound - score) / score, text);
}

/** How much better a plan could be at most; a gap too small to show is none that matters. */
function gapBadge(gap: number | null, text: Dictionary['plans']) {
  if (gap === null) return null;
  const percent = `${formatNumber(Math.max(gap * 100, 0.01), 2)}%`;
  return <StateBadge state="running" word={text.atMost(percent)} size={16} />;
}

function Note({ board, text }: { board: Board; text: Dictionary['plans'] }) {
  const { plan } = board;
  const aside = plan.cadres.filter(({ eligible }) => !eligible).length;
  const asideLink = aside > 0 && (
    <Link to={linkTo.eligibility({ judgements: 'notEligible' })}>{text.setAside(aside)}</Link>
  );
  const comma = currentLanguage() === 'zh' ? '，' : ', ';
  if (plan.filled === 0) {
    const people = plan.cadres.length - aside;
    return (
      <>
        {text.noteEmpty(plan.places.length, people)}
        {asideLink}
      </>
    );
  }
  const count = (code: string) => plan.findings.filter((finding) => finding.code === code).length;
  const [inversions, homes] = [count('inversion'), count('homeTownship')];
  const preferences = [
    text.pairs(plan.pairs),
    inversions === 0 ? text.noInversion : text.inversions(inversions),
    homes === 0 ? text.noHome : text.homes(homes),
  ].join(comma);
  const full = plan.filled === plan.places.length;
  return (
    <>
      {full
        ? text.noteFull(
            plan.places.length,
            tierPart(plan, 'district', text),
            tierPart(plan, 'township', text),
          )
        : `${tierPart(plan, 'district', text)}${comma}${tierPart(plan, 'township', text)}${text.stop}`}
      {preferences}
      {text.stop}
      {asideLink} <OwnWeights plan={plan} />
    </>
  );
}

/** Points by weights on trial are no points of the policy. */
function OwnWeights({ plan }: Pick<Board, 'plan'>) {
  const text = useText().whatIf;
  if (plan.weightChanges === null) return null;
  return (
    <Link to={linkTo.planWeights(plan.id)}>
      {text.ownWeights(Object.keys(plan.weightChanges).length)}
    </Link>
  );
}

function smallOf(plan: Board['plan'], text: Dictionary['plans']): string | null {
  if (plan.solvedAt === null) return null;
  const seconds = formatNumber((plan.solvedMilliseconds ?? 0) / 1000, 1);
  const { optimal, bound, proofMilliseconds } = plan;
  const proof = formatNumber((proofMilliseconds ?? 0) / 1000, 1);
  const proven = optimal ? text.provenAfter(proof) : bound === null ? '' : text.boundAfter(proof);
  return text.solvedNote(formatInstant(plan.solvedAt), seconds) + proven;
}
