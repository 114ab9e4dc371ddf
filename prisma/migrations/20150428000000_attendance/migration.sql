-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('holiday', 'makeUp');

-- CreateEnum
CREATE TYPE "sheet_status" AS ENUM ('draft', 'signed', 'submitted', 'returned', 'confirmed');

-- CreateEnum
CREATE TYPE "sheet_act" AS ENUM ('sign', 'submit', 'withdraw', 'confirm', 'return', 'askCorrection', 'approveCorrection', 'refuseCorrection', 'reopen');

-- CreateEnum
CREATE TYPE "leave_kind" AS ENUM ('personalLeave', 'sickLeave', 'annualLeave', 'marriageLeave', 'maternityLeave', 'paternityLeave', 'bereavementLeave', 'familyLeave', 'injuryLeave');

-- CreateEnum
CREATE TYPE "leave_state" AS ENUM ('asked', 'approved', 'refused', 'withdrawn', 'ended');

-- CreateEnum
CREATE TYPE "spot_finding" AS ENUM ('there', 'elsewhere');

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "set_by_name" TEXT,
    "set_at" TIMESTAMPTZ,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "attendance_sheet" (
    "id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "status" "sheet_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "confirmed_revision" INTEGER,
    "submitted_at" TIMESTAMPTZ,
    "confirmed_at" TIMESTAMPTZ,
    "correction_reason" TEXT,
    "correction_by_name" TEXT,
    "correction_at" TIMESTAMPTZ,

    CONSTRAINT "attendance_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_row" (
    "assignment_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "sheet_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "marks" SMALLINT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "short_reason" TEXT,
    "signed_on" DATE,
    "objection" TEXT,
    "answer" TEXT,

    CONSTRAINT "attendance_row_pkey" PRIMARY KEY ("assignment_id","month")
);

-- CreateTable
CREATE TABLE "attendance_cut" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "marks" SMALLINT[],
    "cut_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_cut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_note" (
    "assignment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_note_pkey" PRIMARY KEY ("assignment_id","day")
);

-- CreateTable
CREATE TABLE "attendance_event" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "act" "sheet_act" NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_remark" (
    "id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "day" DATE,
    "reason" TEXT NOT NULL,

    CONSTRAINT "attendance_remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_edition" (
    "sheet_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "changed" INTEGER NOT NULL,
    "signed_by_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ,

    CONSTRAINT "attendance_edition_pkey" PRIMARY KEY ("sheet_id","revision")
);

-- CreateTable
CREATE TABLE "attendance_absence" (
    "assignment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "heard_on" DATE NOT NULL,
    "statement" TEXT NOT NULL,
    "document_number" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_absence_pkey" PRIMARY KEY ("assignment_id","day")
);

-- CreateTable
CREATE TABLE "leave" (
    "id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "kind" "leave_kind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "starts_at_noon" BOOLEAN NOT NULL DEFAULT false,
    "ends_at_noon" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "document_number" TEXT,
    "state" "leave_state" NOT NULL DEFAULT 'asked',
    "asked_by_id" UUID,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ,
    "decision" TEXT,
    "last_day" DATE,
    "ended_by_name" TEXT,
    "ended_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leave_entitlement" (
    "cadre_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "leave_kind" NOT NULL,
    "days" DECIMAL(4,1) NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "leave_entitlement_pkey" PRIMARY KEY ("cadre_id","year","kind")
);

-- CreateTable
CREATE TABLE "spot_check" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "half" SMALLINT,
    "found" "spot_finding" NOT NULL,
    "text" TEXT NOT NULL,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolution" TEXT,
    "resolved_by_name" TEXT,
    "resolved_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "spot_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attendance_sheet_month_idx" ON "attendance_sheet"("month");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_sheet_township_id_month_key" ON "attendance_sheet"("township_id", "month");

-- CreateIndex
CREATE INDEX "attendance_row_sheet_id_idx" ON "attendance_row"("sheet_id");

-- CreateIndex
CREATE INDEX "attendance_row_month_idx" ON "attendance_row"("month");

-- CreateIndex
CREATE INDEX "attendance_cut_assignment_id_month_idx" ON "attendance_cut"("assignment_id", "month");

-- CreateIndex
CREATE INDEX "attendance_event_sheet_id_idx" ON "attendance_event"("sheet_id");

-- CreateIndex
CREATE INDEX "attendance_remark_event_id_idx" ON "attendance_remark"("event_id");

-- CreateIndex
CREATE INDEX "attendance_remark_sheet_id_idx" ON "attendance_remark"("sheet_id");

-- CreateIndex
CREATE INDEX "leave_cadre_id_starts_on_idx" ON "leave"("cadre_id", "starts_on");

-- CreateIndex
CREATE INDEX "leave_starts_on_idx" ON "leave"("starts_on");

-- CreateIndex
CREATE INDEX "spot_check_assignment_id_day_idx" ON "spot_check"("assignment_id", "day");

-- CreateIndex
CREATE INDEX "spot_check_day_idx" ON "spot_check"("day");

-- AddForeignKey
ALTER TABLE "attendance_sheet" ADD CONSTRAINT "attendance_sheet_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_row" ADD CONSTRAINT "attendance_row_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_row" ADD CONSTRAINT "attendance_row_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "attendance_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_row" ADD CONSTRAINT "attendance_row_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_note" ADD CONSTRAINT "attendance_note_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "attendance_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_remark" ADD CONSTRAINT "attendance_remark_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "attendance_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_remark" ADD CONSTRAINT "attendance_remark_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "attendance_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_edition" ADD CONSTRAINT "attendance_edition_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "attendance_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_absence" ADD CONSTRAINT "attendance_absence_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave" ADD CONSTRAINT "leave_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_entitlement" ADD CONSTRAINT "leave_entitlement_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Notes and reasons say something.
ALTER TABLE "attendance_note" ADD CONSTRAINT "attendance_note_text" CHECK (length(trim("text")) > 0);
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_text" CHECK (length(trim("text")) > 0);
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_half" CHECK ("half" IN (1, 2));
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_resolved" CHECK (
  ("resolved_at" IS NULL) = ("resolution" IS NULL) AND ("resolved_at" IS NULL) = ("resolved_by_name" IS NULL));
ALTER TABLE "attendance_absence" ADD CONSTRAINT "attendance_absence_heard" CHECK (
  length(trim("statement")) > 0 AND "heard_on" >= "day");

-- A sheet is of a month, and says when it was submitted and confirmed.
ALTER TABLE "attendance_sheet" ADD CONSTRAINT "attendance_sheet_month" CHECK (extract(day FROM "month") = 1);
ALTER TABLE "attendance_sheet" ADD CONSTRAINT "attendance_sheet_status" CHECK (
  ("status" NOT IN ('submitted', 'confirmed') OR "submitted_at" IS NOT NULL)
  AND ("status" <> 'confirmed' OR ("confirmed_at" IS NOT NULL AND "confirmed_revision" = "revision"))
  AND ("status" NOT IN ('signed', 'submitted', 'confirmed') OR "revision" > 0)
  AND "confirmed_revision" <= "revision");
-- A correction is asked for of what is confirmed.
ALTER TABLE "attendance_sheet" ADD CONSTRAINT "attendance_sheet_correction" CHECK (
  ("correction_reason" IS NULL) = ("correction_at" IS NULL)
  AND ("correction_reason" IS NULL) = ("correction_by_name" IS NULL)
  AND ("correction_reason" IS NULL OR "status" = 'confirmed'));

-- 31 cells; none outside the days in post; each two halves of a mark or nothing, and not nothing twice.
CREATE FUNCTION "attendance_cells_hold"("marks" smallint[], "first_day" date, "last_day" date)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_length("marks", 1) = 31 AND array_lower("marks", 1) = 1 AND NOT EXISTS (
    SELECT 1 FROM unnest("marks") WITH ORDINALITY cell(c, i) WHERE c IS NOT NULL AND (
      i < extract(day FROM "first_day") OR i > extract(day FROM "last_day")
      OR c < 1 OR c % 32 > 17 OR c / 32 > 17))
$$;
ALTER TABLE "attendance_row" ADD CONSTRAINT "attendance_row_cells" CHECK (
  "attendance_cells_hold"("marks", "first_day", "last_day"));
ALTER TABLE "attendance_row" ADD CONSTRAINT "attendance_row_days" CHECK (
  "first_day" <= "last_day" AND date_trunc('month', "first_day"::timestamp) = "month"::timestamp
  AND date_trunc('month', "last_day"::timestamp) = "month"::timestamp);
ALTER TABLE "attendance_row" ADD CONSTRAINT "attendance_row_answer" CHECK (
  "answer" IS NULL OR "objection" IS NOT NULL);
-- Nobody's day is logged twice, on whichever sheets.
ALTER TABLE "attendance_row" ADD CONSTRAINT "attendance_row_day_once"
  EXCLUDE USING gist ("cadre_id" WITH =, daterange("first_day", "last_day", '[]') WITH &&)
  DEFERRABLE INITIALLY DEFERRED;

-- A month that the district confirmed is locked; and 旷工 stands only where the district confirmed it.
CREATE FUNCTION "guard_attendance_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "attendance_sheet" s WHERE s."status" = 'confirmed'
      AND s."id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."sheet_id" ELSE NEW."sheet_id" END) THEN
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
CREATE TRIGGER "attendance_row_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "attendance_row"
  FOR EACH ROW EXECUTE FUNCTION "guard_attendance_row"();

CREATE FUNCTION "guard_attendance_note"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "attendance_row" r JOIN "attendance_sheet" s ON s."id" = r."sheet_id"
      WHERE s."status" = 'confirmed'
        AND ((r."assignment_id" = OLD."assignment_id" AND r."month" = date_trunc('month', OLD."day"::timestamp)::date)
          OR (r."assignment_id" = NEW."assignment_id" AND r."month" = date_trunc('month', NEW."day"::timestamp)::date)))
  THEN
    RAISE EXCEPTION 'the month is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'attendance_month_locked';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "attendance_note_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "attendance_note"
  FOR EACH ROW EXECUTE FUNCTION "guard_attendance_note"();

