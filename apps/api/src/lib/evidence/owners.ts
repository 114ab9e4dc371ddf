import type { EvidenceOwner, EvidenceOwnerKind } from '@xuanpai/contracts/evidence';
import { exampleStateWords } from '@xuanpai/contracts/examples';
import { issueStateWords } from '@xuanpai/contracts/inspection-findings';
import { may } from '@xuanpai/contracts/permissions';
import type { Text } from '@xuanpai/contracts/text';
import type { Attachment, PrismaClient } from '@xuanpai/database/generated/client';
import { concerns, settled } from '@xuanpai/domain/supervision/findings';
import { isReportEditable } from '@xuanpai/domain/targets/acts';
import type { Actor } from '../actor.ts';
import { reachOfVisit } from '../evaluation/entry-reach.ts';
import { examplesRead, isOpenExample, mayWriteExample } from '../records/example-reach.ts';
import { mayWriteTraining, trainingsRead } from '../records/training-reach.ts';
import { scopeFor, scopeWhere } from '../scope.ts';
import { type Sql, sql } from '../sql.ts';
import { reachesHelp } from '../support/reach.ts';

/** A row of the field that files may belong to, as somebody reaches it. */
export interface FoundOwner {
  /** For the audit log. */
  name: string;
  /** The actor may write the row, by role and reach. */
  writable: boolean;
  /** Why its files stay as they are, whoever asks; null: they needn't. */
  locked: Text | null;
}

interface OwnerKind {
  /** The column of `attachment` that names the row. */
  column: keyof Attachment;
  /** Holds the row, so that two uploads to it follow one another. */
  hold(id: string): Sql;
  /** Null unless the row is there and within the actor's reach for reading. */
  find(
    db: Pick<PrismaClient, EvidenceOwnerKind | '$queryRawUnsafe'>,
    actor: Actor,
    id: string,
  ): Promise<FoundOwner | null>;
}

