-- 期满 (五(四), S4): what is proposed and decided of cadres and units, the handover, and the batch closed.
-- CreateEnum
CREATE TYPE "term_outcome" AS ENUM ('commend', 'ordinary', 'stay');

-- CreateEnum
CREATE TYPE "term_state" AS ENUM ('proposed', 'decided');

-- CreateTable
CREATE TABLE "term_end" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "assignment_id" UUID,
    "unit_id" UUID,
    "outcome" "term_outcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "remaining" TEXT,
    "stay_until" DATE,
    "state" "term_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ,
    "document_number" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_end_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_handover" (
    "assignment_id" UUID NOT NULL,
    "items" JSONB NOT NULL,
    "taken_by" TEXT,
    "handed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_handover_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "batch_closing" (
    "batch_id" UUID NOT NULL,
    "document_number" TEXT NOT NULL,
    "closed_on" DATE NOT NULL,
    "closed_by_name" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_closing_pkey" PRIMARY KEY ("batch_id")
);

-- CreateIndex
CREATE INDEX "term_end_assignment_id_idx" ON "term_end"("assignment_id");

-- CreateIndex
CREATE INDEX "term_end_batch_id_unit_id_idx" ON "term_end"("batch_id", "unit_id");

-- AddForeignKey
ALTER TABLE "term_end" ADD CONSTRAINT "term_end_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_end" ADD CONSTRAINT "term_end_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_end" ADD CONSTRAINT "term_end_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term_handover" ADD CONSTRAINT "term_handover_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_closing" ADD CONSTRAINT "batch_closing_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Of a cadre's post or of a unit; one proposal waits at a time; nobody decides on the own proposal.
CREATE UNIQUE INDEX "term_end_one_open" ON "term_end"("assignment_id") WHERE "state" = 'proposed';
CREATE UNIQUE INDEX "term_unit_one_open" ON "term_end"("batch_id", "unit_id") WHERE "state" = 'proposed';
ALTER TABLE "term_end"
  ADD CONSTRAINT "term_end_of" CHECK (num_nonnulls("assignment_id", "unit_id") = 1),
  ADD CONSTRAINT "term_end_stay" CHECK (
    ("outcome" = 'stay') = ("remaining" IS NOT NULL)
    AND ("stay_until" IS NULL OR "outcome" = 'stay')
    AND ("outcome" <> 'stay' OR "unit_id" IS NOT NULL OR "stay_until" IS NOT NULL)),
  ADD CONSTRAINT "term_end_decided" CHECK (
    ("state" = 'decided') = ("decided_at" IS NOT NULL)
    AND ("decided_at" IS NULL) = ("decided_by_name" IS NULL)
    AND ("decided_at" IS NULL) = ("document_number" IS NULL)),
  ADD CONSTRAINT "term_end_two_people" CHECK ("decided_by_id" <> "proposed_by_id");

CREATE FUNCTION "guard_term_end"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'decided' THEN
    RAISE EXCEPTION 'a decision of the end of the term is kept'
      USING ERRCODE = '23514', CONSTRAINT = 'term_end_kept';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "term_end_guarded" BEFORE UPDATE OR DELETE ON "term_end"
  FOR EACH ROW EXECUTE FUNCTION "guard_term_end"();

-- A closed batch is for reading. The first argument names the column of the batch.
CREATE FUNCTION "guard_closed_batch"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "row" JSONB := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
  IF EXISTS (SELECT 1 FROM "batch_closing" c WHERE c."batch_id" = ("row" ->> TG_ARGV[0])::uuid) THEN
    RAISE EXCEPTION 'the batch is closed' USING ERRCODE = '23514', CONSTRAINT = 'batch_closed';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "batch_closed_kept" BEFORE UPDATE OR DELETE ON "batch"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_batch"('id');
DO $$
DECLARE
  "name" TEXT;
BEGIN
  FOREACH "name" IN ARRAY ARRAY['policy_parameter', 'batch_village', 'nomination', 'plan', 'assignment',
    'appraisal', 'training', 'example', 'village_draw', 'target_sheet', 'target_adjustment',
    'target_judgement', 'village_target_choice', 'batch_target_template', 'evaluation_round',
    'work_expense_account', 'township_benefit', 'term_end', 'letter'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION "guard_closed_batch"(''batch_id'')', "name" || '_batch_closed', "name");
  END LOOP;
END $$;
CREATE FUNCTION "guard_batch_closing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the batch is closed' USING ERRCODE = '23514', CONSTRAINT = 'batch_closed';
END $$;
CREATE TRIGGER "batch_closing_kept" BEFORE UPDATE OR DELETE ON "batch_closing"
  FOR EACH ROW EXECUTE FUNCTION "guard_batch_closing"();
