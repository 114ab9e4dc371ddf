import { toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import {
  readTrainingRow,
  type TrainingRow,
  trainingColumns,
} from '@xuanpai/domain/imports/training-row';
import { presenceFault } from '@xuanpai/domain/training/sessions';
import { record } from '../../../lib/audit.ts';
import { mayWriteTraining } from '../../../lib/records/training-reach.ts';
import { rows as run, runnerOf, sql } from '../../../lib/sql.ts';
import { holdTraining } from '../../../lib/trainings/hold.ts';
import { addPeople, mayCome } from '../../../lib/trainings/people.ts';
import { type PresenceChange, sayPresence } from '../../../lib/trainings/presence.ts';
import { examinedAtOnce } from '../examined-at-once.ts';
import { examinedRow } from '../examined-row.ts';
import type {
  Examined,
  ImportContext,
  ImportKindOf,
  RowToWrite,
  TableRow,
} from '../import-kind.ts';

interface StagedPerson extends PresenceChange {
  trainingId: string;
}

/** Lists of trainings: who should come, and who came. */
export const trainingsKind: ImportKindOf<StagedPerson> = {
  kind: 'trainings',
  columns: trainingColumns,
  registers: [],
  together: true,
  open: examinedAtOnce(examine),
  apply,
};

interface Candidate {
  trainingId: string;
  cadreId: string;
  name: string;
  unit: string;
  onList: boolean;
  presence: PresenceChange['was'];
  reason: string | null;
}

async function examine(context: ImportContext, rows: TableRow[]): Promise<Examined<StagedPerson>> {
  const { batch } = context;
  if (!batch) return { rows: [], problems: [noBatch], notices: [] };
  const places = await readPlaces(context, batch.id);
  const all = rows.map((row) => ({ row, ...readTrainingRow(row.cells, context.dateSystem) }));
  const doubles = doublesOf(
    all.map(({ row, read }) => ({
      row: row.row,
      cell: read.name && `${read.topic} ${read.startsOn} ${read.name} ${read.unit ?? ''}`,
    })),
    'name',
    ({ cell }) => cell,
  );
  const examined = all.map(({ row, read, reader }) => {
    const double = doubles.get(row.row);
    if (double) reader.problems.push(double);
    const person = findPerson(places, read, reader);
    const { presence: is, reason } = read;
    return examinedRow<StagedPerson>(row, {
      record: person && {
        ...{ trainingId: person.trainingId, cadreId: person.cadreId, was: person.presence },
        // A line that says nothing of it leaves what was said.
        ...(is === null ? { is: person.presence, reason: person.reason } : { is, reason }),
      },
      problems: reader.problems,
      notices: reader.notices,
      was: person?.onList ? valuesOf(person) : null,
      is: is === null && person ? valuesOf(person) : valuesOf(read),
      touched: [],
    });
  });
  return { rows: examined, problems: [], notices: [] };
}

type Places = Awaited<ReturnType<typeof readPlaces>>;
type Reader = ReturnType<typeof readTrainingRow>['reader'];

/** The one whom the row means; null where there is none, said to the reader. */
function findPerson(
  { sessions, candidates, today }: Places,
  { topic, startsOn, name, unit, presence }: TrainingRow,
  reader: Reader,
): Candidate | null {
  if (!topic || !startsOn || !name) return null;
  const session = sessions.find((one) => one.topic === topic && one.startsOn === startsOn);
  if (!session) return reader.refuse('topic', 'trainingUnknown', unknownTraining, makeIt);
  const ahead = presence === null ? null : presenceFault(startsOn, today);
  if (ahead) reader.refuse('presence', ahead.code, ahead.message);
  const named = candidates.filter((one) => one.trainingId === session.id && one.name === name);
  const found = unit === null ? named : named.filter((one) => one.unit === unit);
  const [one] = found;
  if (!one) return reader.refuse('name', 'personUnknown', unknownPerson(name), checkName);
  if (found.length > 1) return reader.refuse('name', 'personAmbiguous', severalOf(name), giveUnit);
  return one;
}

/** The sessions that the caller writes, with whoever is or may be on their lists. */
async function readPlaces({ client, actor, today }: ImportContext, batchId: string) {
  const found = await client.training.findMany({
    where: { batchId },
    select: { id: true, topic: true, startsOn: true, townshipId: true },
  });
  const sessions = found
    .filter(({ townshipId }) => mayWriteTraining(actor, townshipId))
    .map(({ startsOn, ...one }) => ({ ...one, startsOn: toPlainDate(startsOn) }));
  const candidates = await run<Candidate>(
    runnerOf(client),
    sql`SELECT t.id AS "trainingId", c.id AS "cadreId", c.name, u.name AS unit,
        p.cadre_id IS NOT NULL AS "onList", p.presence::text AS presence, p.reason
      FROM training t JOIN cadre c ON ${mayCome} JOIN unit u ON u.id = c.unit_id
        LEFT JOIN training_person p ON p.training_id = t.id AND p.cadre_id = c.id
      WHERE t.id = ANY(${sessions.map(({ id }) => id)}::uuid[])`,
  );
  return { sessions, candidates, today };
}

const valuesOf = ({ presence, reason }: Pick<TrainingRow, 'presence' | 'reason'>) => ({
  presence: presence === 'came' ? '参加' : presence === 'absent' ? '缺席' : '',
  reason: reason ?? '',
});

async function apply(tx: Tx, { actor, today }: ImportContext, rows: RowToWrite<StagedPerson>[]) {
  const ids = new Set(rows.map(({ record: { trainingId } }) => trainingId));
  for (const id of [...ids].sort()) {
    const session = await holdTraining(tx, actor, id);
    const own = rows.map(({ record: one }) => one).filter((one) => one.trainingId === id);
    const added = await addPeople(
      tx,
      id,
      own.map(({ cadreId }) => cadreId),
    );
    if (added > 0) {
      record(tx, {
        ...{ action: 'training.people', entity: 'training', entityId: id },
        params: { topic: session.topic, added, removed: 0 },
      });
    }
    const said = own.filter(({ is }) => is !== null);
    if (said.length > 0) await sayPresence(tx, actor, session, { changes: said, today });
  }
  // Who came is in the log already, as if it had been ticked.
  return [];
}

const noBatch = rowProblem(null, 'batchMissing', {
  zh: '还没有批次。',
  en: 'There is no batch yet.',
});
const unknownTraining = {
  zh: '您的范围内没有这个主题、这一天开始的培训。',
  en: 'There is no session of this topic and first day within your reach.',
};
const makeIt = {
  zh: '请先登记培训班次，或核对主题和开始日期。',
  en: 'Enter the session first, or check topic and first day.',
};
const unknownPerson = (name: string) => ({
  zh: `${name}不在任，或不属于这次培训的范围。`,
  en: `${name} isn’t in post, or the session isn’t for them.`,
});
const checkName = { zh: '请核对姓名和派出单位。', en: 'Check the name and the unit.' };
const severalOf = (name: string) => ({
  zh: `有几名${name}。`,
  en: `There are several of the name ${name}.`,
});
const giveUnit = { zh: '请填写派出单位。', en: 'Give the unit.' };
