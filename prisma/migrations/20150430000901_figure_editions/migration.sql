-- The statistics office's figures as they stood: a figure that is replaced is kept, for looking back.
CREATE TABLE "township_figure_edition" (
    "township_id" UUID NOT NULL,
    "measure_key" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" DECIMAL(16,4) NOT NULL,
    "source" TEXT NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "township_figure_edition_pkey" PRIMARY KEY ("township_id","measure_key","period","version")
);
ALTER TABLE "township_figure_edition" ADD CONSTRAINT "township_figure_edition_fkey"
  FOREIGN KEY ("township_id", "measure_key", "period")
  REFERENCES "township_figure"("township_id", "measure_key", "period") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "township_figure_edition"
  SELECT "township_id", "measure_key", "period", "version", "value", "source", "set_by_name", "set_at"
  FROM "township_figure";

CREATE FUNCTION "keep_township_figure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "township_figure_edition"
    VALUES (NEW."township_id", NEW."measure_key", NEW."period", NEW."version", NEW."value", NEW."source",
      NEW."set_by_name", NEW."set_at")
    ON CONFLICT ("township_id", "measure_key", "period", "version") DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "township_figure_editions" AFTER INSERT OR UPDATE ON "township_figure"
  FOR EACH ROW EXECUTE FUNCTION "keep_township_figure"();
