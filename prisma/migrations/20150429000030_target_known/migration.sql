-- What is known of a village when a period's report is confirmed: of each measure the last value that
-- was confirmed, as [period, number, answer]. A grid of two years reads one row for each year.
ALTER TABLE "target_sheet" ADD COLUMN "known" JSONB;

-- A confirmed report tells its own period and all later ones; while one is being corrected, the
-- edition that was confirmed last stands for it.
CREATE FUNCTION "keep_target_known"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "target_sheet" s SET "known" = (
    SELECT coalesce(jsonb_object_agg(l.k, jsonb_build_array(l."period", l."number", l."answer")), '{}')
    FROM (SELECT DISTINCT ON (x.k) x.k, b."period", (x.v ->> 'number')::numeric AS "number",
        (x.v ->> 'answer')::boolean AS "answer"
      FROM "target_sheet" b
      JOIN "target_edition" e ON e."sheet_id" = b."id" AND e."revision" = b."revision"
      CROSS JOIN LATERAL jsonb_each(e."content") x(k, v)
      WHERE b."batch_id" = s."batch_id" AND b."village_id" = s."village_id" AND b."ends_on" <= s."ends_on"
        AND num_nonnulls(x.v ->> 'number', x.v ->> 'answer') = 1
      ORDER BY x.k, b."ends_on" DESC) l)
  WHERE s."batch_id" = NEW."batch_id" AND s."village_id" = NEW."village_id"
    AND s."ends_on" >= NEW."ends_on" AND s."revision" > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "target_sheet_known" AFTER UPDATE ON "target_sheet" FOR EACH ROW
  WHEN (NEW."status" = 'confirmed' AND OLD."status" IS DISTINCT FROM 'confirmed')
  EXECUTE FUNCTION "keep_target_known"();

-- Every confirmed report is an edition.
CREATE FUNCTION "guard_target_confirmed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "target_edition" e WHERE e."sheet_id" = NEW."id" AND e."revision" = NEW."revision") THEN
    RAISE EXCEPTION 'a confirmed report has its edition' USING ERRCODE = '23514', CONSTRAINT = 'target_sheet_edition';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "target_sheet_edition" BEFORE UPDATE ON "target_sheet" FOR EACH ROW
  WHEN (NEW."status" = 'confirmed' AND OLD."status" IS DISTINCT FROM 'confirmed')
  EXECUTE FUNCTION "guard_target_confirmed"();