-- Editions, their events and what was heard stay as they are; an edition is confirmed once.
CREATE FUNCTION "refuse_attendance_record_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'attendance_edition' AND OLD."confirmed_at" IS NULL
    AND (to_jsonb(OLD) - 'confirmed_at' - 'confirmed_by_name')
      IS NOT DISTINCT FROM (to_jsonb(NEW) - 'confirmed_at' - 'confirmed_by_name') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'records of attendance only grow' USING ERRCODE = '23514', CONSTRAINT = 'attendance_record_kept';
END $$;
CREATE TRIGGER "attendance_edition_kept" BEFORE UPDATE OR DELETE ON "attendance_edition"
  FOR EACH ROW EXECUTE FUNCTION "refuse_attendance_record_change"();
CREATE TRIGGER "attendance_event_kept" BEFORE UPDATE OR DELETE ON "attendance_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_attendance_record_change"();
CREATE TRIGGER "attendance_remark_kept" BEFORE UPDATE OR DELETE ON "attendance_remark"
  FOR EACH ROW EXECUTE FUNCTION "refuse_attendance_record_change"();
CREATE TRIGGER "attendance_absence_kept" BEFORE UPDATE OR DELETE ON "attendance_absence"
  FOR EACH ROW EXECUTE FUNCTION "refuse_attendance_record_change"();

