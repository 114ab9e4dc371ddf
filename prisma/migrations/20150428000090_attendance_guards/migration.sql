-- A row doesn't leave a confirmed month for another sheet either.
CREATE OR REPLACE FUNCTION "guard_attendance_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "attendance_sheet" s WHERE s."status" = 'confirmed'
      AND (s."id" = OLD."sheet_id" OR s."id" = NEW."sheet_id")) THEN
    RAISE EXCEPTION 'the month is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'attendance_month_locked';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF EXISTS (SELECT 1 FROM unnest(NEW."marks") WITH ORDINALITY cell(c, i)
      WHERE (c % 32 = 17 OR c / 32 = 17) AND NOT EXISTS (SELECT 1 FROM "attendance_absence" a
        WHERE a."assignment_id" = NEW."assignment_id" AND a."day" = NEW."month" + (i - 1)::int)) THEN
    RAISE EXCEPTION 'absence without a hearing' USING ERRCODE = '23514', CONSTRAINT = 'attendance_absence_confirmed';
  END IF;
  RETURN NEW;
END $$;

-- Only editions have a day of confirmation: the others were refused for want of that column.
CREATE OR REPLACE FUNCTION "refuse_attendance_record_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'attendance_edition'
    AND to_jsonb(OLD) ->> 'confirmed_at' IS NULL
    AND (to_jsonb(OLD) - 'confirmed_at' - 'confirmed_by_name')
      IS NOT DISTINCT FROM (to_jsonb(NEW) - 'confirmed_at' - 'confirmed_by_name') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'records of attendance only grow' USING ERRCODE = '23514', CONSTRAINT = 'attendance_record_kept';
END $$;

-- By day the mark that was cut off last, over all cuts: dates may have been shortened more than once.
CREATE FUNCTION "attendance_cut_marks"(assignment uuid, "of_month" date)
RETURNS smallint[] LANGUAGE sql STABLE AS $$
  SELECT array_agg((SELECT k."marks"[i] FROM "attendance_cut" k
      WHERE k."assignment_id" = assignment AND k."month" = "of_month" AND k."marks"[i] IS NOT NULL
      ORDER BY k."cut_at" DESC, k."id" DESC LIMIT 1) ORDER BY i)
  FROM generate_series(1, 31) i
$$;

-- As before, and: cuts are read day by day; a month whose row was taken away comes back also where the
-- post was in force all along; one that was confirmed meanwhile is corrected first; what was written
-- beside a row's cells goes with it.
CREATE OR REPLACE FUNCTION "attendance_follows_post"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record;
  opens date;
  closes date;
  kept smallint[];
  cut smallint[];
BEGIN
  FOR r IN SELECT a.*, s."status" FROM "attendance_row" a JOIN "attendance_sheet" s ON s."id" = a."sheet_id"
      WHERE a."assignment_id" = NEW."id" ORDER BY a."month" LOOP
    opens := greatest(NEW."starts_on", r."month");
    closes := least(COALESCE(NEW."ends_on", 'infinity'), (r."month" + interval '1 month - 1 day')::date);
    IF NEW."state" = 'inForce' AND opens = r."first_day" AND closes = r."last_day" THEN CONTINUE; END IF;
    IF r."status" = 'confirmed' THEN
      RAISE EXCEPTION 'the month is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'attendance_month_locked';
    END IF;
    cut := "attendance_cut_marks"(NEW."id", r."month");
    SELECT array_agg(CASE WHEN NEW."state" = 'inForce' AND r."month" + (i - 1)::int BETWEEN opens AND closes
        THEN c END ORDER BY i) INTO kept FROM unnest(r."marks") WITH ORDINALITY cell(c, i);
    IF kept IS DISTINCT FROM r."marks" OR NEW."state" <> 'inForce' OR opens > closes THEN
      INSERT INTO "attendance_cut" ("id", "assignment_id", "month", "marks", "cut_at")
        VALUES (gen_random_uuid(), NEW."id", r."month", r."marks", clock_timestamp());
    END IF;
    IF NEW."state" <> 'inForce' OR opens > closes THEN
      DELETE FROM "attendance_row" WHERE "assignment_id" = NEW."id" AND "month" = r."month";
    ELSE
      SELECT array_agg(COALESCE(c, CASE WHEN r."month" + (i - 1)::int BETWEEN opens AND closes
          AND NOT r."month" + (i - 1)::int BETWEEN r."first_day" AND r."last_day" THEN cut[i] END) ORDER BY i)
        INTO kept FROM unnest(kept) WITH ORDINALITY cell(c, i);
      UPDATE "attendance_row" SET "first_day" = opens, "last_day" = closes, "marks" = kept,
        "version" = "version" + 1, "signed_on" = NULL
        WHERE "assignment_id" = NEW."id" AND "month" = r."month";
    END IF;
    -- What was signed was signed with other days.
    UPDATE "attendance_sheet" SET "version" = "version" + 1,
      "status" = CASE WHEN "status" IN ('signed', 'submitted') THEN 'draft' ELSE "status" END
      WHERE "id" = r."sheet_id";
  END LOOP;
  IF NEW."state" <> 'inForce' THEN RETURN NEW; END IF;
  -- Months that had a row, and have days in post again.
  FOR r IN SELECT DISTINCT k."month", s."id" AS "sheet_id", s."status" FROM "attendance_cut" k
      JOIN "village" v ON v."id" = NEW."village_id"
      JOIN "attendance_sheet" s ON s."township_id" = v."township_id" AND s."month" = k."month"
      WHERE k."assignment_id" = NEW."id" AND NOT EXISTS (SELECT 1 FROM "attendance_row" a
        WHERE a."assignment_id" = NEW."id" AND a."month" = k."month") ORDER BY k."month" LOOP
    opens := greatest(NEW."starts_on", r."month");
    closes := least(COALESCE(NEW."ends_on", 'infinity'), (r."month" + interval '1 month - 1 day')::date);
    IF opens > closes THEN CONTINUE; END IF;
    IF r."status" = 'confirmed' THEN
      RAISE EXCEPTION 'the month is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'attendance_month_locked';
    END IF;
    SELECT array_agg(CASE WHEN r."month" + (i - 1)::int BETWEEN opens AND closes THEN c END ORDER BY i)
      INTO kept FROM unnest("attendance_cut_marks"(NEW."id", r."month")) WITH ORDINALITY cell(c, i);
    INSERT INTO "attendance_row" ("assignment_id", "month", "sheet_id", "cadre_id", "first_day", "last_day", "marks")
      VALUES (NEW."id", r."month", r."sheet_id", NEW."cadre_id", opens, closes, kept);
    UPDATE "attendance_sheet" SET "version" = "version" + 1,
      "status" = CASE WHEN "status" IN ('signed', 'submitted') THEN 'draft' ELSE "status" END
      WHERE "id" = r."sheet_id";
  END LOOP;
  RETURN NEW;
END $$;
