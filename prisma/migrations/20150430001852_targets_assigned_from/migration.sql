-- Since when a village is asked its targets: what is picked holds from a day on, and a kind that is given
-- in the middle of a term counts from the day on which it was given. Kinds that aren't named here always did.
ALTER TABLE "village_target_choice" ADD COLUMN "effective_from" DATE NOT NULL DEFAULT CURRENT_DATE;
ALTER TABLE "village_target_choice" DISABLE TRIGGER USER;
UPDATE "village_target_choice" SET "effective_from" = ("set_at" AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE "village_target_choice" ENABLE TRIGGER USER;
ALTER TABLE "village_target_choice" ALTER COLUMN "effective_from" DROP DEFAULT;
ALTER TABLE "batch_village" ADD COLUMN "kinds_from" JSONB NOT NULL DEFAULT '{}';
