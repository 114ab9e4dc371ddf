import { type CadreField, cadreColumns } from '@xuanpai/domain/imports/cadre-columns';
import { type CadreRow, readCadreKey, readCadreRow } from '@xuanpai/domain/imports/cadre-row';
import { doublesOf } from '@xuanpai/domain/imports/doubles';
import { rowProblem } from '@xuanpai/domain/imports/row-problem';
import type { RowReader } from '@xuanpai/domain/imports/row-reader';
import { membershipFaults } from '@xuanpai/domain/membership-dates';
import type { Policy } from '@xuanpai/domain/policy/policy';
import type { CadreRecord } from '../../../lib/records/cadre.ts';
import { examinedRow } from '../examined-row.ts';
import type { Examiner, ImportContext, ImportKindOf, TableRow, TableRows } from '../import-kind.ts';
import { checkAgainstRegister } from './cadre-checks.ts';
import { quotaFaults } from './cadre-quota.ts';
import { mergedCadre, valuesOf } from './cadre-record.ts';
import { type CadreRegister, type KnownCadre, readCadreRegister } from './cadre-register.ts';
import { applyCadres, type StagedCadre } from './cadre-writes.ts';

/** Nominees' books, matched by ID number; with a batch the people are named to it. */
export const cadresKind: ImportKindOf<StagedCadre> = {
  kind: 'cadres',
  columns: cadreColumns,
  registers: ['cadres', 'units', 'regions', 'nominations'],
  open,
  apply: applyCadres,
};

async function open(context: ImportContext, table: TableRows): Promise<Examiner<StagedCadre>> {
  const batchDate = context.batch?.date ?? null;
  const register = await readCadreRegister(context);
  const people = Array.from(table, ({ row, cells }) => ({ row, ...readCadreKey(cells) }));
  const doubles = doublesOf(people, 'idNumber', ({ idNumber }) => idNumber);
  const overQuota = await quotaFaults(context, register, people);
  return {
    problems: [],
    notices: context.batch ? [] : [withoutBatch],
    ...(register.unitNames.length === 0 ? { message: withoutUnits } : {}),
    async examine(rows) {
      const read = rows.map((row) => ({
        row,
        ...readCadreRow(row.cells, { ...context, batchDate }),
      }));
      const known = await register.cadres(read.flatMap(({ cadre }) => cadre?.idNumber ?? []));
      return read.map((one) => {
        const { row, cadre, reader } = one;
        const double = doubles.get(row.row);
        if (double) reader.problems.push(double);
        const person = cadre ? known.get(cadre.idNumber) : undefined;
        if (cadre) checkAgainstRegister(reader, cadre, person, register, context);
        const fault = overQuota.get(row.row);
        if (fault) reader.problems.push(fault);
        return staged({ ...one, known: person }, register, context);
      });
    },
  };
}

const withoutBatch = rowProblem(
  null,
  'noBatch',
  {
    zh: '没有选定批次，只写入干部名册，不列为人选。',
    en: 'No batch is chosen: people go to the register, nobody is named to a batch.',
  },
  { zh: '在批次的“导入”页上传，即列为人选。', en: 'Upload it at the batch to name them.' },
);

type Reader = RowReader<CadreField>;

const withoutUnits = {
  zh: '单位名册还是空的：请先导入区划代码表和派出单位名册。',
  en: 'There are no units yet: import the code list and the register of units first.',
};

interface Judged {
  row: TableRow;
  cadre: CadreRow | null;
  reader: Reader;
  known: KnownCadre | undefined;
}

function staged(
  { row, cadre, reader, known }: Judged,
  register: CadreRegister,
  { batch, policy }: ImportContext,
) {
  const unit = cadre?.unit ? register.unitOf(cadre.unit) : known?.unit;
  const merged = cadre && unit ? mergedCadre(cadre, unit, known) : null;
  reader.notices.push(...(merged?.notices ?? []));
  reader.problems.push(...(merged ? orderProblems(merged.record, reader, policy) : []));
  const named = known?.nomination?.category ?? null;
  const category = batch && !known?.steppedAside ? (cadre?.category ?? named) : null;
  return examinedRow<StagedCadre>(row, {
    record: merged && {
      id: known?.id ?? null,
      version: known?.version ?? 0,
      before: known?.record ?? null,
      after: merged.record,
      category,
      nomination: known?.nomination ?? null,
    },
    problems: reader.problems,
    notices: reader.notices,
    was: known ? valuesOf(known.record, known.unit, named) : null,
    is: merged && unit ? valuesOf(merged.record, unit, category) : {},
    touched: known ? touchedBy(known) : [],
  });
}

/** A date of the sheet may contradict one that only the register has. */
function orderProblems(
  { bornOn, joinedOn, fullMemberOn }: CadreRecord,
  reader: Reader,
  policy: Policy,
) {
  return membershipFaults({ bornOn, joinedOn, fullMemberOn }, policy)
    .filter(({ code }) => code === 'fullMemberBeforeJoining')
    .filter(({ code }) => reader.problems.every((problem) => problem.code !== code))
    .map(({ path, code, message, basis, remedy }) =>
      rowProblem(path, code, message, remedy, basis),
    );
}

function touchedBy({ id, version, nomination }: KnownCadre) {
  const cadre = { entity: 'cadre' as const, id, version };
  if (!nomination) return [cadre];
  return [cadre, { entity: 'nomination' as const, id: nomination.id, version: nomination.version }];
}
