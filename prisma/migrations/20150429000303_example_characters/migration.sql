-- A word of one or two characters is found by its characters, as in the registers.
CREATE INDEX "example_characters" ON "example" USING gin (string_to_array("search_key", NULL));
CREATE INDEX "training_characters" ON "training" USING gin (string_to_array("search_key", NULL));
