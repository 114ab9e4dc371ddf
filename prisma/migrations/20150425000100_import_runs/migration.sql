-- CreateEnum
CREATE TYPE "import_work" AS ENUM ('read', 'commit');

-- CreateEnum
CREATE TYPE "import_step" AS ENUM ('waiting', 'reading', 'checking', 'writing');

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "failure" TEXT;

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "noticed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "import_run" (
    "import_id" UUID NOT NULL,
    "work" "import_work" NOT NULL,
    "task" TEXT NOT NULL,
    "worker_id" TEXT,
    "queued_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ,
    "cancel_requested_at" TIMESTAMPTZ,
    "step" "import_step" NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("import_id")
);

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