/** Each kind of owner: a further one is an entry here, a word in the contract's list, and a column. */
export const owners: Record<EvidenceOwnerKind, OwnerKind> = {
  training: {
    column: 'trainingId',
    hold: (id) => sql`SELECT 1 FROM training WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const row = await db.training.findFirst({ where: { AND: [{ id }, trainingsRead(actor)] } });
      if (!row) return null;
      return { name: row.topic, writable: mayWriteTraining(actor, row.townshipId), locked: null };
    },
  },
  example: {
    column: 'exampleId',
    hold: (id) => sql`SELECT 1 FROM example WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const row = await db.example.findFirst({ where: { AND: [{ id }, examplesRead(actor)] } });
      if (!row) return null;
      const word = exampleStateWords[row.state];
      const locked = {
        zh: `“${row.title}”${word.zh}，附件不能改。`,
        en: `“${row.title}” is ${word.en.toLowerCase()}; its files stay as they are.`,
      };
      const writable = mayWriteExample(actor, row.townshipId);
      return { name: row.title, writable, locked: isOpenExample(row.state) ? null : locked };
    },
  },
  project: {
    column: 'projectId',
    hold: (id) => sql`SELECT 1 FROM project WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const reach = scopeWhere(scopeFor(actor, 'support.read', 'villages'), 'villages');
      const row = await db.project.findFirst({
        where: { id, village: reach },
        include: { village: { select: { townshipId: true } } },
      });
      if (!row) return null;
      const of = { townshipId: row.village.townshipId, unitId: null };
      return { name: row.name, writable: reachesHelp(actor, 'support.write', of), locked: null };
    },
  },
  help: {
    column: 'helpId',
    hold: (id) => sql`SELECT 1 FROM help WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const reach = scopeWhere(scopeFor(actor, 'support.read', 'help'), 'help');
      const row = await db.help.findFirst({
        where: { AND: [{ id }, reach] },
        include: { village: { select: { townshipId: true } } },
      });
      if (!row) return null;
      const of = { townshipId: row.village.townshipId, unitId: row.unitId };
      const locked = {
        zh: '帮扶已确认，附件不能改。',
        en: 'The help is confirmed; its files stay as they are.',
      };
      return {
        ...{ name: row.content, writable: reachesHelp(actor, 'support.report', of) },
        locked: row.state === 'confirmed' ? locked : null,
      };
    },
  },
  inspection: {
    column: 'inspectionId',
    hold: (id) => sql`SELECT 1 FROM inspection WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const village = scopeWhere(scopeFor(actor, 'inspections.read', 'villages'), 'villages');
      const row = await db.inspection.findFirst({
        where: { id, villages: { some: { village } } },
        select: { subject: true },
      });
      if (!row) return null;
      const writable = scopeFor(actor, 'inspections.write', 'villages') === 'all';
      return { name: row.subject, writable, locked: null };
    },
  },
  finding: {
    column: 'findingId',
    hold: (id) => sql`SELECT 1 FROM finding WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const village = scopeWhere(scopeFor(actor, 'inspections.read', 'villages'), 'villages');
      const row = await db.finding.findFirst({
        where: { id, place: { village } },
        include: { place: { select: { village: { select: { townshipId: true, name: true } } } } },
      });
      if (!row) return null;
      const { townshipId, name } = row.place.village;
      const of = { ...row, townshipId };
      const writable =
        scopeFor(actor, 'inspections.write', 'villages') === 'all' ||
        concerns(of, scopeFor(actor, 'inspections.answer', 'villages'));
      const locked = {
        zh: `问题${issueStateWords[row.state].zh}，附件不能改。`,
        en: `The finding is ${issueStateWords[row.state].en.toLowerCase()}; its files stay as they are.`,
      };
      return { name, writable, locked: settled.includes(row.state) ? locked : null };
    },
  },
  workRule: {
    column: 'workRuleId',
    hold: (id) => sql`SELECT 1 FROM work_rule WHERE id = ${id}::uuid FOR SHARE`,
    async find(db, actor, id) {
      const row = await db.workRule.findUnique({ where: { id }, select: { title: true } });
      if (!row) return null;
      return { name: row.title, writable: may(actor.roles, 'workRules.write'), locked: null };
    },
  },
  // Signed lists and tallies are as closed as the minutes (E2).
  evaluationVisit: {
    column: 'evaluationVisitId',
    hold: (id) => sql`SELECT 1 FROM evaluation_visit WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const row = await db.evaluationVisit.findUnique({
        where: { id },
        include: { village: { select: { name: true } }, round: { select: { status: true } } },
      });
      if (!row) return null;
      const { read, write } = await reachOfVisit(db, actor, row);
      if (!read) return null;
      const locked = {
        zh: '考核已办结，附件不能改。',
        en: 'The round is closed; its files stay as they are.',
      };
      return {
        name: row.village.name,
        writable: write,
        locked: row.round.status === 'open' ? null : locked,
      };
    },
  },
  targetSheet: {
    column: 'targetSheetId',
    hold: (id) => sql`SELECT 1 FROM target_sheet WHERE id = ${id}::uuid FOR NO KEY UPDATE`,
    async find(db, actor, id) {
      const within = (permission: 'targets.read' | 'targets.report') => ({
        id,
        village: scopeWhere(scopeFor(actor, permission, 'villages'), 'villages'),
      });
      const row = await db.targetSheet.findFirst({
        where: within('targets.read'),
        include: { village: { select: { name: true } } },
      });
      if (!row) return null;
      const writable = (await db.targetSheet.count({ where: within('targets.report') })) > 0;
      const locked = {
        zh: '已报送或已确认，附件不能改。',
        en: 'The report is submitted; its files stay as they are.',
      };
      return {
        ...{ name: `${row.village.name} ${row.period}`, writable },
        locked: isReportEditable(row.status) ? null : locked,
      };
    },
  },
};

/** Whose an attachment is. */
export function ownerOf(row: Attachment): EvidenceOwner {
  for (const [kind, { column }] of Object.entries(owners)) {
    const id = row[column];
    if (typeof id === 'string') return { kind: kind as EvidenceOwnerKind, id };
  }
  throw new Error(`attachment ${row.id} has no owner`);
}
