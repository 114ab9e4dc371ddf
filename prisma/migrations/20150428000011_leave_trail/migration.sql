-- Why more annual leave than is due is asked for; how it came that leave ended on another day.
ALTER TABLE "leave" ADD COLUMN "beyond_reason" TEXT;
ALTER TABLE "leave" ADD COLUMN "end_reason" TEXT;
-- Whoever asked doesn't decide.
ALTER TABLE "leave" ADD COLUMN "decided_by_id" UUID;
ALTER TABLE "leave" ADD CONSTRAINT "leave_two_people" CHECK ("decided_by_id" <> "asked_by_id");
