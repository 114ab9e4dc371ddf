-- AlterTable
ALTER TABLE "session" ADD COLUMN     "new_address" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "new_device" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "password_expires_at" TIMESTAMPTZ;

-- Only a password that somebody else knows runs out; one's own stays good.
ALTER TABLE "user" ADD CONSTRAINT "own_password_stays"
  CHECK ("password_expires_at" IS NULL OR "must_change_password");
