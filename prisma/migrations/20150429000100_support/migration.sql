-- CreateEnum
CREATE TYPE "project_kind" AS ENUM ('infrastructure', 'industry', 'services', 'other');

-- CreateEnum
CREATE TYPE "project_state" AS ENUM ('planned', 'underWay', 'done', 'accepted', 'stopped');

-- CreateEnum
CREATE TYPE "project_source_kind" AS ENUM ('publicFund', 'unit', 'enterprise', 'village', 'other');

-- CreateEnum
CREATE TYPE "project_payment_kind" AS ENUM ('received', 'spent');

-- CreateEnum
CREATE TYPE "project_act" AS ENUM ('create', 'begin', 'finish', 'rework', 'accept', 'stop', 'resume');

-- CreateEnum
CREATE TYPE "help_kind" AS ENUM ('money', 'goods', 'project', 'training', 'visits');

-- CreateEnum
CREATE TYPE "help_state" AS ENUM ('promised', 'reported', 'returned', 'confirmed', 'dropped');

-- CreateEnum
CREATE TYPE "help_act" AS ENUM ('promise', 'report', 'withdraw', 'confirm', 'return', 'reopen', 'drop');

-- CreateTable
CREATE TABLE "enterprise" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credit_code" TEXT,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "industry" TEXT,
    "township_id" UUID,
    "note" TEXT,
    "search_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_pairing" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enterprise_pairing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "village_fund" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "source" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "note" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "village_fund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "project_kind" NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" "project_state" NOT NULL DEFAULT 'planned',
    "planned" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "received" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "spent" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "stopped_reason" TEXT,
    "accepted_on" DATE,
    "acceptance" TEXT,
    "accepted_by_id" UUID,
    "accepted_by_name" TEXT,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_source" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "kind" "project_source_kind" NOT NULL,
    "fund_id" UUID,
    "unit_id" UUID,
    "enterprise_id" UUID,
    "note" TEXT,
    "planned" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "project_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_payment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "project_payment_kind" NOT NULL,
    "source_id" UUID,
    "paid_on" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "voucher" TEXT NOT NULL,
    "note" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_milestone" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,

    CONSTRAINT "project_milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_event" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "act" "project_act" NOT NULL,
    "state" "project_state" NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "unit_id" UUID,
    "enterprise_id" UUID,
    "kind" "help_kind" NOT NULL,
    "content" TEXT NOT NULL,
    "amount" DECIMAL(14,2),
    "quantity" INTEGER,
    "due_on" DATE,
    "project_id" UUID,
    "state" "help_state" NOT NULL DEFAULT 'promised',
    "done_on" DATE,
    "done_amount" DECIMAL(14,2),
    "done_quantity" INTEGER,
    "done_text" TEXT,
    "rest_of_id" UUID,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reported_by_id" UUID,
    "reported_by_name" TEXT,
    "reported_at" TIMESTAMPTZ,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "help_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_event" (
    "id" UUID NOT NULL,
    "help_id" UUID NOT NULL,
    "act" "help_act" NOT NULL,
    "state" "help_state" NOT NULL,
    "text" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "help_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_name_key" ON "enterprise"("name");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_credit_code_key" ON "enterprise"("credit_code");

-- CreateIndex
CREATE INDEX "enterprise_township_id_idx" ON "enterprise"("township_id");

-- CreateIndex
CREATE INDEX "enterprise_pairing_enterprise_id_idx" ON "enterprise_pairing"("enterprise_id");

-- CreateIndex
CREATE INDEX "enterprise_pairing_village_id_idx" ON "enterprise_pairing"("village_id");

-- CreateIndex
CREATE UNIQUE INDEX "village_fund_id_village_id_key" ON "village_fund"("id", "village_id");

-- CreateIndex
CREATE INDEX "village_fund_village_id_year_idx" ON "village_fund"("village_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "project_id_village_id_key" ON "project"("id", "village_id");

-- CreateIndex
CREATE INDEX "project_village_id_idx" ON "project"("village_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_source_id_project_id_key" ON "project_source"("id", "project_id");

-- CreateIndex
CREATE INDEX "project_source_project_id_idx" ON "project_source"("project_id");

-- CreateIndex
CREATE INDEX "project_source_fund_id_idx" ON "project_source"("fund_id");

-- CreateIndex
CREATE INDEX "project_source_unit_id_idx" ON "project_source"("unit_id");

-- CreateIndex
CREATE INDEX "project_source_enterprise_id_idx" ON "project_source"("enterprise_id");

-- CreateIndex
CREATE INDEX "project_payment_project_id_paid_on_idx" ON "project_payment"("project_id", "paid_on");

-- CreateIndex
CREATE INDEX "project_payment_source_id_idx" ON "project_payment"("source_id");

-- CreateIndex
CREATE INDEX "project_milestone_project_id_due_on_idx" ON "project_milestone"("project_id", "due_on");

-- CreateIndex
CREATE INDEX "project_event_project_id_idx" ON "project_event"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "help_rest_of_id_key" ON "help"("rest_of_id");

-- CreateIndex
CREATE INDEX "help_village_id_idx" ON "help"("village_id");

-- CreateIndex
CREATE INDEX "help_unit_id_idx" ON "help"("unit_id");

-- CreateIndex
CREATE INDEX "help_enterprise_id_idx" ON "help"("enterprise_id");

-- CreateIndex
CREATE INDEX "help_project_id_idx" ON "help"("project_id");

-- CreateIndex
CREATE INDEX "help_event_help_id_idx" ON "help_event"("help_id");

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_pairing" ADD CONSTRAINT "enterprise_pairing_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise_pairing" ADD CONSTRAINT "enterprise_pairing_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village_fund" ADD CONSTRAINT "village_fund_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_source" ADD CONSTRAINT "project_source_project_id_village_id_fkey" FOREIGN KEY ("project_id", "village_id") REFERENCES "project"("id", "village_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_source" ADD CONSTRAINT "project_source_fund_id_village_id_fkey" FOREIGN KEY ("fund_id", "village_id") REFERENCES "village_fund"("id", "village_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_source" ADD CONSTRAINT "project_source_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_source" ADD CONSTRAINT "project_source_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_payment" ADD CONSTRAINT "project_payment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_payment" ADD CONSTRAINT "project_payment_source_id_project_id_fkey" FOREIGN KEY ("source_id", "project_id") REFERENCES "project_source"("id", "project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_milestone" ADD CONSTRAINT "project_milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_event" ADD CONSTRAINT "project_event_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_project_id_village_id_fkey" FOREIGN KEY ("project_id", "village_id") REFERENCES "project"("id", "village_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help" ADD CONSTRAINT "help_rest_of_id_fkey" FOREIGN KEY ("rest_of_id") REFERENCES "help"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_event" ADD CONSTRAINT "help_event_help_id_fkey" FOREIGN KEY ("help_id") REFERENCES "help"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What a row may be.
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_credit_code" CHECK (
  "credit_code" ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$');
ALTER TABLE "enterprise_pairing" ADD CONSTRAINT "enterprise_pairing_days" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "enterprise_pairing" ADD CONSTRAINT "enterprise_pairing_once"
  EXCLUDE USING gist ("enterprise_id" WITH =, "village_id" WITH =,
    daterange("starts_on", "ends_on", '[]') WITH &&);
ALTER TABLE "village_fund" ADD CONSTRAINT "village_fund_amount" CHECK (
  "amount" > 0 AND "year" BETWEEN 1900 AND 2100);
ALTER TABLE "project" ADD CONSTRAINT "project_sums_counted" CHECK (
  "planned" >= 0 AND "received" >= 0 AND "spent" >= 0);
ALTER TABLE "project" ADD CONSTRAINT "project_stopped_reason" CHECK (
  ("state" = 'stopped') = ("stopped_reason" IS NOT NULL));
ALTER TABLE "project" ADD CONSTRAINT "project_acceptance" CHECK (
  ("state" = 'accepted') = ("accepted_on" IS NOT NULL)
  AND ("accepted_on" IS NULL) = ("acceptance" IS NULL));
-- Whoever made a project doesn't accept it.
ALTER TABLE "project" ADD CONSTRAINT "project_two_people" CHECK ("accepted_by_id" <> "created_by_id");
ALTER TABLE "project_source" ADD CONSTRAINT "project_source_kind" CHECK (
  "planned" > 0 AND num_nonnulls("fund_id", "unit_id", "enterprise_id") <= 1
  AND ("kind" = 'publicFund') = ("fund_id" IS NOT NULL)
  AND ("kind" = 'unit') = ("unit_id" IS NOT NULL)
  AND ("kind" = 'enterprise') = ("enterprise_id" IS NOT NULL)
  AND ("kind" <> 'other' OR "note" IS NOT NULL));
ALTER TABLE "project_payment" ADD CONSTRAINT "project_payment_amount" CHECK (
  "amount" > 0 AND ("kind" = 'received') = ("source_id" IS NOT NULL));
ALTER TABLE "help" ADD CONSTRAINT "help_one_helper" CHECK (num_nonnulls("unit_id", "enterprise_id") = 1);
-- A project's money is received by the project, never typed a second time.
ALTER TABLE "help" ADD CONSTRAINT "help_amounts" CHECK (
  ("amount" IS NULL OR ("amount" > 0 AND "kind" IN ('money', 'goods')))
  AND ("done_amount" IS NULL OR ("done_amount" > 0 AND "kind" IN ('money', 'goods')))
  AND ("quantity" IS NULL OR ("quantity" > 0 AND "kind" IN ('training', 'visits')))
  AND ("done_quantity" IS NULL OR ("done_quantity" > 0 AND "kind" IN ('training', 'visits')))
  AND ("project_id" IS NULL OR "kind" = 'project')
  AND ("kind" <> 'money' OR "amount" IS NOT NULL)
  AND ("kind" <> 'money' OR "done_on" IS NULL OR "done_amount" IS NOT NULL));
ALTER TABLE "help" ADD CONSTRAINT "help_done" CHECK (
  ("state" NOT IN ('reported', 'returned', 'confirmed') OR "done_on" IS NOT NULL)
  AND ("state" NOT IN ('returned', 'dropped') OR "reason" IS NOT NULL));
-- Whoever reports doesn't confirm.
ALTER TABLE "help" ADD CONSTRAINT "help_two_people" CHECK (
  "state" <> 'confirmed' OR "decided_by_id" <> "reported_by_id");

-- A project's sums follow their parts. The row is held first, so that of two payments at once the
-- second counts the first; its key isn't taken, which the other's reference holds.
CREATE FUNCTION "project_sums_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_project uuid;
BEGIN
  FOR of_project IN SELECT DISTINCT id FROM unnest(ARRAY[
      CASE WHEN TG_OP <> 'INSERT' THEN OLD."project_id" END,
      CASE WHEN TG_OP <> 'DELETE' THEN NEW."project_id" END]) AS id WHERE id IS NOT NULL ORDER BY id LOOP
    PERFORM 1 FROM "project" WHERE "id" = of_project FOR NO KEY UPDATE;
    UPDATE "project" p SET
      "planned" = COALESCE((SELECT sum(s."planned") FROM "project_source" s WHERE s."project_id" = of_project), 0),
      "received" = COALESCE((SELECT sum(m."amount") FROM "project_payment" m
        WHERE m."project_id" = of_project AND m."kind" = 'received'), 0),
      "spent" = COALESCE((SELECT sum(m."amount") FROM "project_payment" m
        WHERE m."project_id" = of_project AND m."kind" = 'spent'), 0)
      WHERE p."id" = of_project;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "project_source_sums" AFTER INSERT OR UPDATE OR DELETE ON "project_source"
  FOR EACH ROW EXECUTE FUNCTION "project_sums_follow"();
CREATE TRIGGER "project_payment_sums" AFTER INSERT OR UPDATE OR DELETE ON "project_payment"
  FOR EACH ROW EXECUTE FUNCTION "project_sums_follow"();

-- Nobody writes another sum.
CREATE FUNCTION "guard_project_sums"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "project" p WHERE p."id" = NEW."id" AND (
      p."planned" <> COALESCE((SELECT sum(s."planned") FROM "project_source" s WHERE s."project_id" = p."id"), 0)
      OR p."received" <> COALESCE((SELECT sum(m."amount") FROM "project_payment" m
        WHERE m."project_id" = p."id" AND m."kind" = 'received'), 0)
      OR p."spent" <> COALESCE((SELECT sum(m."amount") FROM "project_payment" m
        WHERE m."project_id" = p."id" AND m."kind" = 'spent'), 0))) THEN
    RAISE EXCEPTION 'sums differ from their parts' USING ERRCODE = '23514', CONSTRAINT = 'project_sums';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "project_sums" AFTER INSERT OR UPDATE OF "planned", "received", "spent" ON "project"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "guard_project_sums"();

-- A project goes from state to state, and no other way.
CREATE FUNCTION "guard_project_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."state", NEW."state") NOT IN (('planned', 'underWay'), ('underWay', 'done'), ('done', 'underWay'),
      ('done', 'accepted'), ('planned', 'stopped'), ('underWay', 'stopped'), ('done', 'stopped'),
      ('stopped', 'underWay')) THEN
    RAISE EXCEPTION 'no such step' USING ERRCODE = '23514', CONSTRAINT = 'project_state_step';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "project_state_step" BEFORE UPDATE ON "project" FOR EACH ROW
  WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION "guard_project_state"();

-- An accepted project keeps its sources and payments; what is paid later is added.
CREATE FUNCTION "guard_accepted_project"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "project" p WHERE p."state" = 'accepted' AND p."id" IN (
      CASE WHEN TG_OP <> 'INSERT' THEN OLD."project_id" END,
      CASE WHEN TG_OP <> 'DELETE' THEN NEW."project_id" END)) THEN
    RAISE EXCEPTION 'the project is accepted' USING ERRCODE = '23514', CONSTRAINT = 'project_accepted_kept';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "project_source_kept" BEFORE INSERT OR UPDATE OR DELETE ON "project_source"
  FOR EACH ROW EXECUTE FUNCTION "guard_accepted_project"();
CREATE TRIGGER "project_payment_kept" BEFORE UPDATE OR DELETE ON "project_payment"
  FOR EACH ROW EXECUTE FUNCTION "guard_accepted_project"();

-- Confirmed help stays as it is, until it is taken up again with a reason.
CREATE FUNCTION "guard_confirmed_help"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."state" = 'returned' AND NEW."reason" IS NOT NULL THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the help is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'help_confirmed_kept';
END $$;
CREATE TRIGGER "help_confirmed_kept" BEFORE UPDATE OR DELETE ON "help" FOR EACH ROW
  WHEN (OLD."state" = 'confirmed') EXECUTE FUNCTION "guard_confirmed_help"();

-- The trail only grows.
CREATE FUNCTION "refuse_support_trail_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the trail only grows' USING ERRCODE = '23514', CONSTRAINT = 'support_trail_kept';
END $$;
CREATE TRIGGER "project_event_kept" BEFORE UPDATE OR DELETE ON "project_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_support_trail_change"();
CREATE TRIGGER "help_event_kept" BEFORE UPDATE OR DELETE ON "help_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_support_trail_change"();
