import type { PersonRow } from '@xuanpai/contracts/evaluation-people';
import { voterGroups, voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import {
  opinionQuestions,
  opinionQuestionWords,
  type Visit,
  visitFacts,
  visitFactWords,
} from '@xuanpai/contracts/visits';
import { attendance } from '@xuanpai/domain/evaluation/visits';
import { useId } from 'react';
import { formatDay } from '../../lib/format.ts';
import type { Value } from '../../lib/saving/edits.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Evidence } from '../../ui/evidence/evidence.tsx';
import { readDate } from '../../ui/read-date.ts';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { EntryConflicts } from './entry-conflicts.tsx';
import { EntrySection } from './entry-section.tsx';
import styles from './evaluation-entry.module.css';
import { EntryField, TypedText } from './typed-text.tsx';
import { opinionPlace, presentPlace, type useVisit, visitValue } from './use-visit.ts';

interface VisitSectionProps {
  row: PersonRow;
  visit: ReturnType<typeof useVisit>;
  enters: boolean;
}

/** 座谈: what is on record of the visit to the village, and the opinions on this person. */
export function VisitSection({ row, visit, enters }: VisitSectionProps) {
  const text = useText().evaluationEntry;
  const nameOf = useNameOf();
  const { query } = visit;
  const { data } = query;
  const state = row.parts?.marks.visit ?? 'none';
  if (!data) {
    return query.error ? (
      <Failed error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={2} />
    );
  }
  return (
    <EntrySection
      title={text.visit}
      state={data.complete ? 'done' : state}
      summary={<Summary visit={data} />}
      opened={!data.complete && enters}
    >
      <EntryConflicts saving={visit} nameOf={nameOf} />
      <Fields {...{ row, visit, data }} editable={enters && data.editable} />
    </EntrySection>
  );
}

function Summary({ visit }: { visit: Visit }) {
  const text = useText().evaluationEntry;
  if (visit.visitId === null) return text.visitNone;
  const { heldOn, place, host, recorder, opinions, enteredByName } = visit;
  const parts = [
    heldOn && text.visitSummary(formatDay(heldOn), place ?? '', attendance(visit), opinions),
    host && recorder && text.visitPeople(host, recorder),
    enteredByName && text.enteredBy(enteredByName),
    visit.gaps.length > 0 && text.visitGaps(visit.gaps.join(text.listComma)),
  ];
  return parts.filter(Boolean).join(text.semicolon);
}

/** A place of the visit in words. */
function useNameOf(): (place: string) => string {
  const text = useText().evaluationEntry;
  return (place) => {
    const [field = '', first = '', question = ''] = place.split('/');
    const group = voterGroups.find((one) => one === first);
    if (field === 'present' && group) return text.presentOf(word(voterGroupWords[group]));
    const asked = opinionQuestions.find((one) => one === question);
    if (asked) return word(opinionQuestionWords[asked]);
    const fact = visitFacts.find((one) => one === field);
    return fact ? word(visitFactWords[fact]) : place;
  };
}

interface FieldsProps {
  row: PersonRow;
  visit: ReturnType<typeof useVisit>;
  data: Visit;
  editable: boolean;
}

function Fields({ row, visit, data, editable }: FieldsProps) {
  const text = useText().evaluationEntry;
  const note = useId();
  const { saver, edits } = visit;
  const shown = (place: string): Value =>
    edits.has(place) ? (edits.get(place)?.is ?? null) : visitValue(data, place);
  const write = (place: string, is: Value) =>
    saver.edit(new Map([[place, { was: visitValue(data, place), is }]]));
  return (
    <>
      <div className={styles.fields}>
        {visitFacts.map((fact) => (
          <EntryField key={fact} label={word(visitFactWords[fact])}>
            {(id) =>
              fact === 'heldOn' ? (
                <DateField
                  id={id}
                  size="small"
                  style={{ width: '100%' }}
                  value={textOf(shown(fact))}
                  disabled={!editable}
                  onChange={(typed) => {
                    const day = typed === null ? null : readDate(typed, 'day').value;
                    // What is no day yet isn't sent; the field keeps it.
                    if (typed === null || day) write(fact, day ?? null);
                  }}
                />
              ) : (
                <TypedText
                  id={id}
                  value={shown(fact)}
                  disabled={!editable}
                  onChange={(typed) => write(fact, typed)}
                />
              )
            }
          </EntryField>
        ))}
        {voterGroups.map((group) => (
          <EntryField key={group} label={text.presentOf(word(voterGroupWords[group]))}>
            {(id) => (
              <TypedText
                numeric
                id={id}
                value={shown(presentPlace(group))}
                disabled={!editable}
                onChange={(typed) =>
                  write(presentPlace(group), typed === null ? null : Number(typed))
                }
              />
            )}
          </EntryField>
        ))}
      </div>
      <fieldset className={styles.opinions} aria-describedby={note}>
        <legend className={styles.legend}>
          {text.opinions(row.cadreName)} <span id={note}>{text.opinionsNote}</span>
        </legend>
        {opinionQuestions.map((question) => {
          const place = opinionPlace(row.id, question);
          return (
            <EntryField key={question} label={word(opinionQuestionWords[question])}>
              {(id) => (
                <TypedText
                  lines
                  id={id}
                  value={shown(place)}
                  disabled={!editable || row.state !== 'entering'}
                  onChange={(typed) => write(place, typed)}
                />
              )}
            </EntryField>
          );
        })}
      </fieldset>
      <div className={styles.scans}>
        <span className={styles.muted}>{text.scans}</span>
        {data.visitId === null ? (
          <p className={styles.muted}>{text.scansFirst}</p>
        ) : (
          <Evidence owner={{ kind: 'evaluationVisit', id: data.visitId }} reads={!editable} />
        )}
      </div>
    </>
  );
}

const textOf = (value: Value) => (value === null ? null : String(value));
