-- A file that was taken away is still a file of the days on which it was there. One that comes and goes
-- within a day stood at the end of none, and isn't kept.
ALTER TABLE "attachment" ADD COLUMN "removed_at" TIMESTAMPTZ;
ALTER TABLE "attachment" ADD COLUMN "removed_by_name" TEXT;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_removed"
  CHECK (("removed_at" IS NULL) = ("removed_by_name" IS NULL) AND "removed_at" >= "uploaded_at");
