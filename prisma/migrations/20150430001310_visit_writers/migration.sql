-- Two who write the same fact of a visit are told whose the other is.
-- AlterTable
ALTER TABLE "evaluation_visit" ADD COLUMN "writers" JSONB NOT NULL DEFAULT '{}';
