-- A batch is closed after its term only: what is closed before it began can't be undone.
CREATE FUNCTION "guard_batch_term_runs"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "batch" b WHERE b."id" = NEW."batch_id" AND b."ends_on" >= NEW."closed_on") THEN
    RAISE EXCEPTION 'the term runs' USING ERRCODE = '23514', CONSTRAINT = 'batch_term_runs';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "batch_closing_after_term" BEFORE INSERT ON "batch_closing"
  FOR EACH ROW EXECUTE FUNCTION "guard_batch_term_runs"();

-- The months of a closed batch are for reading: rows, what stands beside them, and checks of their days.
DO $$
DECLARE
  "name" TEXT;
BEGIN
  FOREACH "name" IN ARRAY ARRAY['attendance_row', 'attendance_cut', 'attendance_note', 'attendance_remark',
    'attendance_absence', 'spot_check'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION "guard_closed_batch_of"(''assignment'', ''assignment_id'')',
      "name" || '_batch_closed', "name");
  END LOOP;
END $$;

-- Days of which all posts, of a township or of a cadre, belong to closed batches; at least one does.
CREATE FUNCTION "days_closed"("township" UUID, "cadre" UUID, "from" DATE, "to" DATE) RETURNS BOOLEAN
  LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_and(c."batch_id" IS NOT NULL), false)
  FROM "assignment" a
  JOIN "batch" b ON b."id" = a."batch_id"
  JOIN "village" v ON v."id" = a."village_id"
  LEFT JOIN "batch_closing" c ON c."batch_id" = a."batch_id"
  WHERE a."state" = 'inForce' AND a."starts_on" <= "to" AND coalesce(a."ends_on", b."ends_on") >= "from"
    AND ("township" IS NULL OR v."township_id" = "township") AND ("cadre" IS NULL OR a."cadre_id" = "cadre")
$$;
CREATE FUNCTION "guard_closed_sheet"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF "days_closed"(NEW."township_id", NULL, NEW."month", (NEW."month" + interval '1 month - 1 day')::date) THEN
    RAISE EXCEPTION 'the batch is closed' USING ERRCODE = '23514', CONSTRAINT = 'batch_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "attendance_sheet_batch_closed" BEFORE INSERT OR UPDATE ON "attendance_sheet"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_sheet"();
CREATE FUNCTION "guard_closed_leave"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF "days_closed"(NULL, NEW."cadre_id", NEW."starts_on", coalesce(NEW."last_day", NEW."ends_on")) THEN
    RAISE EXCEPTION 'the batch is closed' USING ERRCODE = '23514', CONSTRAINT = 'batch_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "leave_batch_closed" BEFORE INSERT OR UPDATE ON "leave"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_leave"();
