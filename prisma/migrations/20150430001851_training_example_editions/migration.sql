-- Sessions, who was to come and who came, and examples, as they read at any instant.
ALTER TABLE "training" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "training_person" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "example" ADD COLUMN "known_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Of what is there already the last edition is left. Somebody was to come before it was said whether he or
-- she came; an example stands as it does since it was written, sent or reviewed.
UPDATE "training" SET "known_from" = "entered_at";
UPDATE "training_person" p SET "known_from" = coalesce(p."said_at", t."entered_at")
  FROM "training" t WHERE t."id" = p."training_id";
INSERT INTO "row_edition" ("of_table", "row_id", "known_from", "known_until", "content")
  SELECT 'training_person', p."training_id", t."entered_at", p."said_at",
    to_jsonb(p) || '{"presence": null, "reason": null, "said_by_name": null, "said_at": null}'
      || jsonb_build_object('known_from', t."entered_at")
  FROM "training_person" p JOIN "training" t ON t."id" = p."training_id" WHERE p."said_at" > t."entered_at";
UPDATE "example" SET "known_from" = coalesce("reviewed_at", "submitted_at", "written_at");

CREATE TRIGGER "training_editions" BEFORE UPDATE OR DELETE ON "training"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"();
CREATE TRIGGER "training_person_editions" BEFORE UPDATE OR DELETE ON "training_person"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"('training_id');
CREATE TRIGGER "example_editions" BEFORE UPDATE OR DELETE ON "example"
  FOR EACH ROW EXECUTE FUNCTION "keep_row_edition"();
