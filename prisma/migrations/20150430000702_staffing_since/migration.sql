-- E3: somebody whose staffing type changed has in a round the grades of its date: since when the present type holds, and the one before.
ALTER TABLE "cadre" ADD COLUMN "staffing_since" DATE, ADD COLUMN "staffing_before" "staffing_type";
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_staffing_since"
  CHECK (("staffing_since" IS NULL) = ("staffing_before" IS NULL));
