-- 示范点 and 典型案例, written, reviewed and released (S3).
CREATE TYPE "example_kind" AS ENUM ('point', 'case');
CREATE TYPE "example_state" AS ENUM ('draft', 'submitted', 'returned', 'released', 'withdrawn');

CREATE TABLE "example" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "kind" "example_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "village_id" UUID,
    "township_id" UUID,
    "state" "example_state" NOT NULL DEFAULT 'draft',
    "written_by_id" UUID,
    "written_by_name" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ,
    "reviewed_by_id" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ,
    "reason" TEXT,
    "search_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "example_pkey" PRIMARY KEY ("id"),
    -- Nobody releases or returns what he or she wrote or submitted.
    CONSTRAINT "example_two_people" CHECK (
      "reviewed_by_id" <> "written_by_id" AND "reviewed_by_id" <> "submitted_by_id"),
    CONSTRAINT "example_reviewed" CHECK (
      "state" NOT IN ('returned', 'released') OR "reviewed_at" IS NOT NULL),
    CONSTRAINT "example_says_why" CHECK (
      "state" NOT IN ('returned', 'withdrawn') OR "reason" IS NOT NULL)
);
CREATE INDEX "example_batch_id_state_idx" ON "example"("batch_id", "state");
CREATE INDEX "example_township_id_idx" ON "example"("township_id");
CREATE INDEX "example_village_id_idx" ON "example"("village_id");
CREATE INDEX "example_search" ON "example" USING gin ("search_key" gin_trgm_ops);
ALTER TABLE "example" ADD CONSTRAINT "example_batch_id_fkey" FOREIGN KEY ("batch_id")
  REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "example" ADD CONSTRAINT "example_village_id_fkey" FOREIGN KEY ("village_id")
  REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "example" ADD CONSTRAINT "example_township_id_fkey" FOREIGN KEY ("township_id")
  REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
