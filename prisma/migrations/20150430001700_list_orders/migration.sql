-- Lists of a province in each order that they have: read by an index, both ways where empty values stand
-- last.

-- The operating income of a village's last year, to order by. It is reckoned here and nowhere else:
-- whatever else is written to it is put right.
ALTER TABLE "village" ADD COLUMN "latest_income" DECIMAL(14,2);
UPDATE "village" v SET "latest_income" = (
  SELECT y."operating_income" FROM "village_year" y WHERE y."village_id" = v."id" ORDER BY y."year" DESC LIMIT 1);

CREATE FUNCTION "village_latest_income"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."latest_income" := (SELECT y."operating_income" FROM "village_year" y
    WHERE y."village_id" = NEW."id" ORDER BY y."year" DESC LIMIT 1);
  RETURN NEW;
END $$;
CREATE TRIGGER "village_latest_income" BEFORE INSERT OR UPDATE OF "id", "latest_income" ON "village"
  FOR EACH ROW EXECUTE FUNCTION "village_latest_income"();

-- The village is held first: of two who write years of it, the second reckons with what the first wrote.
CREATE FUNCTION "latest_income_follows"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched UUID[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    touched := ARRAY(SELECT DISTINCT "village_id" FROM "written");
  ELSIF TG_OP = 'DELETE' THEN
    touched := ARRAY(SELECT DISTINCT "village_id" FROM "gone");
  ELSE
    touched := ARRAY(SELECT "village_id" FROM "written" UNION SELECT "village_id" FROM "gone");
  END IF;
  PERFORM 1 FROM "village" WHERE "id" = ANY(touched) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "village" v SET "latest_income" = NULL WHERE v."id" = ANY(touched)
    AND v."latest_income" IS DISTINCT FROM (SELECT y."operating_income" FROM "village_year" y
      WHERE y."village_id" = v."id" ORDER BY y."year" DESC LIMIT 1);
  RETURN NULL;
END $$;
CREATE TRIGGER "village_year_written" AFTER INSERT ON "village_year"
  REFERENCING NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "latest_income_follows"();
CREATE TRIGGER "village_year_changed" AFTER UPDATE ON "village_year"
  REFERENCING OLD TABLE AS "gone" NEW TABLE AS "written" FOR EACH STATEMENT EXECUTE FUNCTION "latest_income_follows"();
CREATE TRIGGER "village_year_gone" AFTER DELETE ON "village_year"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "latest_income_follows"();

CREATE INDEX "village_latest_income_id_idx" ON "village" ("latest_income", "id");
CREATE INDEX "village_latest_income_last_idx" ON "village" ("latest_income" DESC NULLS LAST, "id");
CREATE INDEX "village_households_id_idx" ON "village" ("households", "id");
CREATE INDEX "village_households_last_idx" ON "village" ("households" DESC NULLS LAST, "id");
CREATE INDEX "village_population_id_idx" ON "village" ("population", "id");
CREATE INDEX "village_population_last_idx" ON "village" ("population" DESC NULLS LAST, "id");
CREATE INDEX "village_party_members_id_idx" ON "village" ("party_members", "id");
CREATE INDEX "village_party_members_last_idx" ON "village" ("party_members" DESC NULLS LAST, "id");

-- People unit by unit, in the order of names.
DROP INDEX "cadre_unit_id_idx";
CREATE INDEX "cadre_unit_id_sort_key_id_idx" ON "cadre" ("unit_id", "sort_key", "id");
