-- In a descending order the id descends too.
DROP INDEX "village_latest_income_last_idx";
CREATE INDEX "village_latest_income_last_idx" ON "village" ("latest_income" DESC NULLS LAST, "id" DESC);
DROP INDEX "village_households_last_idx";
CREATE INDEX "village_households_last_idx" ON "village" ("households" DESC NULLS LAST, "id" DESC);
DROP INDEX "village_population_last_idx";
CREATE INDEX "village_population_last_idx" ON "village" ("population" DESC NULLS LAST, "id" DESC);
DROP INDEX "village_party_members_last_idx";
CREATE INDEX "village_party_members_last_idx" ON "village" ("party_members" DESC NULLS LAST, "id" DESC);
