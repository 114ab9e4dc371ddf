-- AlterTable
ALTER TABLE "session" ADD COLUMN     "new_address" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "new_device" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "password_expires_at" TIMESTAMPTZ;
