-- CreateEnum
CREATE TYPE "measure_kind" AS ENUM ('amount', 'ratio', 'count', 'yesNo', 'rank', 'relative');

-- CreateEnum
CREATE TYPE "measure_direction" AS ENUM ('atLeast', 'atMost', 'above', 'below');

-- CreateEnum
CREATE TYPE "measure_period" AS ENUM ('once', 'yearly');

-- CreateEnum
CREATE TYPE "measure_source" AS ENUM ('report', 'judgement', 'projects');

-- CreateEnum
CREATE TYPE "village_figure" AS ENUM ('operatingIncome', 'netIncomePerHead', 'infrastructureInvestment');

-- CreateEnum
CREATE TYPE "judged_rank" AS ENUM ('upper', 'middle', 'lower');

-- CreateEnum
CREATE TYPE "target_status" AS ENUM ('draft', 'submitted', 'returned', 'confirmed');

-- CreateEnum
CREATE TYPE "target_act" AS ENUM ('submit', 'withdraw', 'confirm', 'return', 'reopen');

-- CreateTable
CREATE TABLE "target_template" (
    "id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kinds" "village_kind"[],
    "poor" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "based_on_id" UUID,
    "used" BOOLEAN NOT NULL DEFAULT false,
    "made_by_name" TEXT,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_measure" (
    "template_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "aim" SMALLINT NOT NULL,
    "aim_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "measure_kind" NOT NULL,
    "source" "measure_source" NOT NULL,
    "unit" TEXT,
    "direction" "measure_direction" NOT NULL,
    "threshold" DECIMAL(16,4),
    "policy_key" TEXT,
    "threshold_rank" "judged_rank",
    "period" "measure_period" NOT NULL,
    "binding" BOOLEAN NOT NULL,
    "weight" DECIMAL(6,2) NOT NULL DEFAULT 1,
    "figure" "village_figure",
    "only_kinds" "village_kind"[],
    "evidence" BOOLEAN NOT NULL DEFAULT false,
    "basis_kind" "basis_kind" NOT NULL,
    "basis_source" TEXT NOT NULL,

    CONSTRAINT "target_measure_pkey" PRIMARY KEY ("template_id","key")
);

-- CreateTable
CREATE TABLE "batch_target_template" (
    "batch_id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "template_id" UUID NOT NULL,
    "set_by_name" TEXT,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_target_template_pkey" PRIMARY KEY ("batch_id","family","effective_from")
);

-- CreateTable
CREATE TABLE "village_target_choice" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "families" TEXT[],
    "reason" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "village_target_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_adjustment" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "measure_key" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "threshold" DECIMAL(16,4),
    "threshold_rank" "judged_rank",
    "left_out" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_sheet" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "status" "target_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "target_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_value" (
    "sheet_id" UUID NOT NULL,
    "measure_key" TEXT NOT NULL,
    "number" DECIMAL(16,4),
    "answer" BOOLEAN,
    "note" TEXT,
    "changed_by_id" UUID,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_value_pkey" PRIMARY KEY ("sheet_id","measure_key")
);

-- CreateTable
CREATE TABLE "target_event" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "act" "target_act" NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_edition" (
    "sheet_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "confirmed_by_name" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_edition_pkey" PRIMARY KEY ("sheet_id","revision")
);

-- CreateTable
CREATE TABLE "target_judgement" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "measure_key" TEXT NOT NULL,
    "rank" "judged_rank" NOT NULL,
    "judged_on" DATE NOT NULL,
    "ground" TEXT NOT NULL,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "township_figure" (
    "township_id" UUID NOT NULL,
    "measure_key" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" DECIMAL(16,4) NOT NULL,
    "source" TEXT NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "township_figure_pkey" PRIMARY KEY ("township_id","measure_key","period")
);

-- CreateIndex
CREATE UNIQUE INDEX "target_template_family_edition_key" ON "target_template"("family", "edition");

-- CreateIndex
CREATE INDEX "batch_target_template_template_id_idx" ON "batch_target_template"("template_id");

-- CreateIndex
CREATE INDEX "village_target_choice_batch_id_village_id_idx" ON "village_target_choice"("batch_id", "village_id");

-- CreateIndex
CREATE INDEX "target_adjustment_batch_id_village_id_idx" ON "target_adjustment"("batch_id", "village_id");

-- CreateIndex
CREATE INDEX "target_sheet_batch_id_ends_on_idx" ON "target_sheet"("batch_id", "ends_on");