-- A change of a post's dates opens and closes cells. What is closed is kept, and comes back with the
-- dates; a confirmed month is corrected first.
CREATE FUNCTION "attendance_follows_post"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r record;
  opens date;
  closes date;
  kept smallint[];
  cut smallint[];
BEGIN
  FOR r IN SELECT a.*, s."status" FROM "attendance_row" a JOIN "attendance_sheet" s ON s."id" = a."sheet_id"
      WHERE a."assignment_id" = NEW."id" LOOP
    opens := greatest(NEW."starts_on", r."month");
    closes := least(COALESCE(NEW."ends_on", 'infinity'), (r."month" + interval '1 month - 1 day')::date);
    IF NEW."state" = 'inForce' AND opens = r."first_day" AND closes = r."last_day" THEN CONTINUE; END IF;
    IF r."status" = 'confirmed' THEN
      RAISE EXCEPTION 'the month is confirmed' USING ERRCODE = '23514', CONSTRAINT = 'attendance_month_locked';
    END IF;
    SELECT array_agg(CASE WHEN NEW."state" = 'inForce' AND r."month" + (i - 1)::int BETWEEN opens AND closes
        THEN c END ORDER BY i) INTO kept FROM unnest(r."marks") WITH ORDINALITY cell(c, i);
    IF kept IS DISTINCT FROM r."marks" THEN
      INSERT INTO "attendance_cut" ("id", "assignment_id", "month", "marks")
        VALUES (gen_random_uuid(), NEW."id", r."month", r."marks");
    END IF;
    IF NEW."state" <> 'inForce' OR opens > closes THEN
      DELETE FROM "attendance_row" WHERE "assignment_id" = NEW."id" AND "month" = r."month";
    ELSE
      SELECT k."marks" INTO cut FROM "attendance_cut" k
        WHERE k."assignment_id" = NEW."id" AND k."month" = r."month" ORDER BY k."cut_at" DESC LIMIT 1;
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
  -- A post that was void counts again: its days are there again.
  IF NEW."state" = 'inForce' AND OLD."state" <> 'inForce' THEN
    FOR r IN SELECT DISTINCT ON (k."month") k."month", k."marks", s."id" AS "sheet_id" FROM "attendance_cut" k
        JOIN "village" v ON v."id" = NEW."village_id"
        JOIN "attendance_sheet" s ON s."township_id" = v."township_id" AND s."month" = k."month"
        WHERE k."assignment_id" = NEW."id" AND s."status" <> 'confirmed' ORDER BY k."month", k."cut_at" DESC LOOP
      opens := greatest(NEW."starts_on", r."month");
      closes := least(COALESCE(NEW."ends_on", 'infinity'), (r."month" + interval '1 month - 1 day')::date);
      IF opens > closes THEN CONTINUE; END IF;
      SELECT array_agg(CASE WHEN r."month" + (i - 1)::int BETWEEN opens AND closes THEN c END ORDER BY i)
        INTO kept FROM unnest(r."marks") WITH ORDINALITY cell(c, i);
      INSERT INTO "attendance_row" ("assignment_id", "month", "sheet_id", "cadre_id", "first_day", "last_day", "marks")
        VALUES (NEW."id", r."month", r."sheet_id", NEW."cadre_id", opens, closes, kept)
        ON CONFLICT DO NOTHING;
    END LOOP;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assignment_moves_attendance" AFTER UPDATE OF "starts_on", "ends_on", "state" ON "assignment"
  FOR EACH ROW EXECUTE FUNCTION "attendance_follows_post"();

