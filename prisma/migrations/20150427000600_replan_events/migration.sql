-- Changes of posts that a re-plan made: they stand and fall together, as the document was issued.
ALTER TABLE "assignment_event" ADD COLUMN "plan_id" UUID;
CREATE INDEX "assignment_event_plan_id_idx" ON "assignment_event"("plan_id");
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assignment_event" ADD CONSTRAINT "assignment_event_replan_stands" CHECK (
  "plan_id" IS NULL OR "undone_at" IS NULL);
