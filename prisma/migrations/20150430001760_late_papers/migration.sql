-- A round keeps the bytes of the shipped templates that it was opened with: an upgrade doesn't change its letters.
-- AlterTable
ALTER TABLE "round_template" ADD COLUMN     "file" BYTEA;

ALTER TABLE "round_template" ADD CONSTRAINT "round_template_file" CHECK ("file" IS NULL
  OR ("edition" IS NULL AND length("file") BETWEEN 1 AND 5242880));

-- What a closed round printed with stays; bytes are added once, where a version before this one kept none.
CREATE FUNCTION "guard_round_template"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."file" IS NOT NULL THEN
    RAISE EXCEPTION 'the templates of the round are kept'
      USING ERRCODE = '23514', CONSTRAINT = 'round_template_kept';
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'file' = to_jsonb(OLD) - 'file' THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM "evaluation_round" r WHERE r."status" = 'closed'
    AND r."id" = (CASE WHEN TG_OP = 'INSERT' THEN NEW."round_id" ELSE OLD."round_id" END)) THEN
    RAISE EXCEPTION 'the templates of the round are kept'
      USING ERRCODE = '23514', CONSTRAINT = 'round_template_kept';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "round_template_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "round_template"
  FOR EACH ROW EXECUTE FUNCTION "guard_round_template"();

-- A template that letters were printed with is never another one.
CREATE FUNCTION "guard_letter_template"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'versions of a template are kept'
    USING ERRCODE = '23514', CONSTRAINT = 'letter_template_kept';
END $$;
CREATE TRIGGER "letter_template_guarded" BEFORE UPDATE ON "letter_template" FOR EACH ROW
  WHEN (OLD."file" IS DISTINCT FROM NEW."file" OR OLD."edition" <> NEW."edition" OR OLD."kind" <> NEW."kind")
  EXECUTE FUNCTION "guard_letter_template"();

-- Two acts come after a batch was closed by their nature: papers go to the file, and a unit says that it received
-- the feedback. Nothing else of a closed batch's evaluations changes.
DROP TRIGGER "a_evaluation_record_batch_closed" ON "evaluation_record";
CREATE TRIGGER "a_evaluation_record_batch_closed" BEFORE INSERT ON "evaluation_record"
  FOR EACH ROW WHEN (NEW."kind" NOT IN ('form', 'file'))
  EXECUTE FUNCTION "guard_closed_evaluation"('person_id');
CREATE TRIGGER "a_evaluation_record_closed_kept" BEFORE UPDATE OR DELETE ON "evaluation_record"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_evaluation"('person_id');

DROP TRIGGER "a_grade_feedback_batch_closed" ON "grade_feedback";
CREATE TRIGGER "a_grade_feedback_batch_closed" BEFORE INSERT OR DELETE ON "grade_feedback"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_evaluation"('person_id');
CREATE TRIGGER "a_grade_feedback_closed_kept" BEFORE UPDATE ON "grade_feedback"
  FOR EACH ROW WHEN (NOT (OLD."received_on" IS NULL AND NEW."received_on" IS NOT NULL
    AND to_jsonb(NEW.*) - ARRAY['received_on', 'received_by_id', 'received_by_name', 'version']
      = to_jsonb(OLD.*) - ARRAY['received_on', 'received_by_id', 'received_by_name', 'version']))
  EXECUTE FUNCTION "guard_closed_evaluation"('person_id');
