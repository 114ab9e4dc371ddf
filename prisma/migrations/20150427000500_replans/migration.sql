-- A nominee who drops out: when, why and who said so.
ALTER TABLE "nomination" ADD COLUMN "withdrawn_reason" TEXT,
  ADD COLUMN "withdrawn_by" TEXT,
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ;
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_withdrawn_with_reason" CHECK (
  ("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL)
  AND ("withdrawn_at" IS NULL OR (length(trim("withdrawn_reason")) > 0 AND "withdrawn_by" IS NOT NULL)));

-- A plan that changes posts in force: from which day, and the posts that it was made from.
ALTER TABLE "plan" ADD COLUMN "replans_on" DATE,
  ADD COLUMN "replans_posts" JSONB,
  ADD COLUMN "objections_reason" TEXT;
ALTER TABLE "plan" ADD CONSTRAINT "plan_replans_posts_known" CHECK (
  ("replans_on" IS NULL) = ("replans_posts" IS NULL)
  AND ("replans_posts" IS NULL OR jsonb_typeof("replans_posts") = 'array'));
-- A batch is issued once; what changes it afterwards is issued once for a day.
DROP INDEX "plan_one_issued";
CREATE UNIQUE INDEX "plan_one_issued" ON "plan"("batch_id") WHERE "status" = 'issued' AND "replans_on" IS NULL;
CREATE UNIQUE INDEX "plan_one_replan_a_day" ON "plan"("batch_id", "replans_on") WHERE "status" = 'issued';

-- 征求意见: what units, townships and discipline inspection were asked about a plan, and what they said.
CREATE TYPE "consultation_party" AS ENUM ('unit', 'township', 'disciplineInspection');
CREATE TYPE "consultation_answer" AS ENUM ('agreed', 'objected', 'noReply');
CREATE TABLE "plan_consultation" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "party" "consultation_party" NOT NULL,
    "unit_id" UUID,
    "township_id" UUID,
    "posts" JSONB NOT NULL,
    "sent_on" DATE NOT NULL,
    "sent_by_name" TEXT NOT NULL,
    "answer" "consultation_answer",
    "answered_on" DATE,
    "answered_by_name" TEXT,
    "text" TEXT,
    "settled_on" DATE,
    "settled_by_name" TEXT,
    "settlement" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_consultation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "plan_consultation_unit_id_idx" ON "plan_consultation"("unit_id");
CREATE INDEX "plan_consultation_township_id_idx" ON "plan_consultation"("township_id");
ALTER TABLE "plan_consultation" ADD CONSTRAINT "plan_consultation_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_consultation" ADD CONSTRAINT "plan_consultation_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_consultation" ADD CONSTRAINT "plan_consultation_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Each party is asked once about a plan.
CREATE UNIQUE INDEX "plan_consultation_once" ON "plan_consultation"("plan_id", "party", "unit_id", "township_id") NULLS NOT DISTINCT;
ALTER TABLE "plan_consultation" ADD CONSTRAINT "plan_consultation_party" CHECK (CASE "party"
  WHEN 'unit' THEN "unit_id" IS NOT NULL AND "township_id" IS NULL
  WHEN 'township' THEN "township_id" IS NOT NULL AND "unit_id" IS NULL
  ELSE "unit_id" IS NULL AND "township_id" IS NULL END);
ALTER TABLE "plan_consultation" ADD CONSTRAINT "plan_consultation_answered" CHECK (
  ("answer" IS NULL) = ("answered_on" IS NULL)
  AND ("answer" IS NULL) = ("answered_by_name" IS NULL)
  AND "answered_on" >= "sent_on");
-- An objection says what is objected to; only an objection is settled, and how.
ALTER TABLE "plan_consultation" ADD CONSTRAINT "plan_consultation_objection" CHECK (
  "answer" IS DISTINCT FROM 'objected' OR length(trim(COALESCE("text", ''))) > 0);
ALTER TABLE "plan_consultation" ADD CONSTRAINT "plan_consultation_settled" CHECK (
  ("settled_on" IS NULL) = ("settlement" IS NULL)
  AND ("settled_on" IS NULL) = ("settled_by_name" IS NULL)
  AND ("settled_on" IS NULL OR ("answer" = 'objected' AND "settled_on" >= "answered_on" AND length(trim("settlement")) > 0)));
