-- Who typed the draft of a proposal last. The log has an entry where it becomes somebody else's, not for each pause in typing.
ALTER TABLE "evaluation_person" ADD COLUMN "drafted_by_id" UUID, ADD COLUMN "drafted_by_name" TEXT;
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_draft_named"
  CHECK ("drafted_by_id" IS NULL OR "drafted_by_name" IS NOT NULL);
