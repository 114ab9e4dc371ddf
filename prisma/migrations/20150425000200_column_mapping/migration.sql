-- CreateTable
CREATE TABLE "column_mapping" (
    "user_id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "heading" TEXT NOT NULL,
    "field" TEXT,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("user_id","kind","heading")
);

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A heading is short, and there is one to remember.
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_heading" CHECK (length("heading") BETWEEN 1 AND 200);
