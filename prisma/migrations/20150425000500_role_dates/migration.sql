-- AlterTable
ALTER TABLE "user_role" ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "starts_on" DATE;

-- A role is held from a day to a day, both included; open where none is given.
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_ends_after_start" CHECK ("ends_on" >= "starts_on");

-- A role with its scope is held once at a time; the one that ended may be given again.
DROP INDEX "user_role_once";
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_once"
  EXCLUDE USING gist ("user_id" WITH =, "role" WITH =,
    (COALESCE("township_id", "unit_id", '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
    daterange("starts_on", "ends_on", '[]') WITH &&);
