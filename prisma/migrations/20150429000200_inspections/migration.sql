-- 督查 (S2): inspections of villages, what was found there, and draws of villages.
CREATE TYPE "inspection_kind" AS ENUM ('dispatching', 'unannounced', 'comparison', 'leaderVisit', 'termEnd');
CREATE TYPE "finding_kind" AS ENUM ('onDuty', 'partyBuilding', 'targets', 'projects', 'help', 'ledgers', 'question', 'other');
CREATE TYPE "finding_severity" AS ENUM ('minor', 'serious', 'grave');
CREATE TYPE "finding_state" AS ENUM ('open', 'answered', 'returned', 'closed', 'withdrawn');
CREATE TYPE "finding_step" AS ENUM ('enter', 'answer', 'close', 'return', 'withdraw');
CREATE TYPE "finding_responsible" AS ENUM ('township', 'unit', 'person');

CREATE TABLE "village_draw" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "batch_id" UUID,
    "filter" JSONB NOT NULL,
    "population" JSONB NOT NULL,
    "drawn" TEXT[] NOT NULL,
    "drawn_on" DATE NOT NULL,
    "drawn_by_id" UUID,
    "drawn_by_name" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "village_draw_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "inspection" (
    "id" UUID NOT NULL,
    "kind" "inspection_kind" NOT NULL,
    "day" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "summary" TEXT,
    "draw_id" UUID,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "inspection_village" (
    "inspection_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,

    CONSTRAINT "inspection_village_pkey" PRIMARY KEY ("inspection_id", "village_id")
);

CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "kind" "finding_kind" NOT NULL,
    "severity" "finding_severity" NOT NULL,
    "text" TEXT NOT NULL,
    "deadline" DATE NOT NULL,
    "responsible" "finding_responsible" NOT NULL,
    "unit_id" UUID,
    "person" TEXT,
    "state" "finding_state" NOT NULL DEFAULT 'open',
    "entered_by_id" UUID,
    "answered_by_id" UUID,
    "closed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "finding_event" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "step" "finding_step" NOT NULL,
    "text" TEXT NOT NULL,
    "on" DATE,
    "deadline" DATE,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_event_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "spot_check" ADD COLUMN "inspection_id" UUID;

CREATE UNIQUE INDEX "village_draw_seed_key" ON "village_draw"("seed");
CREATE INDEX "village_draw_drawn_at_idx" ON "village_draw"("drawn_at");
CREATE UNIQUE INDEX "inspection_draw_id_key" ON "inspection"("draw_id");
CREATE INDEX "inspection_day_idx" ON "inspection"("day");
CREATE INDEX "inspection_village_village_id_idx" ON "inspection_village"("village_id");
CREATE INDEX "finding_inspection_id_village_id_idx" ON "finding"("inspection_id", "village_id");
CREATE INDEX "finding_village_id_idx" ON "finding"("village_id");
CREATE INDEX "finding_unit_id_idx" ON "finding"("unit_id");
CREATE INDEX "finding_state_deadline_idx" ON "finding"("state", "deadline");
CREATE INDEX "finding_event_finding_id_at_idx" ON "finding_event"("finding_id", "at");
CREATE INDEX "spot_check_inspection_id_idx" ON "spot_check"("inspection_id");

ALTER TABLE "village_draw" ADD CONSTRAINT "village_draw_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "village_draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_village" ADD CONSTRAINT "inspection_village_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection_village" ADD CONSTRAINT "inspection_village_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_inspection_id_village_id_fkey" FOREIGN KEY ("inspection_id", "village_id") REFERENCES "inspection_village"("inspection_id", "village_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding" ADD CONSTRAINT "finding_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "finding_event" ADD CONSTRAINT "finding_event_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Texts say something.
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_text" CHECK (length(trim("subject")) > 0 AND length(trim("team")) > 0);
ALTER TABLE "finding" ADD CONSTRAINT "finding_text" CHECK (length(trim("text")) > 0);
ALTER TABLE "finding_event" ADD CONSTRAINT "finding_event_text" CHECK (length(trim("text")) > 0);
-- Exactly the one who is responsible is named.
ALTER TABLE "finding" ADD CONSTRAINT "finding_responsible_named" CHECK (
  ("responsible" = 'unit') = ("unit_id" IS NOT NULL) AND ("responsible" = 'person') = ("person" IS NOT NULL));
ALTER TABLE "finding" ADD CONSTRAINT "finding_closed" CHECK ("state" = 'closed' OR "closed_by_id" IS NULL);
-- Nobody answers and closes the same.
ALTER TABLE "finding" ADD CONSTRAINT "finding_two_people" CHECK ("closed_by_id" <> "answered_by_id");
ALTER TABLE "village_draw" ADD CONSTRAINT "village_draw_size" CHECK (
  "count" > 0 AND cardinality("drawn") = least("count", jsonb_array_length("population")) AND cardinality("drawn") > 0);

-- Found, answered, closed or returned: no step is left out, and what is settled stays.
CREATE FUNCTION "guard_finding"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" <> 'open' THEN
      RAISE EXCEPTION 'a finding begins open' USING ERRCODE = '23514', CONSTRAINT = 'finding_steps';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD."state" IN ('closed', 'withdrawn') THEN
    RAISE EXCEPTION 'a finding is kept' USING ERRCODE = '23514', CONSTRAINT = 'finding_kept';
  END IF;
  IF (OLD."state", NEW."state") NOT IN (('open', 'open'), ('open', 'answered'), ('open', 'withdrawn'),
      ('answered', 'answered'), ('answered', 'closed'), ('answered', 'returned'), ('returned', 'returned'),
      ('returned', 'answered')) THEN
    RAISE EXCEPTION 'no such step' USING ERRCODE = '23514', CONSTRAINT = 'finding_steps';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "finding_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "finding"
  FOR EACH ROW EXECUTE FUNCTION "guard_finding"();

-- Draws and trails only grow.
CREATE FUNCTION "refuse_inspection_record_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records of inspections only grow' USING ERRCODE = '23514', CONSTRAINT = 'inspection_record_kept';
END $$;
CREATE TRIGGER "village_draw_kept" BEFORE UPDATE OR DELETE ON "village_draw"
  FOR EACH ROW EXECUTE FUNCTION "refuse_inspection_record_change"();
CREATE TRIGGER "finding_event_kept" BEFORE UPDATE OR DELETE ON "finding_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_inspection_record_change"();
