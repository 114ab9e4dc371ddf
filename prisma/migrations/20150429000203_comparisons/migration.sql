-- 观摩评比: criteria with their most points, judges, and what each gave each village of the inspection.
CREATE TABLE "comparison_criterion" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "most" DECIMAL(5,1) NOT NULL,

    CONSTRAINT "comparison_criterion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "comparison_criterion_most" CHECK ("most" > 0)
);
CREATE TABLE "comparison_judge" (
    "id" UUID NOT NULL,
    "inspection_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "comparison_judge_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "comparison_score" (
    "inspection_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "points" DECIMAL(5,1) NOT NULL,

    CONSTRAINT "comparison_score_pkey" PRIMARY KEY ("village_id", "criterion_id", "judge_id"),
    CONSTRAINT "comparison_score_points" CHECK ("points" >= 0)
);
CREATE UNIQUE INDEX "comparison_criterion_inspection_id_id_key" ON "comparison_criterion"("inspection_id", "id");
CREATE UNIQUE INDEX "comparison_judge_inspection_id_id_key" ON "comparison_judge"("inspection_id", "id");
CREATE INDEX "comparison_score_inspection_id_idx" ON "comparison_score"("inspection_id");
ALTER TABLE "comparison_criterion" ADD CONSTRAINT "comparison_criterion_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comparison_judge" ADD CONSTRAINT "comparison_judge_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Village, criterion and judge are of the same inspection.
ALTER TABLE "comparison_score" ADD CONSTRAINT "comparison_score_place_fkey" FOREIGN KEY ("inspection_id", "village_id") REFERENCES "inspection_village"("inspection_id", "village_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comparison_score" ADD CONSTRAINT "comparison_score_criterion_fkey" FOREIGN KEY ("inspection_id", "criterion_id") REFERENCES "comparison_criterion"("inspection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comparison_score" ADD CONSTRAINT "comparison_score_judge_fkey" FOREIGN KEY ("inspection_id", "judge_id") REFERENCES "comparison_judge"("inspection_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody gives more than there is to give, and what was given isn't more than a criterion that shrinks.
CREATE FUNCTION "guard_comparison_points"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "comparison_score" s JOIN "comparison_criterion" c ON c."id" = s."criterion_id"
      WHERE s."criterion_id" = CASE WHEN TG_TABLE_NAME = 'comparison_score'
        THEN (to_jsonb(NEW) ->> 'criterion_id')::uuid ELSE (to_jsonb(NEW) ->> 'id')::uuid END
      AND s."points" > c."most") THEN
    RAISE EXCEPTION 'more points than there are' USING ERRCODE = '23514', CONSTRAINT = 'comparison_points_most';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "comparison_score_most" AFTER INSERT OR UPDATE ON "comparison_score"
  FOR EACH ROW EXECUTE FUNCTION "guard_comparison_points"();
CREATE TRIGGER "comparison_criterion_most" AFTER UPDATE OF "most" ON "comparison_criterion"
  FOR EACH ROW EXECUTE FUNCTION "guard_comparison_points"();
