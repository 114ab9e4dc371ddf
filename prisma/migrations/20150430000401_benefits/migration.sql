-- 政策待遇和工作经费 (B1 to B5): what was used, what was paid and for what, what townships give.
-- CreateEnum
CREATE TYPE "benefit_level" AS ENUM ('competent', 'excellent');

-- CreateEnum
CREATE TYPE "competition_result" AS ENUM ('pending', 'appointed', 'notAppointed');

-- CreateEnum
CREATE TYPE "payee_kind" AS ENUM ('village', 'township', 'unit');

-- CreateEnum
CREATE TYPE "expense_purpose" AS ENUM ('travel', 'office', 'training', 'villagers', 'other');

-- CreateTable
CREATE TABLE "benefit_outstanding" (
    "id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ,
    "withdrawal_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "benefit_outstanding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "benefit_use" (
    "id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "level" "benefit_level" NOT NULL,
    "percent" DECIMAL(4,1) NOT NULL,
    "outstanding_id" UUID,
    "grounds" JSONB NOT NULL,
    "competition" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "raw_total" DECIMAL(8,3) NOT NULL,
    "document_number" TEXT NOT NULL,
    "result" "competition_result" NOT NULL DEFAULT 'pending',
    "result_note" TEXT,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "voided_by_id" UUID,
    "voided_by_name" TEXT,
    "voided_at" TIMESTAMPTZ,
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "benefit_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_expense_payment" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cadre_id" UUID NOT NULL,
    "paid_on" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "payee_kind" "payee_kind" NOT NULL,
    "payee" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "voucher" TEXT NOT NULL,
    "note" TEXT,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_expense_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_expense_use" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "cadre_id" UUID NOT NULL,
    "used_on" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "purpose" "expense_purpose" NOT NULL,
    "content" TEXT NOT NULL,
    "voucher" TEXT NOT NULL,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_expense_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_expense_account" (
    "batch_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "paid" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "used" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "dues" JSONB,
    "due" DECIMAL(14,2),
    "note" TEXT,
    "closed_by_name" TEXT,
    "closed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_expense_account_pkey" PRIMARY KEY ("batch_id","unit_id","year")
);

-- CreateTable
CREATE TABLE "township_benefit" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "township_benefit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "township_benefit_amount" (
    "id" UUID NOT NULL,
    "benefit_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "given_on" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "note" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "township_benefit_amount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "benefit_outstanding_id_cadre_id_key" ON "benefit_outstanding"("id", "cadre_id");

-- CreateIndex
CREATE INDEX "benefit_outstanding_cadre_id_idx" ON "benefit_outstanding"("cadre_id");

-- CreateIndex
CREATE INDEX "benefit_use_cadre_id_idx" ON "benefit_use"("cadre_id");

-- CreateIndex
CREATE INDEX "benefit_use_unit_id_idx" ON "benefit_use"("unit_id");

-- CreateIndex
CREATE INDEX "work_expense_payment_cadre_id_idx" ON "work_expense_payment"("cadre_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_expense_payment_once" ON "work_expense_payment"("batch_id", "unit_id", "year", "cadre_id", "voucher");

-- CreateIndex
CREATE INDEX "work_expense_use_batch_id_unit_id_year_idx" ON "work_expense_use"("batch_id", "unit_id", "year");

-- CreateIndex
CREATE INDEX "work_expense_use_cadre_id_idx" ON "work_expense_use"("cadre_id");

-- CreateIndex
CREATE INDEX "township_benefit_batch_id_township_id_idx" ON "township_benefit"("batch_id", "township_id");

-- CreateIndex
CREATE INDEX "township_benefit_amount_benefit_id_idx" ON "township_benefit_amount"("benefit_id");

-- CreateIndex
CREATE INDEX "township_benefit_amount_cadre_id_idx" ON "township_benefit_amount"("cadre_id");

-- AddForeignKey
ALTER TABLE "benefit_outstanding" ADD CONSTRAINT "benefit_outstanding_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_use" ADD CONSTRAINT "benefit_use_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_use" ADD CONSTRAINT "benefit_use_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_use" ADD CONSTRAINT "benefit_use_outstanding_id_cadre_id_fkey" FOREIGN KEY ("outstanding_id", "cadre_id") REFERENCES "benefit_outstanding"("id", "cadre_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_expense_payment" ADD CONSTRAINT "work_expense_payment_batch_id_unit_id_year_fkey" FOREIGN KEY ("batch_id", "unit_id", "year") REFERENCES "work_expense_account"("batch_id", "unit_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_expense_payment" ADD CONSTRAINT "work_expense_payment_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_expense_use" ADD CONSTRAINT "work_expense_use_batch_id_unit_id_year_fkey" FOREIGN KEY ("batch_id", "unit_id", "year") REFERENCES "work_expense_account"("batch_id", "unit_id", "year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_expense_use" ADD CONSTRAINT "work_expense_use_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_expense_account" ADD CONSTRAINT "work_expense_account_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_expense_account" ADD CONSTRAINT "work_expense_account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "township_benefit" ADD CONSTRAINT "township_benefit_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "township_benefit" ADD CONSTRAINT "township_benefit_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "township_benefit_amount" ADD CONSTRAINT "township_benefit_amount_benefit_id_fkey" FOREIGN KEY ("benefit_id") REFERENCES "township_benefit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "township_benefit_amount" ADD CONSTRAINT "township_benefit_amount_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- B2: 本条政策只享受一次. One use of a cadre stands, whatever the per cent and whoever asks at the same time.
CREATE UNIQUE INDEX "benefit_used_once" ON "benefit_use"("cadre_id") WHERE "voided_at" IS NULL;
CREATE UNIQUE INDEX "benefit_outstanding_once" ON "benefit_outstanding"("cadre_id") WHERE "withdrawn_at" IS NULL;

ALTER TABLE "benefit_use"
  ADD CONSTRAINT "benefit_use_percent" CHECK ("percent" > 0 AND "percent" <= 100 AND "raw_total" > 0),
  -- The higher per cent stands on 优秀 twice and on a confirmation.
  ADD CONSTRAINT "benefit_use_outstanding" CHECK ("outstanding_id" IS NULL OR "level" = 'excellent'),
  ADD CONSTRAINT "benefit_use_voided" CHECK (
    ("voided_at" IS NULL) = ("voided_by_name" IS NULL) AND ("voided_at" IS NULL) = ("void_reason" IS NULL)),
  ADD CONSTRAINT "benefit_use_two_people" CHECK ("voided_by_id" <> "entered_by_id");
ALTER TABLE "benefit_outstanding" ADD CONSTRAINT "benefit_outstanding_withdrawn" CHECK (
  ("withdrawn_at" IS NULL) = ("withdrawn_by_name" IS NULL)
  AND ("withdrawn_at" IS NULL) = ("withdrawal_reason" IS NULL));

-- A use is kept as it was: its result is told later, and it is voided once.
CREATE FUNCTION "guard_benefit_use"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."voided_at" IS NOT NULL
    OR ROW(NEW."cadre_id", NEW."level", NEW."percent", NEW."outstanding_id", NEW."grounds",
      NEW."competition", NEW."held_on", NEW."raw_total", NEW."document_number", NEW."entered_by_id")
    IS DISTINCT FROM
      ROW(OLD."cadre_id", OLD."level", OLD."percent", OLD."outstanding_id", OLD."grounds",
      OLD."competition", OLD."held_on", OLD."raw_total", OLD."document_number", OLD."entered_by_id") THEN
    RAISE EXCEPTION 'a use is kept' USING ERRCODE = '23514', CONSTRAINT = 'benefit_use_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "benefit_use_guarded" BEFORE UPDATE OR DELETE ON "benefit_use"
  FOR EACH ROW EXECUTE FUNCTION "guard_benefit_use"();

-- B4: sums of an account are those of its lines, and nothing is used that wasn't paid.
ALTER TABLE "work_expense_account"
  ADD CONSTRAINT "work_expense_year" CHECK ("year" BETWEEN 1 AND 20),
  ADD CONSTRAINT "work_expense_within" CHECK ("used" >= 0 AND "used" <= "paid"),
  ADD CONSTRAINT "work_expense_closing" CHECK (
    ("closed_at" IS NULL) = ("closed_by_name" IS NULL) AND ("closed_at" IS NULL) = ("dues" IS NULL)
    AND ("closed_at" IS NULL) = ("due" IS NULL)
    AND ("closed_at" IS NULL OR "due" = "paid" OR "note" IS NOT NULL));
ALTER TABLE "work_expense_payment" ADD CONSTRAINT "work_expense_payment_amount" CHECK ("amount" > 0);
ALTER TABLE "work_expense_use" ADD CONSTRAINT "work_expense_use_amount" CHECK ("amount" > 0);
ALTER TABLE "township_benefit_amount" ADD CONSTRAINT "township_benefit_amount_positive" CHECK ("amount" > 0);
ALTER TABLE "township_benefit" ADD CONSTRAINT "township_benefit_days" CHECK ("ends_on" >= "starts_on");

-- Lines move their account's sum; a closed account has no more of them.
CREATE FUNCTION "sum_work_expenses"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line RECORD;
  step NUMERIC;
  touched INTEGER;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'lines are taken away and entered anew' USING ERRCODE = '23514', CONSTRAINT = 'work_expense_kept';
  END IF;
  IF TG_OP = 'DELETE' THEN line := OLD; step := -OLD."amount"; ELSE line := NEW; step := NEW."amount"; END IF;
  UPDATE "work_expense_account" a SET
    "paid" = a."paid" + CASE WHEN TG_TABLE_NAME = 'work_expense_payment' THEN step ELSE 0 END,
    "used" = a."used" + CASE WHEN TG_TABLE_NAME = 'work_expense_use' THEN step ELSE 0 END
  WHERE a."batch_id" = line."batch_id" AND a."unit_id" = line."unit_id" AND a."year" = line."year"
    AND a."closed_at" IS NULL;
  GET DIAGNOSTICS touched = ROW_COUNT;
  IF touched = 0 THEN
    RAISE EXCEPTION 'the year is closed' USING ERRCODE = '23514', CONSTRAINT = 'work_expense_closed';
  END IF;
  RETURN line;
END $$;
CREATE TRIGGER "work_expense_payment_summed" BEFORE INSERT OR UPDATE OR DELETE ON "work_expense_payment"
  FOR EACH ROW EXECUTE FUNCTION "sum_work_expenses"();
CREATE TRIGGER "work_expense_use_summed" BEFORE INSERT OR UPDATE OR DELETE ON "work_expense_use"
  FOR EACH ROW EXECUTE FUNCTION "sum_work_expenses"();

-- The sums are never typed; a closed account is only opened again.
CREATE FUNCTION "guard_work_expenses"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."paid" <> 0 OR NEW."used" <> 0 THEN
      RAISE EXCEPTION 'sums of expenses differ from their lines' USING ERRCODE = '23514', CONSTRAINT = 'work_expense_sums';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."paid" <> OLD."paid" OR NEW."used" <> OLD."used") AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'sums of expenses differ from their lines' USING ERRCODE = '23514', CONSTRAINT = 'work_expense_sums';
  END IF;
  IF OLD."closed_at" IS NOT NULL AND NEW."closed_at" IS NOT NULL THEN
    RAISE EXCEPTION 'the year is closed' USING ERRCODE = '23514', CONSTRAINT = 'work_expense_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "work_expense_account_guarded" BEFORE INSERT OR UPDATE ON "work_expense_account"
  FOR EACH ROW EXECUTE FUNCTION "guard_work_expenses"();
