-- Posts in an order are passed by until the page comes: with their days in the index no row is fetched
-- for that.
DROP INDEX "assignment_village_place_idx";
CREATE INDEX "assignment_village_place_idx" ON "assignment" ("village_place", ("post" = 'deputySecretary'), "id")
  INCLUDE ("post", "starts_on", "ends_on") WHERE "state" <> 'revoked';
DROP INDEX "assignment_person_place_id_idx";
CREATE INDEX "assignment_person_place_idx" ON "assignment" ("person_place", "id")
  INCLUDE ("starts_on", "ends_on") WHERE "state" <> 'revoked';
