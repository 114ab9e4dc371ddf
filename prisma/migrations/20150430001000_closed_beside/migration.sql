-- What belongs to a batch by way of another row is for reading once the batch is closed, too. Arguments: the
-- table that knows the batch, and the column that names its row.
CREATE FUNCTION "guard_closed_batch_of"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "row" JSONB := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  "closed" BOOLEAN;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I o JOIN "batch_closing" c ON c."batch_id" = o."batch_id"
    WHERE o."id" = $1)', TG_ARGV[0]) INTO "closed" USING ("row" ->> TG_ARGV[1])::uuid;
  IF "closed" THEN
    RAISE EXCEPTION 'the batch is closed' USING ERRCODE = '23514', CONSTRAINT = 'batch_closed';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "township_benefit_amount_batch_closed" BEFORE INSERT OR UPDATE OR DELETE ON "township_benefit_amount"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_batch_of"('township_benefit', 'benefit_id');
CREATE TRIGGER "term_handover_batch_closed" BEFORE INSERT OR UPDATE OR DELETE ON "term_handover"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_batch_of"('assignment', 'assignment_id');
