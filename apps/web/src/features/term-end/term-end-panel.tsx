import {
  decideTermEnd,
  proposeTermEnd,
  type TermDecision,
  type TermEnd,
  termOutcomeWords,
} from '@xuanpai/contracts/term-ends';
import { termGroundWords } from '@xuanpai/contracts/term-grounds';
import { postWords } from '@xuanpai/contracts/words';
import { roundOutcomeText } from '@xuanpai/domain/evaluation/round-outcome';
import { keptFromText } from '@xuanpai/domain/evaluation/stepping-back';
import { call } from '../../lib/api.ts';
import { basisText } from '../../lib/basis.ts';
import { formatInstantDay } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { DecideForm } from './decide-form.tsx';
import { HandoverForm } from './handover-form.tsx';
import { Membership } from './membership.tsx';
import { ProposeForm } from './propose-form.tsx';
import styles from './term-end.module.css';
import { DecisionState, gradesOf, type OutcomeWords, reachedOf } from './term-words.tsx';

interface TermEndPanelProps {
  end: TermEnd;
  onClose: () => void;
}

/** One cadre at the end of the term: the facts, the proposal, the decision, and what goes over. */
export function TermEndPanel({ end, onClose }: TermEndPanelProps) {
  const text = useText().termEnds;
  const { assignmentId, cadreName, decision, acts } = end;
  const params = { assignmentId };
  return (
    <SidePanel
      title={cadreName}
      badge={<DecisionState decision={decision} due={end.due} stepsBack={end.stepsBack !== null} />}
      note={`${end.townshipName} ${end.villageName} ${word(postWords[end.post])}，${end.unitName}`}
      extra={
        <span className={styles.links}>
          <Link to={linkTo.cadre(end.cadreId)}>{text.toCadre}</Link>
          <Link to={linkTo.village(end.villageId)}>{end.villageName}</Link>
        </span>
      }
      width={520}
      onClose={onClose}
    >
      <PanelPart
        title={text.facts}
        note={end.due || decision !== null ? undefined : text.dueFrom(end.dueFrom)}
      >
        <Facts end={end} />
      </PanelPart>
      <PanelPart title={text.grounds}>
        <Grounds end={end} />
      </PanelPart>
      {decision && (
        <PanelPart title={text.decision}>
          <Decided decision={decision} />
        </PanelPart>
      )}
      {end.earlier.length > 0 && (
        <PanelPart title={text.earlier}>
          {end.earlier.map((one) => (
            <Decided key={one.id} decision={one} />
          ))}
        </PanelPart>
      )}
      {end.stepsBack && (
        <PanelPart>
          <p className={styles.quiet}>{word(keptFromText(cadreName))}</p>
        </PanelPart>
      )}
      {acts.includes('propose') && (
        <PanelPart title={text.propose} note={text.proposeNote}>
          <ProposeForm
            key={decision?.id ?? ''}
            name={cadreName}
            draft={assignmentId}
            suggested={end.suggested}
            needsDay
            send={(body) => call(proposeTermEnd, { params, body })}
          />
        </PanelPart>
      )}
      {acts.includes('decide') && decision && (
        <PanelPart title={text.decide} note={decideNoteOf(end, text)}>
          <DecideForm
            key={decision.id}
            name={cadreName}
            version={decision.version}
            send={(body) => call(decideTermEnd, { params, body })}
          />
        </PanelPart>
      )}
      <PanelPart title={text.handover}>
        <HandoverForm key={end.handover.version} end={end} />
      </PanelPart>
      {end.tier === 'district' && (
        <PanelPart title={text.membership}>
          <Membership end={end} />
        </PanelPart>
      )}
    </SidePanel>
  );
}

/** What the decision does to the post: it goes on, or somebody who stayed is released. */
function decideNoteOf({ decision, endsOn, lastDay }: TermEnd, text: Dictionary['termEnds']) {
  if (decision?.outcome === 'stay') return text.decideNote;
  return endsOn !== null && lastDay !== null && lastDay < endsOn
    ? text.releaseNote(lastDay, endsOn)
    : undefined;
}

function Facts({ end }: { end: TermEnd }) {
  const text = useText().termEnds;
  const { targets, missed, grades, term, months, inVillage, absences, findings } = end;
  const absent = absences > 0 ? `，${text.absences(absences)}` : '';
  return (
    <DescriptionList
      termWidth={132}
      items={[
        { term: text.targets, value: reachedOf(targets) },
        { term: text.missed, value: missed.join('、') || '–' },
        { term: text.grades, value: gradesOf(grades, text) },
        { term: text.termGrade, value: term ? word(roundOutcomeText(term)) : text.noGrade },
        { term: text.attendance, value: text.attendanceOf(String(inVillage), months) + absent },
        { term: text.findings, value: text.findingsOf(end.findingsOpen, findings) },
      ]}
    />
  );
}

/** What the facts speak for, each ground with what it stands on. */
function Grounds({ end: { suggested, grounds } }: { end: TermEnd }) {
  const { termEnds: text, problems } = useText();
  return (
    <>
      <p className={styles.said}>{text.speaksFor(word(termOutcomeWords[suggested]))}</p>
      <ul className={styles.list}>
        {grounds.map(({ ground, basis }) => (
          <li key={ground}>
            {word(termGroundWords[ground])}
            <span className={styles.basis}>
              {basis ? basisText(basis, problems) : text.notAsked}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface DecidedProps {
  decision: TermDecision;
  words?: OutcomeWords;
}

export function Decided({ decision, words = termOutcomeWords }: DecidedProps) {
  const text = useText().termEnds;
  const { outcome, reason, remaining, stayUntil, proposedByName, proposedAt } = decision;
  const { decidedByName, decidedAt, documentNumber } = decision;
  return (
    <DescriptionList
      termWidth={132}
      items={[
        { term: text.outcome, value: word(words[outcome]) },
        { term: text.reason, value: reason },
        ...(remaining ? [{ term: text.remaining, value: remaining }] : []),
        ...(stayUntil ? [{ term: text.stayUntil, value: stayUntil }] : []),
        {
          term: text.propose,
          value: text.proposedBy(proposedByName, formatInstantDay(proposedAt)),
        },
        ...(decidedAt === null
          ? []
          : [
              {
                term: text.decide,
                value: text.decidedBy(
                  decidedByName ?? '',
                  formatInstantDay(decidedAt),
                  documentNumber ?? '',
                ),
              },
            ]),
      ]}
    />
  );
}
