-- A what-if plan: what it was copied from, and the weights that it is reckoned with instead of the policy's.
ALTER TABLE "plan" ADD COLUMN "based_on_id" UUID,
  ADD COLUMN "weight_changes" JSONB;
ALTER TABLE "plan" ADD CONSTRAINT "plan_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "plan_based_on_id_idx" ON "plan"("based_on_id");
ALTER TABLE "plan" ADD CONSTRAINT "plan_not_based_on_itself" CHECK ("based_on_id" <> "id");
ALTER TABLE "plan" ADD CONSTRAINT "plan_weight_changes_named" CHECK (
  "weight_changes" IS NULL OR (jsonb_typeof("weight_changes") = 'object' AND "weight_changes" <> '{}'));
-- What is decided on is reckoned by the batch's policy.
ALTER TABLE "plan" ADD CONSTRAINT "plan_decided_by_policy" CHECK (
  "weight_changes" IS NULL OR "status" IN ('draft', 'dropped'));
