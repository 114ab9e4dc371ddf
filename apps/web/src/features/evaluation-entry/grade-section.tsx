import type { Person, Suggestion } from '@xuanpai/contracts/evaluation-people';
import { type Grade, gradeWords, scoreOfPartWords } from '@xuanpai/contracts/evaluation-words';
import { staffingTypeWords } from '@xuanpai/contracts/words';
import { ladderOf, needsGround } from '@xuanpai/domain/evaluation/grades';
import { asksForReason } from '@xuanpai/domain/evaluation/suggestion';
import { Input, Radio } from 'antd';
import { basisText } from '../../lib/basis.ts';
import { formatInstant, formatNumber } from '../../lib/format.ts';
import { useUser } from '../../lib/session.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Marked } from '../../ui/marked.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { EntrySection } from './entry-section.tsx';
import styles from './evaluation-entry.module.css';
import { EntryField } from './typed-text.tsx';
import { useProposal } from './use-proposal.ts';

/** 等次: what the facts support with their basis, and the proposal, which a person makes. */
export function GradeSection({ person }: { person: Person }) {
  const text = useText().evaluationEntry;
  const names = ladderOf(person.gradeSet).map((grade) => word(gradeWords[grade]));
  const staffing = word(staffingTypeWords[person.staffingType]);
  return (
    <EntrySection
      title={text.grade}
      state={person.marks.grade}
      summary={text.gradeSummary(staffing, names.join(text.listComma))}
      opened
    >
      <div className={styles.two}>
        <Facts suggestion={person.suggestion} />
        <div className={styles.aside}>
          <h3>{text.proposal}</h3>
          {person.state === 'entering' && person.acts.write ? (
            <Proposal person={person} />
          ) : (
            <Proposed person={person} />
          )}
        </div>
      </div>
    </EntrySection>
  );
}

function Facts({ suggestion }: { suggestion: Suggestion }) {
  const { evaluationEntry: text, problems } = useText();
  const { grade, grounds, missing, caps, score } = suggestion;
  return (
    <div>
      <h3>
        {grade ? (
          <Marked text={text.supports(word(gradeWords[grade]))} tone="ink" />
        ) : (
          text.supportsNone
        )}
      </h3>
      <ul className={styles.grounds}>
        {grounds.map(({ code, supports, words, basis }) => (
          <li key={code + words.zh} className={styles.ground}>
            <Mark
              shape={supports === null ? 'dash' : supports ? 'check' : 'warn'}
              tone={supports === null ? 'grey' : supports ? 'green' : 'amber'}
            />
            <span>{word(words)}</span>
            <span className={styles.muted}>{basisText(basis, problems)}</span>
          </li>
        ))}
        {missing.map((words) => (
          <li key={words.zh} className={styles.ground}>
            <Mark shape="ring" tone="grey" />
            <span className={styles.muted}>{word(words)}</span>
          </li>
        ))}
        {caps.map(({ words, basis }) => (
          <li key={words.zh} className={styles.ground}>
            <Mark shape="warn" tone="amber" />
            <span>
              {text.caps}
              {text.colon}
              {word(words)}
            </span>
            <span className={styles.muted}>{basisText(basis, problems)}</span>
          </li>
        ))}
      </ul>
      {score === null ? (
        <p className={styles.muted}>{text.noScore}</p>
      ) : (
        <p>
          {score.total !== null && (
            <Marked text={text.score(formatNumber(score.total, 1))} tone="ink" />
          )}{' '}
          {score.parts
            .map(({ part, weight, points }) =>
              text.scorePart(
                word(scoreOfPartWords[part]),
                formatNumber(weight),
                points === null ? '–' : formatNumber(points, 1),
              ),
            )
            .join(text.comma)}
        </p>
      )}
    </div>
  );
}

