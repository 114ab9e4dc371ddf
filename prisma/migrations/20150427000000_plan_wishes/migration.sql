CREATE TYPE "wish_kind" AS ENUM ('pin', 'banVillage', 'banTownship', 'together', 'apart', 'prefer');
CREATE TYPE "relative_kind" AS ENUM ('spouse', 'direct', 'collateral', 'inLaw');

-- A pin points at a place of its own plan.
CREATE UNIQUE INDEX "plan_place_plan_id_id_key" ON "plan_place"("plan_id", "id");

CREATE TABLE "plan_wish" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" "wish_kind" NOT NULL,
    "place_id" UUID,
    "cadre_id" UUID,
    "other_cadre_id" UUID,
    "unit_id" UUID,
    "village_id" UUID,
    "township_id" UUID,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID,
    "set_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_wish_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_plan_id_place_id_fkey" FOREIGN KEY ("plan_id", "place_id") REFERENCES "plan_place"("plan_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_other_cadre_id_fkey" FOREIGN KEY ("other_cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "plan_wish_plan_id_idx" ON "plan_wish"("plan_id");
CREATE INDEX "plan_wish_cadre_id_idx" ON "plan_wish"("cadre_id");
CREATE INDEX "plan_wish_other_cadre_id_idx" ON "plan_wish"("other_cadre_id");
CREATE INDEX "plan_wish_unit_id_idx" ON "plan_wish"("unit_id");
CREATE INDEX "plan_wish_village_id_idx" ON "plan_wish"("village_id");
CREATE INDEX "plan_wish_township_id_idx" ON "plan_wish"("township_id");

-- Each kind has its own columns and no others; a preference names a village or a township.
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_shape_of_kind" CHECK (
  ("place_id" IS NOT NULL) = ("kind" = 'pin')
  AND ("cadre_id" IS NOT NULL) = ("kind" <> 'banTownship')
  AND ("other_cadre_id" IS NOT NULL) = ("kind" IN ('together', 'apart'))
  AND ("unit_id" IS NOT NULL) = ("kind" = 'banTownship')
  AND CASE "kind"
    WHEN 'banVillage' THEN "village_id" IS NOT NULL AND "township_id" IS NULL
    WHEN 'banTownship' THEN "village_id" IS NULL AND "township_id" IS NOT NULL
    WHEN 'prefer' THEN num_nonnulls("village_id", "township_id") = 1
    ELSE num_nonnulls("village_id", "township_id") = 0
  END);
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_two_people" CHECK ("other_cadre_id" <> "cadre_id");
ALTER TABLE "plan_wish" ADD CONSTRAINT "plan_wish_has_a_reason" CHECK (btrim("reason") <> '');

-- The same wish once; a pin holds one place and one person.
CREATE UNIQUE INDEX "plan_wish_one_pin_a_place" ON "plan_wish"("plan_id", "place_id") WHERE "kind" = 'pin';
CREATE UNIQUE INDEX "plan_wish_one_pin_a_cadre" ON "plan_wish"("plan_id", "cadre_id") WHERE "kind" = 'pin';
CREATE UNIQUE INDEX "plan_wish_village_once" ON "plan_wish"("plan_id", "kind", "cadre_id", "village_id") WHERE "kind" IN ('banVillage', 'prefer') AND "village_id" IS NOT NULL;
CREATE UNIQUE INDEX "plan_wish_township_once" ON "plan_wish"("plan_id", "cadre_id", "township_id") WHERE "kind" = 'prefer' AND "township_id" IS NOT NULL;
CREATE UNIQUE INDEX "plan_wish_unit_once" ON "plan_wish"("plan_id", "unit_id", "township_id") WHERE "kind" = 'banTownship';
CREATE UNIQUE INDEX "plan_wish_pair_once" ON "plan_wish"("plan_id", "kind", LEAST("cadre_id", "other_cadre_id"), GREATEST("cadre_id", "other_cadre_id")) WHERE "kind" IN ('together', 'apart');

-- Pins were a mark without a reason; they stay in force and say so.
INSERT INTO "plan_wish" ("id", "plan_id", "kind", "place_id", "cadre_id", "reason", "set_by_name")
SELECT gen_random_uuid(), p."plan_id", 'pin', p."id", p."cadre_id", '早先锁定，未记理由', l."created_by_name"
FROM "plan_place" p JOIN "plan" l ON l."id" = p."plan_id" WHERE p."pinned" AND p."cadre_id" IS NOT NULL;
ALTER TABLE "plan_place" DROP COLUMN "pinned";

-- An issued plan is a document: what was asked of it doesn't change any more.
CREATE TRIGGER "plan_wish_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "plan_wish"
  FOR EACH ROW EXECUTE FUNCTION "refuse_issued_plan_change"();

-- E8: kin that was declared with a nomination.
CREATE UNIQUE INDEX "nomination_id_cadre_id_key" ON "nomination"("id", "cadre_id");
CREATE TABLE "nomination_relative" (
    "id" UUID NOT NULL,
    "nomination_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "other_cadre_id" UUID,
    "village_id" UUID,
    "relation" "relative_kind" NOT NULL,
    "note" TEXT,
    "declared_by_id" UUID NOT NULL,
    "declared_by_name" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nomination_relative_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "nomination_relative" ADD CONSTRAINT "nomination_relative_nomination_id_cadre_id_fkey" FOREIGN KEY ("nomination_id", "cadre_id") REFERENCES "nomination"("id", "cadre_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "nomination_relative" ADD CONSTRAINT "nomination_relative_other_cadre_id_fkey" FOREIGN KEY ("other_cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "nomination_relative" ADD CONSTRAINT "nomination_relative_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX "nomination_relative_nomination_id_other_cadre_id_key" ON "nomination_relative"("nomination_id", "other_cadre_id");
CREATE UNIQUE INDEX "nomination_relative_nomination_id_village_id_key" ON "nomination_relative"("nomination_id", "village_id");
CREATE INDEX "nomination_relative_other_cadre_id_idx" ON "nomination_relative"("other_cadre_id");
CREATE INDEX "nomination_relative_village_id_idx" ON "nomination_relative"("village_id");
-- Either another cadre or a village's committees; nobody is kin of oneself.
ALTER TABLE "nomination_relative" ADD CONSTRAINT "nomination_relative_one_other" CHECK (num_nonnulls("other_cadre_id", "village_id") = 1);
ALTER TABLE "nomination_relative" ADD CONSTRAINT "nomination_relative_not_oneself" CHECK ("other_cadre_id" <> "cadre_id");
