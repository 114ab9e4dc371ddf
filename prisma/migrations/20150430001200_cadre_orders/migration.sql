-- The register in each order it has, both ways: a page is read by an index and not sorted anew.
CREATE INDEX "cadre_born_on_id_idx" ON "cadre" ("born_on", "id");
CREATE INDEX "cadre_rank_sort_key_id_idx" ON "cadre" ("rank", "sort_key", "id");
-- Empty days stand last both ways.
CREATE INDEX "cadre_joined_on_id_idx" ON "cadre" ("joined_on", "id");
CREATE INDEX "cadre_joined_last_id_idx" ON "cadre" ("joined_on" DESC NULLS LAST, "id" DESC);