-- 请假: asked, decided, ended, in this order; a person is on one leave at a time.
ALTER TABLE "leave" ADD CONSTRAINT "leave_days" CHECK (
  "starts_on" <= "ends_on" AND NOT ("starts_on" = "ends_on" AND "starts_at_noon" AND "ends_at_noon")
  AND ("last_day" IS NULL OR "last_day" >= "starts_on" - 1));
ALTER TABLE "leave" ADD CONSTRAINT "leave_reason" CHECK (length(trim("reason")) > 0);
ALTER TABLE "leave" ADD CONSTRAINT "leave_state" CHECK (
  ("state" IN ('asked', 'withdrawn') OR ("decided_at" IS NOT NULL AND "decided_by_name" IS NOT NULL))
  AND (("state" = 'ended') = ("ended_at" IS NOT NULL)) AND (("state" = 'ended') = ("last_day" IS NOT NULL))
  AND ("state" <> 'refused' OR length(trim("decision")) > 0));
ALTER TABLE "leave" ADD CONSTRAINT "leave_one_at_a_time"
  EXCLUDE USING gist ("cadre_id" WITH =,
    daterange("starts_on", COALESCE("last_day", "ends_on"), '[]') WITH &&)
  WHERE ("state" IN ('asked', 'approved') OR ("state" = 'ended' AND "last_day" >= "starts_on"));
ALTER TABLE "leave_entitlement" ADD CONSTRAINT "leave_entitlement_days" CHECK (
  "days" >= 0 AND "year" BETWEEN 1900 AND 2100);
ALTER TABLE "calendar_year" ADD CONSTRAINT "calendar_year_known" CHECK ("year" BETWEEN 1900 AND 2100);
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_name" CHECK (length(trim("name")) > 0);
