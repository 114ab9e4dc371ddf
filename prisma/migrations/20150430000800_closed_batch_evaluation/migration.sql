-- A closed batch's evaluations are for reading too: grades, the steps to them, and what was asked against them.
-- The argument names the column by which a row is of a round: its own, or the person's.
CREATE FUNCTION "guard_closed_evaluation"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "row" JSONB := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  "of" UUID := ("row" ->> TG_ARGV[0])::uuid;
  "batch" UUID;
BEGIN
  IF TG_ARGV[0] = 'person_id' THEN
    SELECT r."batch_id" INTO "batch" FROM "evaluation_person" p
      JOIN "evaluation_round" r ON r."id" = p."round_id" WHERE p."id" = "of";
  ELSE
    SELECT r."batch_id" INTO "batch" FROM "evaluation_round" r WHERE r."id" = "of";
  END IF;
  -- Who closes the batch at the same moment waits, or is waited for.
  PERFORM 1 FROM "batch" b WHERE b."id" = "batch" FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM "batch_closing" c WHERE c."batch_id" = "batch") THEN
    RAISE EXCEPTION 'the batch is closed' USING ERRCODE = '23514', CONSTRAINT = 'batch_closed';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

-- Named to fire before the other guards, whose words would be less plain.
DO $$
DECLARE
  "name" TEXT;
BEGIN
  FOREACH "name" IN ARRAY ARRAY['evaluation_person', 'evaluation_visit', 'evaluation_team',
    'evaluation_team_member', 'evaluation_team_village', 'grade_notice', 'round_grade_set'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION "guard_closed_evaluation"(''round_id'')',
      'a_' || "name" || '_batch_closed', "name");
  END LOOP;
  FOREACH "name" IN ARRAY ARRAY['evaluation_record', 'grade_edition', 'grade_signature', 'grade_case',
    'grade_feedback', 'grade_notice_person', 'notice_objection', 'ballot_tally', 'evaluation_opinion',
    'evaluation_facts'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION "guard_closed_evaluation"(''person_id'')',
      'a_' || "name" || '_batch_closed', "name");
  END LOOP;
END $$;
