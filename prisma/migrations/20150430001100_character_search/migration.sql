-- A search by one or two characters, which trigrams don't help with.
CREATE INDEX "village_characters" ON "village" USING gin (string_to_array("search_key", NULL));
CREATE INDEX "unit_characters" ON "unit" USING gin (string_to_array("search_key", NULL));
CREATE INDEX "cadre_characters" ON "cadre" USING gin (string_to_array("search_key", NULL));
