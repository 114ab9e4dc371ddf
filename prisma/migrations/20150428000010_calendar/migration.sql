-- A year may have days entered by hand before it was published: then only those and its weekends are known.
ALTER TABLE "calendar_year" ADD COLUMN "known" BOOLEAN NOT NULL DEFAULT true;

-- A day of a month that the district confirmed anywhere stays as it was reckoned with.
CREATE FUNCTION "guard_calendar_day"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "attendance_sheet" s WHERE s."status" = 'confirmed'
      AND s."month" IN (date_trunc('month', OLD."day"::timestamp)::date,
        date_trunc('month', NEW."day"::timestamp)::date)) THEN
    RAISE EXCEPTION 'the month is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'calendar_month_locked';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "calendar_day_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "calendar_day"
  FOR EACH ROW EXECUTE FUNCTION "guard_calendar_day"();

CREATE TYPE "occasion_kind" AS ENUM ('meeting', 'training');

CREATE TABLE "district_occasion" (
    "id" UUID NOT NULL,
    "kind" "occasion_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "tier" "tier",
    "document_number" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "district_occasion_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "district_occasion_starts_on_idx" ON "district_occasion"("starts_on");
ALTER TABLE "district_occasion" ADD CONSTRAINT "district_occasion_days" CHECK (
  "starts_on" <= "ends_on" AND "ends_on" <= "starts_on" + 60);
ALTER TABLE "district_occasion" ADD CONSTRAINT "district_occasion_title" CHECK (length(trim("title")) > 0);
-- Whom the district dispatches: the city's people aren't ours.
ALTER TABLE "district_occasion" ADD CONSTRAINT "district_occasion_tier" CHECK ("tier" <> 'city');
