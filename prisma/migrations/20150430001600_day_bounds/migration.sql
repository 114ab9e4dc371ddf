-- The earliest day that money can have moved on, and that somebody stays until. The latest is today, or
-- what the policy allows, which the application knows. Rows of before stay as they are.

CREATE FUNCTION "guard_work_expense_day"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of RECORD;
BEGIN
  SELECT "date", "starts_on" INTO of FROM "batch" WHERE "id" = NEW."batch_id";
  IF TG_TABLE_NAME = 'work_expense_payment' THEN
    IF NEW."paid_on" < of."date" THEN
      RAISE EXCEPTION 'paid before its batch' USING ERRCODE = '23514', CONSTRAINT = 'payment_day';
    END IF;
  ELSIF NEW."used_on" < of."starts_on" + make_interval(years => NEW."year" - 1) THEN
    RAISE EXCEPTION 'used before its year' USING ERRCODE = '23514', CONSTRAINT = 'work_expense_use_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "work_expense_payment_day" BEFORE INSERT ON "work_expense_payment"
  FOR EACH ROW EXECUTE FUNCTION "guard_work_expense_day"();
CREATE TRIGGER "work_expense_use_day" BEFORE INSERT ON "work_expense_use"
  FOR EACH ROW EXECUTE FUNCTION "guard_work_expense_day"();

-- Funds are of calendar years: a project's money is from the year of the first dispatch to its village.
CREATE FUNCTION "guard_project_payment_day"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."paid_on" < (
    SELECT date_trunc('year', min(b."date")::timestamp) FROM "project" p
    JOIN "batch_village" bv ON bv."village_id" = p."village_id" JOIN "batch" b ON b."id" = bv."batch_id"
    WHERE p."id" = NEW."project_id") THEN
    RAISE EXCEPTION 'paid before its batch' USING ERRCODE = '23514', CONSTRAINT = 'payment_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "project_payment_day" BEFORE INSERT OR UPDATE OF "paid_on", "project_id" ON "project_payment"
  FOR EACH ROW EXECUTE FUNCTION "guard_project_payment_day"();

-- B5: by a text nothing is given before it holds, from either side.
CREATE FUNCTION "guard_township_benefit_day"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'township_benefit' THEN
    IF EXISTS (SELECT 1 FROM "township_benefit_amount"
      WHERE "benefit_id" = NEW."id" AND "given_on" < NEW."starts_on") THEN
      RAISE EXCEPTION 'given before the text holds' USING ERRCODE = '23514', CONSTRAINT = 'township_benefit_day';
    END IF;
  ELSIF NEW."given_on" < (
    SELECT "starts_on" FROM "township_benefit" WHERE "id" = NEW."benefit_id" FOR SHARE) THEN
    RAISE EXCEPTION 'given before the text holds' USING ERRCODE = '23514', CONSTRAINT = 'township_benefit_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "township_benefit_day" BEFORE UPDATE OF "starts_on" ON "township_benefit"
  FOR EACH ROW WHEN (NEW."starts_on" > OLD."starts_on") EXECUTE FUNCTION "guard_township_benefit_day"();
CREATE TRIGGER "township_benefit_amount_day" BEFORE INSERT OR UPDATE OF "given_on", "benefit_id"
  ON "township_benefit_amount" FOR EACH ROW EXECUTE FUNCTION "guard_township_benefit_day"();

-- S4: who stays, stays beyond the batch's last day.
CREATE FUNCTION "guard_term_end_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."stay_until" <= (SELECT "ends_on" FROM "batch" WHERE "id" = NEW."batch_id") THEN
    RAISE EXCEPTION 'stays no longer than the term' USING ERRCODE = '23514', CONSTRAINT = 'term_end_stay_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "term_end_stay_day" BEFORE INSERT OR UPDATE OF "stay_until" ON "term_end"
  FOR EACH ROW WHEN (NEW."stay_until" IS NOT NULL) EXECUTE FUNCTION "guard_term_end_stay"();
