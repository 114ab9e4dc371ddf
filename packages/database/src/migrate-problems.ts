import { StartProblem } from './start-problem.ts';

export function databaseNewer(name: string) {
  return new StartProblem(
    'databaseNewer',
    `数据库比本程序新：其中的迁移 ${name} 本程序没有。没有启动，数据库没有改动。\n请启动更新的版本（升级数据库的那个版本或以后的）；要回到本版本，请恢复升级前的备份：npm run restore -- <备份文件> --replace`,
    `The database is newer than this program, which lacks its migration ${name}. Nothing was started or changed.\nStart the version that upgraded it, or a later one; to go back to this version, restore the backup from before the upgrade: npm run restore -- <file> --replace`,
  );
}

export function migrationUnfinished(name: string) {
  return new StartProblem(
    'migrationUnfinished',
    `迁移 ${name} 曾由其他工具执行而未完成。请核对数据库，再用 prisma migrate resolve 标记。`,
    `Migration ${name} was begun by another tool and not finished. Check the database, then mark it with "prisma migrate resolve".`,
  );
}

export function migrationChanged(name: string) {
  return new StartProblem(
    'migrationChanged',
    `迁移 ${name} 的内容与已执行的不同。没有启动，数据库没有改动。\n请恢复 prisma/migrations 中的原文件（重新解开安装包）；要改动请新增迁移。`,
    `Migration ${name} differs from what was applied. Nothing was started or changed.\nRestore the file in prisma/migrations (unpack the release again); changes go into a new migration.`,
  );
}

/** All that was missing is one transaction: the version before starts as if nothing had been tried. */
export function migrationFailed(name: string, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartProblem(
    'migrationFailed',
    `升级没有完成，数据库保持升级前的状态：迁移 ${name} 未能执行：${reason}\n可以做的：一、排除原因（如磁盘空间、账号权限）后再启动，升级会重新进行；二、启动原来的版本，照常使用；三、把以上文字和升级前的备份交给维护人员。`,
    `The upgrade didn't finish and the database is as it was before: migration ${name} failed: ${reason}\nWhat to do: 1. remove the cause (disk space, rights of the account) and start again, the upgrade begins anew; 2. start the version before and go on working; 3. hand these lines and the backup from before the upgrade to whoever maintains the system.`,
    error,
  );
}