-- CreateIndex
CREATE INDEX "target_sheet_village_id_idx" ON "target_sheet"("village_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_sheet_batch_id_village_id_period_key" ON "target_sheet"("batch_id", "village_id", "period");

-- CreateIndex
CREATE INDEX "target_event_sheet_id_idx" ON "target_event"("sheet_id");

-- CreateIndex
CREATE INDEX "target_judgement_batch_id_village_id_idx" ON "target_judgement"("batch_id", "village_id");

-- AddForeignKey
ALTER TABLE "target_measure" ADD CONSTRAINT "target_measure_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "target_template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_target_template" ADD CONSTRAINT "batch_target_template_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_target_template" ADD CONSTRAINT "batch_target_template_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "target_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village_target_choice" ADD CONSTRAINT "village_target_choice_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village_target_choice" ADD CONSTRAINT "village_target_choice_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_adjustment" ADD CONSTRAINT "target_adjustment_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_adjustment" ADD CONSTRAINT "target_adjustment_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_sheet" ADD CONSTRAINT "target_sheet_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_sheet" ADD CONSTRAINT "target_sheet_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_value" ADD CONSTRAINT "target_value_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "target_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_event" ADD CONSTRAINT "target_event_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "target_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_edition" ADD CONSTRAINT "target_edition_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "target_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_judgement" ADD CONSTRAINT "target_judgement_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_judgement" ADD CONSTRAINT "target_judgement_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "township_figure" ADD CONSTRAINT "township_figure_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A measure says what its threshold is, and only that.
ALTER TABLE "target_measure"
  ADD CONSTRAINT "target_measure_aim" CHECK ("aim" BETWEEN 1 AND 9),
  ADD CONSTRAINT "target_measure_weight" CHECK ("weight" >= 0),
  ADD CONSTRAINT "target_measure_threshold" CHECK (CASE "kind"
    WHEN 'rank' THEN "threshold_rank" IS NOT NULL AND "threshold" IS NULL AND "policy_key" IS NULL
    WHEN 'yesNo' THEN "threshold_rank" IS NULL AND "threshold" IS NULL AND "policy_key" IS NULL
    WHEN 'relative' THEN "threshold_rank" IS NULL AND "threshold" IS NULL AND "policy_key" IS NULL
    ELSE "threshold_rank" IS NULL AND num_nonnulls("threshold", "policy_key") = 1 END),
  ADD CONSTRAINT "target_measure_direction" CHECK (("kind" = 'relative') = ("direction" IN ('above', 'below'))),
  ADD CONSTRAINT "target_measure_source" CHECK (CASE "source"
    WHEN 'judgement' THEN "kind" = 'rank' WHEN 'projects' THEN "kind" = 'amount' ELSE "kind" <> 'rank' END);
ALTER TABLE "target_template" ADD CONSTRAINT "target_template_edition" CHECK ("edition" > 0);
ALTER TABLE "target_value" ADD CONSTRAINT "target_value_one" CHECK (num_nonnulls("number", "answer") <= 1);
ALTER TABLE "target_adjustment"
  ADD CONSTRAINT "target_adjustment_one" CHECK (num_nonnulls("threshold", "threshold_rank") <= 1
    AND (NOT "left_out" OR num_nonnulls("threshold", "threshold_rank") = 0)),
  ADD CONSTRAINT "target_adjustment_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "village_target_choice" ADD CONSTRAINT "village_target_choice_reason" CHECK (btrim("reason") <> '');
ALTER TABLE "target_judgement" ADD CONSTRAINT "target_judgement_ground" CHECK (btrim("ground") <> '');
ALTER TABLE "target_sheet"
  ADD CONSTRAINT "target_sheet_period" CHECK ("ends_on" > "starts_on"),
  ADD CONSTRAINT "target_sheet_confirmed" CHECK ("status" <> 'confirmed' OR ("revision" > 0 AND "confirmed_at" IS NOT NULL));
ALTER TABLE "township_figure" ADD CONSTRAINT "township_figure_source" CHECK (btrim("source") <> '');

-- What was submitted is read by the head as it stands, and what was confirmed is kept.
CREATE FUNCTION "guard_target_value"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "target_sheet" s WHERE s."id" = COALESCE(NEW."sheet_id", OLD."sheet_id")
      AND s."status" IN ('submitted', 'confirmed')) THEN
    RAISE EXCEPTION 'the report is locked' USING ERRCODE = '23514', CONSTRAINT = 'target_sheet_locked';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "target_value_locked" BEFORE INSERT OR UPDATE OR DELETE ON "target_value"
  FOR EACH ROW EXECUTE FUNCTION "guard_target_value"();

-- A confirmed report opens only for another edition, and keeps those that it has.
CREATE FUNCTION "guard_target_sheet"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."revision" < OLD."revision"
    OR (NEW."batch_id", NEW."village_id", NEW."period") IS DISTINCT FROM (OLD."batch_id", OLD."village_id", OLD."period") THEN
    RAISE EXCEPTION 'reports are kept' USING ERRCODE = '23514', CONSTRAINT = 'target_record_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "target_sheet_kept" BEFORE UPDATE OR DELETE ON "target_sheet"
  FOR EACH ROW EXECUTE FUNCTION "guard_target_sheet"();

CREATE FUNCTION "refuse_target_record_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records of targets only grow' USING ERRCODE = '23514', CONSTRAINT = 'target_record_kept';
END $$;
CREATE TRIGGER "target_event_kept" BEFORE UPDATE OR DELETE ON "target_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_target_record_change"();
CREATE TRIGGER "target_edition_kept" BEFORE UPDATE OR DELETE ON "target_edition"
  FOR EACH ROW EXECUTE FUNCTION "refuse_target_record_change"();
CREATE TRIGGER "target_judgement_kept" BEFORE UPDATE OR DELETE ON "target_judgement"
  FOR EACH ROW EXECUTE FUNCTION "refuse_target_record_change"();

-- A template that a batch uses stays as it is; another edition says other things.
CREATE FUNCTION "guard_target_measure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "target_template" t WHERE t."used"
      AND t."id" IN (NEW."template_id", OLD."template_id")) THEN
    RAISE EXCEPTION 'the template is in use' USING ERRCODE = '23514', CONSTRAINT = 'target_template_used';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "target_measure_used" BEFORE INSERT OR UPDATE OR DELETE ON "target_measure"
  FOR EACH ROW EXECUTE FUNCTION "guard_target_measure"();
CREATE FUNCTION "mark_target_template_used"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "target_template" SET "used" = true WHERE "id" = NEW."template_id" AND NOT "used";
  RETURN NEW;
END $$;
CREATE TRIGGER "batch_target_template_uses" AFTER INSERT OR UPDATE ON "batch_target_template"
  FOR EACH ROW EXECUTE FUNCTION "mark_target_template_used"();
