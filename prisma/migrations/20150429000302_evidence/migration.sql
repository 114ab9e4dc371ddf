-- Files beside rows of the field. The bytes lie under DATA_DIR by their digest; a row says whose they
-- are. A further kind of owner is one column, with its index and foreign key, and this CHECK made anew.
CREATE TYPE "evidence_type" AS ENUM ('pdf', 'jpeg', 'png', 'docx', 'xlsx');

CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "evidence_type" NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "uploaded_by_id" UUID,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "training_id" UUID,
    "example_id" UUID,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "attachment_digest" CHECK ("digest" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "attachment_size" CHECK ("size" > 0),
    CONSTRAINT "attachment_name" CHECK (length("name") BETWEEN 1 AND 120 AND "name" !~ '[/\\]'),
    CONSTRAINT "attachment_one_owner" CHECK (num_nonnulls("training_id", "example_id") = 1)
);
CREATE INDEX "attachment_digest_idx" ON "attachment"("digest");
CREATE INDEX "attachment_training_id_idx" ON "attachment"("training_id");
CREATE INDEX "attachment_example_id_idx" ON "attachment"("example_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_training_id_fkey" FOREIGN KEY ("training_id")
  REFERENCES "training"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_example_id_fkey" FOREIGN KEY ("example_id")
  REFERENCES "example"("id") ON DELETE CASCADE ON UPDATE CASCADE;
