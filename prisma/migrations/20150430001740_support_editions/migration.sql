-- Help, its money and its pairings as they were written down at any instant: a row says since when it stands
-- as it does ("known_from"), and what it said before is kept by the database, whoever changes or deletes it.
CREATE TABLE "support_edition" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "of_table" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "known_from" TIMESTAMPTZ(6) NOT NULL,
    "known_until" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content" JSONB NOT NULL,

    CONSTRAINT "support_edition_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "support_edition_of_table_known_until_idx" ON "support_edition"("of_table", "known_until");

ALTER TABLE "village_fund" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "enterprise_pairing" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "project" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "project_source" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "project_payment" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "project_milestone" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "help" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Of what is there already only the last edition is left: it counts from when the row was entered; a
-- pairing, of which that isn't kept, from its first day.
ALTER TABLE "project_source" DISABLE TRIGGER USER;
ALTER TABLE "project_payment" DISABLE TRIGGER USER;
ALTER TABLE "project" DISABLE TRIGGER USER;
ALTER TABLE "help" DISABLE TRIGGER USER;
UPDATE "village_fund" SET "known_from" = "entered_at";
UPDATE "enterprise_pairing" SET "known_from" = LEAST("starts_on"::timestamptz, CURRENT_TIMESTAMP);
UPDATE "project" SET "known_from" = "created_at";
UPDATE "project_source" s SET "known_from" = p."created_at" FROM "project" p WHERE p."id" = s."project_id";
UPDATE "project_milestone" m SET "known_from" = p."created_at" FROM "project" p WHERE p."id" = m."project_id";
UPDATE "project_payment" SET "known_from" = "entered_at";
UPDATE "help" SET "known_from" = "entered_at";
ALTER TABLE "project_source" ENABLE TRIGGER USER;
ALTER TABLE "project_payment" ENABLE TRIGGER USER;
ALTER TABLE "project" ENABLE TRIGGER USER;
ALTER TABLE "help" ENABLE TRIGGER USER;

-- Payments that were taken back are editions like others.
DROP TRIGGER "project_payment_taken_back" ON "project_payment";
DROP FUNCTION "keep_taken_back_payment"();
INSERT INTO "support_edition" ("of_table", "row_id", "known_from", "known_until", "content")
  SELECT 'project_payment', b."id", b."entered_at", b."taken_back_at",
    to_jsonb(b) - 'taken_back_at' || jsonb_build_object('known_from', b."entered_at")
  FROM "project_payment_taken_back" b;
DROP TABLE "project_payment_taken_back";

-- What nobody could have seen, for it was written and replaced in one transaction, isn't kept.
CREATE FUNCTION "keep_support_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  IF OLD."known_from" < CURRENT_TIMESTAMP THEN
    INSERT INTO "support_edition" ("of_table", "row_id", "known_from", "content")
      VALUES (TG_TABLE_NAME, OLD."id", OLD."known_from", to_jsonb(OLD));
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  NEW."known_from" := CURRENT_TIMESTAMP;
  RETURN NEW;
END $$;
CREATE TRIGGER "village_fund_editions" BEFORE UPDATE OR DELETE ON "village_fund"
  FOR EACH ROW EXECUTE FUNCTION "keep_support_edition"();
CREATE TRIGGER "enterprise_pairing_editions" BEFORE UPDATE OR DELETE ON "enterprise_pairing"
  FOR EACH ROW EXECUTE FUNCTION "keep_support_edition"();
CREATE TRIGGER "project_source_editions" BEFORE UPDATE OR DELETE ON "project_source"
  FOR EACH ROW EXECUTE FUNCTION "keep_support_edition"();
CREATE TRIGGER "project_payment_editions" BEFORE UPDATE OR DELETE ON "project_payment"
  FOR EACH ROW EXECUTE FUNCTION "keep_support_edition"();
CREATE TRIGGER "project_milestone_editions" BEFORE UPDATE OR DELETE ON "project_milestone"
  FOR EACH ROW EXECUTE FUNCTION "keep_support_edition"();
CREATE TRIGGER "help_editions" BEFORE UPDATE OR DELETE ON "help"
  FOR EACH ROW EXECUTE FUNCTION "keep_support_edition"();
-- A project's sums follow their parts and its state stands in its events: its facts alone are kept.
CREATE TRIGGER "project_editions" BEFORE UPDATE OF "name", "kind", "purpose" OR DELETE ON "project"
  FOR EACH ROW EXECUTE FUNCTION "keep_support_edition"();
CREATE TRIGGER "support_edition_kept" BEFORE UPDATE OR DELETE ON "support_edition"
  FOR EACH ROW EXECUTE FUNCTION "refuse_support_trail_change"();
