import type { FactMeasure } from '@xuanpai/contracts/evaluation-facts';
import type { Person } from '@xuanpai/contracts/evaluation-people';
import { judgedRankWords, targetStateWords } from '@xuanpai/contracts/target-values';
import { formatDay, formatNumber, formatYuan } from '../../lib/format.ts';
import { isMoney, numberText } from '../../lib/measure-number.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { StateBadge, type StateName } from '../../ui/state-badge.tsx';
import { EntrySection } from './entry-section.tsx';
import styles from './evaluation-entry.module.css';

const states: Readonly<Record<FactMeasure['state'], StateName>> = {
  reached: 'done',
  onCourse: 'onTrack',
  behind: 'behind',
  notReported: 'notReported',
  notDue: 'notDue',
};

/** 实绩: what targets, appraisal, attendance, projects and findings say; nothing of it is typed here. */
export function ResultsSection({ person }: { person: Person }) {
  const text = useText().evaluationEntry;
  const { facts, marks } = person;
  const count = (state: FactMeasure['state']) =>
    facts.measures.filter((one) => one.state === state).length;
  const summary = [
    text.resultsSummary(
      count('reached'),
      count('onCourse'),
      count('behind'),
      count('notReported') + count('notDue'),
    ),
    facts.appraisals.length > 0 ? text.appraisalSigned : text.appraisalMissing,
    text.daysInVillage(days(facts.attendance.inVillage)),
  ].join(text.semicolon);
  return (
    <EntrySection title={text.results} state={marks.results} summary={summary} opened>
      <div className={styles.two}>
        <ul className={styles.measures} aria-label={text.measureLabel}>
          {facts.measures.map((measure) => (
            <li key={measure.key} className={styles.measure}>
              <span>{measure.name}</span>
              <span>{saidOf(measure, text)}</span>
              <StateBadge
                state={states[measure.state]}
                word={word(targetStateWords[measure.state])}
              />
            </li>
          ))}
        </ul>
        <div className={styles.aside}>
          <Appraisal person={person} />
        </div>
      </div>
      <Beside person={person} />
    </EntrySection>
  );
}

function Appraisal({ person: { facts, townshipName } }: { person: Person }) {
  const text = useText().evaluationEntry;
  const [latest] = facts.appraisals;
  if (!latest) return <p className={styles.muted}>{text.noAppraisal}</p>;
  return (
    <>
      <h3>{text.opinionOf(latest.townshipName || townshipName)}</h3>
      <p className={styles.quote}>{text.quoted(latest.opinion)}</p>
      <p className={styles.muted}>{text.signedBy(latest.signedByName, latest.signedOn)}</p>
    </>
  );
}

/** Attendance, projects and help, findings, honours: a line each. */
function Beside({ person: { facts, honours } }: { person: Person }) {
  const text = useText().evaluationEntry;
  const { attendance, projects, help, findings } = facts;
  const open = findings.filter(({ state }) => state !== 'closed' && state !== 'withdrawn').length;
  const contradictions =
    attendance.contradictions > 0 && text.contradictions(attendance.contradictions);
  const unconfirmed = attendance.unconfirmed > 0 && text.unconfirmed(attendance.unconfirmed);
  const lines: [string, (string | false)[]][] = [
    [
      text.attendance,
      [
        text.attendanceLine(
          days(attendance.inVillage),
          days(attendance.required),
          attendance.shortMonths,
        ),
        text.leaveLine(days(attendance.leaveDays), days(attendance.absentDays)),
        contradictions,
        unconfirmed,
      ],
    ],
    [text.support, [text.supportLine(projects.length, help.count, formatYuan(help.amount))]],
    [text.findings, [text.findingsLine(findings.length, open)]],
    [
      text.honours,
      honours.length === 0
        ? [text.noHonours]
        : honours.map(({ on, title, document }) => text.honourLine(formatDay(on), title, document)),
    ],
  ];
  return (
    <ul className={styles.facts}>
      {lines.map(([name, parts]) => (
        <li key={name} className={styles.fact}>
          <span className={styles.muted}>{name}</span>
          <span>{parts.filter(Boolean).join(text.semicolon)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Halves count a half. */
const days = (count: number) => formatNumber(count, Number.isInteger(count) ? 0 : 1);

/** 3.4万元，力争5万元. */
function saidOf(measure: FactMeasure, text: Dictionary['evaluationEntry']): string {
  const said = reachedOf(measure);
  const wanted = wantedOf(measure);
  if (!wanted) return said;
  const bound = measure.binding ? text.atLeast(wanted) : text.strivenFor(wanted);
  return said ? `${said}${text.comma}${bound}` : bound;
}

function reachedOf(measure: FactMeasure): string {
  if (measure.rank) return word(judgedRankWords[measure.rank]);
  return measure.value === null ? '' : withUnit(measure.value, measure);
}

function wantedOf(measure: FactMeasure): string {
  if (measure.thresholdRank) return word(judgedRankWords[measure.thresholdRank]);
  if (measure.kind === 'yesNo' || measure.threshold === null) return '';
  return withUnit(measure.threshold, measure);
}

function withUnit(value: string, measure: FactMeasure): string {
  const unit = isMoney(measure) ? '万元' : (measure.unit ?? '');
  return `${numberText(value, measure)}${unit}`;
}
