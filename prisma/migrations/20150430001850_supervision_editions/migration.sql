-- What rows said before they were changed is kept of more than help: of inspections, leaders' links and the
-- state of villages too. One table, one trigger.
ALTER TABLE "support_edition" RENAME TO "row_edition";
ALTER TABLE "row_edition" RENAME CONSTRAINT "support_edition_pkey" TO "row_edition_pkey";
ALTER INDEX "support_edition_of_table_known_until_idx" RENAME TO "row_edition_of_table_known_until_idx";
ALTER TRIGGER "support_edition_kept" ON "row_edition" RENAME TO "row_edition_kept";
ALTER FUNCTION "keep_support_edition"() RENAME TO "keep_row_edition";

-- What nobody could have seen, for it was written and replaced in one transaction, isn't kept. A table
-- without "id" says by which column its rows are known.
CREATE OR REPLACE FUNCTION "keep_row_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  IF OLD."known_from" < CURRENT_TIMESTAMP THEN
    INSERT INTO "row_edition" ("of_table", "row_id", "known_from", "content")
      VALUES (TG_TABLE_NAME, (to_jsonb(OLD) ->> coalesce(TG_ARGV[0], 'id'))::uuid, OLD."known_from", to_jsonb(OLD));
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  NEW."known_from" := CURRENT_TIMESTAMP;
  RETURN NEW;
END $$;

ALTER TABLE "inspection" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "leader_link" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "village_holder" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "village_election" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "weak_lax" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Of what is there already only the last edition is left: it counts from when it was entered, or where that
-- isn't kept, from its first day; a re-election from three years before it is due, when the last one was.
UPDATE "inspection" SET "known_from" = "entered_at";
UPDATE "leader_link" SET "known_from" = LEAST("starts_on"::timestamptz, CURRENT_TIMESTAMP);
UPDATE "village_holder" SET "known_from" = LEAST("starts_on"::timestamptz, CURRENT_TIMESTAMP);
UPDATE "village_election" SET "known_from" = LEAST(("due_on" - interval '3 years')::timestamptz, CURRENT_TIMESTAMP);
UPDATE "weak_lax" SET "known_from" = LEAST("designated_on"::timestamptz, CURRENT_TIMESTAMP);

-- A finding's state and deadline stand in its events, and nothing else of it changes.
CREATE TRIGGER "inspection_editions" BEFORE UPDATE OF "subject", "team", "summary" OR DELETE ON "inspection"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"();
CREATE TRIGGER "leader_link_editions" BEFORE UPDATE OR DELETE ON "leader_link"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"();
CREATE TRIGGER "village_holder_editions" BEFORE UPDATE OR DELETE ON "village_holder"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"();
CREATE TRIGGER "village_election_editions" BEFORE UPDATE OR DELETE ON "village_election"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"();
CREATE TRIGGER "weak_lax_editions" BEFORE UPDATE OR DELETE ON "weak_lax"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"();
