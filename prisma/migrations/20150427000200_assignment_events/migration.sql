-- `inForce` counts for its days, past ones too; `revoked` never took effect. `ended` was said by the
-- dates already, and let a past post be overlapped.
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_cadre_one_post";
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_village_one_per_post";
ALTER TABLE "assignment" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "assignment_state" RENAME TO "assignment_state_old";
CREATE TYPE "assignment_state" AS ENUM ('inForce', 'revoked');
ALTER TABLE "assignment" ALTER COLUMN "state" TYPE "assignment_state"
  USING (CASE "state"::text WHEN 'revoked' THEN 'revoked' ELSE 'inForce' END)::"assignment_state";
DROP TYPE "assignment_state_old";
ALTER TABLE "assignment" ALTER COLUMN "state" SET DEFAULT 'inForce';
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_cadre_one_post"
  EXCLUDE USING gist ("cadre_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&)
  WHERE ("state" = 'inForce') DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_village_one_per_post"
  EXCLUDE USING gist ("village_id" WITH =, (CASE WHEN "post" = 'deputySecretary' THEN 2 ELSE 1 END) WITH =,
    daterange("starts_on", "ends_on", '[]') WITH &&)
  WHERE ("state" = 'inForce') DEFERRABLE INITIALLY DEFERRED;

-- CreateEnum
CREATE TYPE "assignment_event_kind" AS ENUM ('appointed', 'reported', 'membershipTransferred', 'membershipReturned', 'replaced', 'withdrawn', 'exchanged', 'extended', 'ended', 'filled');

-- CreateTable
CREATE TABLE "assignment_event" (
    "id" UUID NOT NULL,
    "act_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "assignment_event_kind" NOT NULL,
    "date" DATE NOT NULL,
    "document_number" TEXT,
    "reason" TEXT,
    "late_reason" TEXT,
    "ends_before" DATE,
    "ends_after" DATE,
    "voids" BOOLEAN NOT NULL DEFAULT false,
    "made_id" UUID,
    "nomination_id" UUID,
    "recorded_by_id" UUID,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_id" UUID,
    "undone_by_name" TEXT,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "assignment_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignment_event_act_id_idx" ON "assignment_event"("act_id");

-- CreateIndex
CREATE INDEX "assignment_event_recorded_at_idx" ON "assignment_event"("recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_event_assignment_id_seq_key" ON "assignment_event"("assignment_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_event_made_id_key" ON "assignment_event"("made_id");

-- AddForeignKey
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_made_id_fkey" FOREIGN KEY ("made_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_nomination_id_fkey" FOREIGN KEY ("nomination_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A change of who is in post says why.
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_reason" CHECK (
  "kind" NOT IN ('replaced', 'withdrawn', 'exchanged', 'extended', 'filled') OR length(trim("reason")) > 0);
-- Everything but the arrival stands on a paper: a document, or the receipt of the membership.
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_number" CHECK (
  "kind" = 'reported' OR length(trim("document_number")) > 0);
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_makes_post" CHECK (
  ("made_id" IS NOT NULL) = ("kind" IN ('replaced', 'exchanged', 'filled')));
-- What a kind does to the last day: it shortens, lengthens, or leaves it; a post voided has none.
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_last_day" CHECK (CASE
  WHEN "voids" THEN "kind" IN ('replaced', 'withdrawn', 'exchanged') AND "ends_after" IS NULL AND "ends_before" IS NULL
  WHEN "kind" = 'withdrawn' OR "kind" = 'exchanged' THEN "ends_after" IS NOT NULL AND "ends_after" < COALESCE("ends_before", 'infinity')
  WHEN "kind" = 'replaced' THEN "ends_after" IS NULL OR "ends_after" < COALESCE("ends_before", 'infinity')
  WHEN "kind" = 'extended' THEN "ends_after" > "ends_before" AND "ends_before" IS NOT NULL
  ELSE "ends_before" IS NULL AND "ends_after" IS NULL END);
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_undone" CHECK (
  ("undone_at" IS NULL) = ("undone_by_name" IS NULL));
-- These happen once, unless undone.
CREATE UNIQUE INDEX "assignment_event_once" ON "assignment_event"("assignment_id", "kind")
  WHERE "undone_at" IS NULL AND "kind" IN ('appointed', 'reported', 'membershipTransferred', 'membershipReturned', 'withdrawn', 'exchanged', 'replaced', 'ended', 'filled');

-- Events are a record: they are undone, once and from the end, and never rewritten or deleted.
CREATE FUNCTION "refuse_event_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."undone_at" IS NOT NULL OR NEW."undone_at" IS NULL
    OR (to_jsonb(OLD) - 'undone_at' - 'undone_by_id' - 'undone_by_name')
      IS DISTINCT FROM (to_jsonb(NEW) - 'undone_at' - 'undone_by_id' - 'undone_by_name') THEN
    RAISE EXCEPTION 'events are only undone' USING ERRCODE = '23514', CONSTRAINT = 'assignment_event_kept';
  END IF;
  IF EXISTS (SELECT 1 FROM "assignment_event" e WHERE e."undone_at" IS NULL AND e."id" <> OLD."id"
      AND (e."assignment_id" = OLD."made_id"
        OR (e."assignment_id" = OLD."assignment_id" AND e."seq" > OLD."seq" AND (
          (OLD."kind" IN ('replaced', 'withdrawn', 'exchanged', 'extended', 'ended')
            AND e."kind" NOT IN ('appointed', 'reported', 'membershipTransferred'))
          OR (OLD."kind" = 'membershipTransferred' AND e."kind" = 'membershipReturned'))))) THEN
    RAISE EXCEPTION 'another event builds on it' USING ERRCODE = '23514', CONSTRAINT = 'assignment_event_from_end';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "assignment_event_kept" BEFORE UPDATE OR DELETE ON "assignment_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_event_change"();
