import { StartProblem } from '../start-problem.ts';

/** What a person at the terminal is told when a backup can't be made, read or restored. */
export const problems = {
  wrongPassphrase: (file: string) =>
    new StartProblem(
      'wrongPassphrase',
      `打不开 ${file}：口令（BACKUP_PASSPHRASE）不是做这份备份时用的那一个。`,
      `${file} can't be opened: the passphrase (BACKUP_PASSPHRASE) isn't the one that it was made with.`,
    ),
  notABackup: (file: string, cause: unknown) =>
    new StartProblem(
      'notABackup',
      `${file} 不是选派系统的备份文件。`,
      `${file} is no backup of this system.`,
      cause,
    ),
  noFile: (file: string, cause: unknown) =>
    new StartProblem('noFile', `读不到文件 ${file}。`, `${file} can't be read.`, cause),
  damaged: (file: string, what: string, cause?: unknown) =>
    new StartProblem(
      'backupDamaged',
      `备份 ${file} 不完整或已损坏（${what}）。请换一份备份。`,
      `The backup ${file} is cut off or damaged (${what}). Use another one.`,
      cause,
    ),
  newerBackup: (version: string, migration: string) =>
    new StartProblem(
      'backupNewer',
      `这份备份由更新的版本（${version}）做成，其中的迁移 ${migration} 本程序没有。请用 ${version} 或更新的版本恢复。`,
      `This backup was made by a newer version (${version}), whose migration ${migration} this program lacks. Restore it with ${version} or later.`,
    ),
  otherMigration: (migration: string) =>
    new StartProblem(
      'migrationChanged',
      `这份备份的迁移 ${migration} 与本程序的内容不同，不能恢复。请用做备份的那个版本恢复。`,
      `Migration ${migration} of this backup differs from this program's. Restore it with the version that made it.`,
    ),
  neverUsed: () =>
    new StartProblem(
      'nothingToBackUp',
      '数据库是空的，没有可备份的内容。',
      'The database is empty, there is nothing to back up.',
    ),
  notEmpty: (tables: readonly string[]) =>
    new StartProblem(
      'databaseNotEmpty',
      `目标数据库里已有数据（${tables.slice(0, 5).join('、')}…），没有恢复。确要用备份替换全部内容，请加 --replace。`,
      `The database already holds data (${tables.slice(0, 5).join(', ')}…), nothing was restored. To replace all of it by the backup, add --replace.`,
    ),
  inUse: (count: number) =>
    new StartProblem(
      'databaseInUse',
      `系统正在运行（${count}个连接），不能恢复。请先停止它，再恢复。`,
      `The system is running (${count} connections), nothing was restored. Stop it first.`,
    ),
  differs: (table: string, what: string) =>
    new StartProblem(
      'restoreDiffers',
      `恢复后核对不符：表 ${table} 的${what}与备份不同。已全部撤销，数据库没有改动。`,
      `After the restore table ${table} isn't what the backup says (${what}). All of it was undone, the database is as it was.`,
    ),
  refused: (table: string, reason: string, cause: unknown) =>
    new StartProblem(
      'restoreRefused',
      `恢复没有完成，已全部撤销，数据库没有改动。数据库不接受 ${table}：${reason}`,
      `The restore didn't finish; all of it was undone, the database is as it was. The database refused ${table}: ${reason}`,
      cause,
    ),
};
