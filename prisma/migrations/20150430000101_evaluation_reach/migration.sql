-- E8: an evaluator's home village is a warning, the own unit steps back where the policy says so.
ALTER TYPE "tie_kind" ADD VALUE 'home';

-- CreateEnum
CREATE TYPE "honour_kind" AS ENUM ('commendation', 'discipline');

-- AlterTable
ALTER TABLE "evaluation_round" ADD COLUMN "own_unit_steps_back" BOOLEAN NOT NULL DEFAULT true;

-- E9: what no count can say, where the batch adopted weights.
-- AlterTable
ALTER TABLE "evaluation_person" ADD COLUMN "visit_points" DECIMAL(5,2),
  ADD CONSTRAINT "evaluation_person_visit_points" CHECK ("visit_points" BETWEEN 0 AND 100);

-- CreateTable
CREATE TABLE "cadre_honour" (
    "id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "kind" "honour_kind" NOT NULL,
    "on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "note" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cadre_honour_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cadre_honour_cadre_id_on_idx" ON "cadre_honour"("cadre_id", "on");

-- AddForeignKey
ALTER TABLE "cadre_honour" ADD CONSTRAINT "cadre_honour_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
