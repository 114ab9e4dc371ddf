-- CreateEnum
CREATE TYPE "appraisal_state" AS ENUM ('draft', 'submitted', 'signed');

-- CreateTable
CREATE TABLE "appraisal" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "state" "appraisal_state" NOT NULL DEFAULT 'draft',
    "opinion" TEXT NOT NULL,
    "reason" TEXT,
    "drafted_by_id" UUID,
    "drafted_by_name" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ,
    "return_reason" TEXT,
    "returned_by_name" TEXT,
    "signed_by_id" UUID,
    "signed_by_name" TEXT,
    "signed_on" DATE,
    "signed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appraisal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_rule" (
    "id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "body" TEXT NOT NULL,
    "issued_by_id" UUID,
    "issued_by_name" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "appraisal_assignment_id_idx" ON "appraisal"("assignment_id");

-- CreateIndex
CREATE INDEX "appraisal_cadre_id_idx" ON "appraisal"("cadre_id");

-- CreateIndex
CREATE INDEX "appraisal_township_id_period_idx" ON "appraisal"("township_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "appraisal_batch_id_cadre_id_township_id_period_edition_key" ON "appraisal"("batch_id", "cadre_id", "township_id", "period", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "work_rule_edition_key" ON "work_rule"("edition");

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One edition is open at a time; a correction says why.
CREATE UNIQUE INDEX "appraisal_one_open" ON "appraisal"("batch_id", "cadre_id", "township_id", "period") WHERE "state" <> 'signed';
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_edition" CHECK (
  "edition" >= 1 AND ("edition" = 1) = ("reason" IS NULL));
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_period" CHECK (
  "starts_on" <= "ends_on" AND length(trim("opinion")) > 0);
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_state" CHECK (
  ("state" = 'signed') = ("signed_on" IS NOT NULL)
  AND ("signed_on" IS NULL) = ("signed_by_name" IS NULL)
  AND ("signed_on" IS NULL) = ("signed_at" IS NULL)
  AND ("state" = 'draft' OR "submitted_at" IS NOT NULL));
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_two_people" CHECK ("signed_by_id" <> "drafted_by_id");

-- What the head signed stays as it is.
CREATE FUNCTION "guard_appraisal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'signed' THEN
    RAISE EXCEPTION 'a signed appraisal is kept' USING ERRCODE = '23514', CONSTRAINT = 'appraisal_kept';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "appraisal_guarded" BEFORE UPDATE OR DELETE ON "appraisal"
  FOR EACH ROW EXECUTE FUNCTION "guard_appraisal"();

-- Versions of the rule only grow.
ALTER TABLE "work_rule" ADD CONSTRAINT "work_rule_text" CHECK (
  "edition" >= 1 AND length(trim("title")) > 0 AND length(trim("body")) > 0);
CREATE FUNCTION "guard_work_rule"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'versions of the rule are kept' USING ERRCODE = '23514', CONSTRAINT = 'work_rule_kept';
END $$;
CREATE TRIGGER "work_rule_guarded" BEFORE UPDATE OR DELETE ON "work_rule"
  FOR EACH ROW EXECUTE FUNCTION "guard_work_rule"();