function Proposal({ person }: { person: Person }) {
  const { evaluationEntry: text, problems, ui } = useText();
  const user = useUser();
  const { shown, type, error, busy, propose, reread } = useProposal(person);
  const { grade, reason } = shown;
  const asks = grade !== null && asksForReason(grade, person.suggestion.grade);
  const blocked = blockedBy();
  const { draftedByName } = person.proposal;
  const drafter = draftedByName === user.name ? null : draftedByName;
  async function submit() {
    if (!grade || !(await propose(grade))) return;
    showDone(text.submitted(person.cadreName, word(gradeWords[grade])));
  }
  return (
    <>
      <Grades {...{ person, grade }} onChoose={(one) => type({ grade: one })} />
      {!asks && grade && <p className={styles.muted}>{text.noReason}</p>}
      {asks && (
        <Input.TextArea
          aria-label={needsGround(grade) ? text.groundAsked : text.reasonAsked}
          placeholder={needsGround(grade) ? text.groundAsked : text.reasonAsked}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => type({ reason: target.value })}
        />
      )}
      {person.round.weights && person.round.steps.includes('visit') && (
        <EntryField label={text.visitPoints}>
          {(id) => (
            <Input
              id={id}
              inputMode="decimal"
              style={{ width: 90 }}
              value={shown.visitPoints ?? ''}
              onChange={({ target }) => type({ visitPoints: pointsOf(target.value) })}
            />
          )}
        </EntryField>
      )}
      {error !== null && (
        <>
          <ProblemAlert error={error} />
          <TextButton onClick={reread}>{ui.conflict.useTheirs}</TextButton>
        </>
      )}
      {drafter && <p className={styles.muted}>{text.draftedBy(drafter)}</p>}
      <div className={styles.propose}>
        <ActButton kind="primary" busy={busy} blocked={blocked} onClick={() => void submit()}>
          {grade ? text.submit(word(gradeWords[grade])) : text.submitNone}
        </ActButton>
        {person.outsideQuota && (
          <span className={styles.muted}>
            {text.outsideQuota(basisText(person.outsideQuota, problems))}
          </span>
        )}
      </div>
    </>
  );

  function blockedBy(): string | null {
    if (grade === null) return text.chooseFirst;
    if (asks && reason.trim().length < 2) return text.reasonFirst;
    const [missing] = person.suggestion.missing;
    return person.acts.propose || !missing ? null : text.missingFirst(word(missing));
  }
}

function pointsOf(typed: string): number | null {
  const points = Number(typed.replace(/[^\d.]/g, ''));
  return typed.trim() === '' || Number.isNaN(points) ? null : Math.min(points, 100);
}

interface GradesProps {
  person: Person;
  grade: Grade | null;
  onChoose: (grade: Grade) => void;
}

/** The four grades of the set beside each other, below them what is no grade. */
function Grades({ person, grade, onChoose }: GradesProps) {
  const text = useText().evaluationEntry;
  const without = person.grades.filter(needsGround);
  return (
    <>
      <Radio.Group
        aria-label={text.grade}
        optionType="button"
        buttonStyle="solid"
        value={grade}
        options={ladderOf(person.gradeSet).map((one) => ({
          ...{ value: one, label: word(gradeWords[one]) },
        }))}
        onChange={({ target }) => onChoose(target.value)}
      />
      <div className={styles.noGrade}>
        {without.map((one) => (
          <TextButton key={one} aria-pressed={grade === one} onClick={() => onChoose(one)}>
            {word(gradeWords[one])}
          </TextButton>
        ))}
      </div>
    </>
  );
}

/** The proposal as it was made; until somebody has checked it, it can be withdrawn. */
function Proposed({ person }: { person: Person }) {
  const text = useText().evaluationEntry;
  const { error, busy, withdraw } = useProposal(person);
  const { grade, reason, byName, at, checkedByName } = person.proposal;
  return (
    <>
      {grade && <p>{word(gradeWords[grade])}</p>}
      {reason && <p className={styles.quote}>{text.quoted(reason)}</p>}
      {byName && at && <p className={styles.muted}>{text.proposed(byName, formatInstant(at))}</p>}
      {checkedByName && <p className={styles.muted}>{text.checked(checkedByName)}</p>}
      {error !== null && <ProblemAlert error={error} />}
      {person.acts.withdraw && (
        <ActButton
          busy={busy}
          onClick={() =>
            void withdraw().then((done) => {
              if (done) showDone(text.withdrawn(person.cadreName));
            })
          }
        >
          {text.withdraw}
        </ActButton>
      )}
    </>
  );
}
