-- The round's sheet reads sums of everybody's facts, not the facts; they are gathered anew.
DELETE FROM "evaluation_facts";
ALTER TABLE "evaluation_facts" ADD COLUMN "brief" JSONB NOT NULL;
