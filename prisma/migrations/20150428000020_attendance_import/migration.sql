-- AlterEnum
ALTER TYPE "import_kind" ADD VALUE 'attendance';

-- CreateTable
CREATE TABLE "sign_mapping" (
    "user_id" UUID NOT NULL,
    "sign" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_mapping_pkey" PRIMARY KEY ("user_id","sign")
);

-- AddForeignKey
ALTER TABLE "sign_mapping" ADD CONSTRAINT "sign_mapping_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A sign is short, and there is one to remember.
ALTER TABLE "sign_mapping" ADD CONSTRAINT "sign_mapping_sign" CHECK (length("sign") BETWEEN 1 AND 20);
ALTER TABLE "sign_mapping" ADD CONSTRAINT "sign_mapping_mark" CHECK (length("mark") BETWEEN 1 AND 40);
