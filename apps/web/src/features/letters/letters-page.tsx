import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { Round } from '@xuanpai/contracts/evaluations';
import {
  isRoundLetter,
  type LetterKind,
  letterKinds,
  letterKindWords,
  makesLetters,
  membershipDirectionOf,
} from '@xuanpai/contracts/letter-kinds';
import type { LetterSubject } from '@xuanpai/contracts/letters';
import { useState } from 'react';
import { useCan } from '../../lib/can.tsx';
import { useDay } from '../../lib/day.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/page.tsx';
import { WithBatch } from '../../ui/with-batch.tsx';
import { WithPanel } from '../../ui/with-panel.tsx';
import { ActShown } from './act-shown.tsx';
import { letterColumns } from './letter-columns.tsx';
import { LetterFilters } from './letter-filters.tsx';
import { LetterPanel } from './letter-panel.tsx';
import styles from './letters.module.css';
import { MembershipBar } from './membership-bar.tsx';
import { PrimaryAct } from './primary-act.tsx';
import type { FileFormat } from './print-file.ts';
import { type LettersOf, lettersQuery, roundsQuery } from './queries.ts';
import { TemplatePanel } from './template-panel.tsx';
import { TemplateState } from './template-state.tsx';
import { useLetterActs } from './use-letter-acts.ts';

/** Notices, introductions and the annex: choose, look at, make with a number, take. */
export function LettersPage() {
  return <WithBatch>{(batch) => <LettersOfKind batch={batch} />}</WithBatch>;
}

function LettersOfKind({ batch }: { batch: Batch }) {
  const [asked, setKind] = useUrlValue('kind');
  const [chosen, setRound] = useUrlValue('round');
  const kind = letterKinds.find((one) => one === asked) ?? 'unitNotice';
  const ofRounds = isRoundLetter(kind);
  const { data: rounds = [] } = useQuery({ ...roundsQuery(batch.id), enabled: ofRounds });
  const round = rounds.find(({ id }) => id === chosen) ?? rounds[0];
  const of = ofRounds && round ? { kind, roundId: round.id } : { kind };
  return (
    <Letters
      key={`${kind} ${round?.id ?? ''}`}
      batch={batch}
      of={of}
      onKind={setKind}
      round={ofRounds && round ? { chosen: round, rounds, onRound: setRound } : null}
    />
  );
}

interface LettersProps {
  batch: Batch;
  of: LettersOf;
  onKind: (kind: string) => void;
  /** Of letters about grades. */
  round: { chosen: Round; rounds: readonly Round[]; onRound: (id: string) => void } | null;
}

function Letters({ batch, of, onKind, round }: LettersProps) {
  const { kind }: { kind: LetterKind } = of;
  const text = useText().letters;
  const { today } = useDay();
  const query = useQuery(lettersQuery(batch.id, of));
  const acts = useLetterActs(batch.id, of);
  const mayWrite = useCan(makesLetters(kind));
  const mayEnter = useCan('letters.membership');
  const [row, setRow] = useUrlValue('row');
  const [managing, setManaging] = useUrlValue('template');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [date, setDate] = useState<string | null>(today);
  const [format, setFormat] = useState<FileFormat>('docx');
  const [unit, setUnit] = useUrlValue('unit');
  const all = query.data?.items ?? [];
  const items = unit ? all.filter(({ unitName }) => unitName === unit) : all;
  const open = items.filter(({ closedTo }) => closedTo === null);
  const chosen = picked.size > 0 ? open.filter(({ subjectId }) => picked.has(subjectId)) : open;
  const ids = picked.size > 0 || unit ? chosen.map(({ subjectId }) => subjectId) : null;
  const subject = items.find(({ subjectId }) => subjectId === row);
  const direction = membershipDirectionOf(kind);
  const { total = 0, made = 0, incomplete = 0 } = query.data ?? {};
  const kindName = [round?.chosen.name, word(letterKindWords[kind])].filter(Boolean).join(' ');
  const nothing = mayWrite ? text.nothing : text.nothingYours;
  return (
    <Page
      title={
        query.data
          ? total === 0
            ? nothing
            : text.answer(kindName, total, made)
          : text.ofKind(kindName)
      }
      tone="amber"
      documentTitle={text.documentTitle}
      note={
        <TemplateState
          kind={kind}
          round={round?.chosen ?? null}
          incomplete={incomplete}
          onManage={() => {
            setRow(null);
            setManaging('1');
          }}
        />
      }
      layout="fill"
      filters={
        <LetterFilters
          {...{ kind, date, format, unit }}
          rounds={round?.rounds ?? []}
          roundId={of.roundId ?? null}
          onRound={(id) => round?.onRound(id)}
          units={unitsOf(all)}
          onUnit={setUnit}
          onKind={onKind}
          onDate={setDate}
          onFormat={setFormat}
        />
      }
      primary={<PrimaryAct {...{ kind, acts, chosen, ids, date, format }} />}
    >
      <WithPanel panel={panel()}>
        <div className={styles.main}>
          {direction && mayEnter && (
            <MembershipBar
              batchId={batch.id}
              direction={direction}
              subjects={chosen.filter(({ letter }) => letter === null)}
              onEntered={acts.refresh}
            />
          )}
          <ActShown
            acts={acts}
            onLeaveOut={mayWrite && date ? () => void acts.make(ids, date, format, true) : null}
          />
          <DataTable
            id={`letters-${direction ? 'membership' : 'all'}`}
            label={kindName}
            columns={letterColumns(kind, text)}
            rowKey={({ subjectId }) => subjectId}
            rowLabel={({ name }) => name}
            query={unit ? { ...query, data: { items } } : query}
            empty={{ title: nothing }}
            selected={row}
            picked={picked}
            onPick={setPicked}
            onOpen={({ subjectId }) => {
              setManaging(null);
              setRow(subjectId);
            }}
          />
        </div>
      </WithPanel>
    </Page>
  );

  function panel() {
    if (managing)
      return (
        <TemplatePanel
          kind={kind}
          round={round?.chosen ?? null}
          onClose={() => setManaging(null)}
        />
      );
    if (!subject) return null;
    return (
      <LetterPanel
        {...{ of, subject, acts }}
        batchId={batch.id}
        date={date ?? today}
        onClose={() => setRow(null)}
      />
    );
  }
}

/** The units of letters that are about one person each. */
function unitsOf(items: readonly LetterSubject[]): string[] {
  return [...new Set(items.flatMap(({ unitName }) => unitName ?? []))];
}
