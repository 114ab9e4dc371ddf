-- What lists of posts are ordered by stands on the post, so that a page of a day's posts is put in order
-- without all villages and all people of the register. The database alone writes these columns: a post
-- takes them from its village and its person, and follows when these change. Whoever reads them there
-- holds the row, so that of two at the same time none misses the other.

ALTER TABLE "village" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
UPDATE "village" v SET "place" = t."code" || ' ' || v."code" FROM "region" t WHERE t."id" = v."township_id";
CREATE INDEX "village_place_id_idx" ON "village" ("place", "id");

CREATE FUNCTION "village_place"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."place" := COALESCE((SELECT t."code" FROM "region" t WHERE t."id" = NEW."township_id" FOR KEY SHARE), '')
    || ' ' || NEW."code";
  RETURN NEW;
END $$;
CREATE TRIGGER "village_place" BEFORE INSERT OR UPDATE OF "township_id", "code", "place" ON "village"
  FOR EACH ROW EXECUTE FUNCTION "village_place"();

CREATE FUNCTION "region_code_moves"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "village" SET "place" = '' WHERE "township_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "region_code_moves" AFTER UPDATE OF "code" ON "region"
  FOR EACH ROW WHEN (OLD."code" <> NEW."code") EXECUTE FUNCTION "region_code_moves"();

ALTER TABLE "assignment" ADD COLUMN "village_place" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "person_unit" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "person_place" TEXT NOT NULL DEFAULT '';

-- That a name is spelt anew changes nothing of a post: a closed batch keeps everything else as it is.
DROP TRIGGER "assignment_batch_closed" ON "assignment";
UPDATE "assignment" a SET "village_place" = v."place", "person_unit" = u."name", "person_place" = c."sort_key"
  FROM "village" v, "cadre" c, "unit" u
  WHERE v."id" = a."village_id" AND c."id" = a."cadre_id" AND u."id" = c."unit_id";
SET CONSTRAINTS ALL IMMEDIATE;
CREATE TRIGGER "assignment_batch_closed" BEFORE INSERT OR DELETE ON "assignment"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_batch"('batch_id');
CREATE TRIGGER "assignment_batch_closed_kept" BEFORE UPDATE ON "assignment" FOR EACH ROW WHEN (
    (to_jsonb(OLD) - '{village_place,person_unit,person_place}'::text[])
    IS DISTINCT FROM (to_jsonb(NEW) - '{village_place,person_unit,person_place}'::text[]))
  EXECUTE FUNCTION "guard_closed_batch"('batch_id');

CREATE FUNCTION "assignment_order"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unit UUID;
BEGIN
  SELECT v."place" INTO NEW."village_place" FROM "village" v WHERE v."id" = NEW."village_id" FOR SHARE;
  SELECT c."sort_key", c."unit_id" INTO NEW."person_place", unit
    FROM "cadre" c WHERE c."id" = NEW."cadre_id" FOR SHARE;
  SELECT u."name" INTO NEW."person_unit" FROM "unit" u WHERE u."id" = unit FOR SHARE;
  -- Of nobody, or nowhere: the foreign keys say so.
  NEW."village_place" := COALESCE(NEW."village_place", '');
  NEW."person_place" := COALESCE(NEW."person_place", '');
  NEW."person_unit" := COALESCE(NEW."person_unit", '');
  RETURN NEW;
END $$;
CREATE TRIGGER "assignment_order" BEFORE INSERT
  OR UPDATE OF "village_id", "cadre_id", "village_place", "person_unit", "person_place" ON "assignment"
  FOR EACH ROW EXECUTE FUNCTION "assignment_order"();

CREATE FUNCTION "assignment_order_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'village' THEN
    UPDATE "assignment" SET "village_place" = '' WHERE "village_id" = NEW."id";
  ELSIF TG_TABLE_NAME = 'unit' THEN
    UPDATE "assignment" a SET "person_unit" = '' FROM "cadre" c
      WHERE c."unit_id" = NEW."id" AND a."cadre_id" = c."id";
  ELSE
    UPDATE "assignment" SET "person_place" = '' WHERE "cadre_id" = NEW."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "village_place_follows" AFTER UPDATE ON "village"
  FOR EACH ROW WHEN (OLD."place" <> NEW."place") EXECUTE FUNCTION "assignment_order_follows"();
CREATE TRIGGER "cadre_place_follows" AFTER UPDATE OF "unit_id", "sort_key" ON "cadre"
  FOR EACH ROW WHEN ((OLD."unit_id", OLD."sort_key") IS DISTINCT FROM (NEW."unit_id", NEW."sort_key"))
  EXECUTE FUNCTION "assignment_order_follows"();
CREATE TRIGGER "unit_name_follows" AFTER UPDATE OF "name" ON "unit"
  FOR EACH ROW WHEN (OLD."name" <> NEW."name") EXECUTE FUNCTION "assignment_order_follows"();

CREATE INDEX "assignment_village_place_idx" ON "assignment" ("village_place", ("post" = 'deputySecretary'), "id");
CREATE INDEX "assignment_person_place_id_idx" ON "assignment" ("person_place", "id");
-- Comparing names by pinyin takes longer than passing by the posts of other days.
CREATE INDEX "assignment_person_unit_idx" ON "assignment" ("person_unit" COLLATE zh_pinyin, "person_place", "id")
  INCLUDE ("starts_on", "ends_on") WHERE "state" <> 'revoked';
-- A day's posts are counted and put in order by what stands here.
DROP INDEX "assignment_last_day_idx";
CREATE INDEX "assignment_last_day_idx" ON "assignment" ((COALESCE("ends_on", 'infinity'::date)), "starts_on")
  INCLUDE ("ends_on", "id", "tier", "post", "village_id", "village_place", "person_place")
  WHERE "state" <> 'revoked';
