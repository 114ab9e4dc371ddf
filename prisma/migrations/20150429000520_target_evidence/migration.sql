-- Files beside reports on targets.
ALTER TABLE "attachment" ADD COLUMN "target_sheet_id" UUID;
CREATE INDEX "attachment_target_sheet_id_idx" ON "attachment"("target_sheet_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_target_sheet_id_fkey" FOREIGN KEY ("target_sheet_id")
  REFERENCES "target_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- One owner, whatever kinds there are by now.
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_one_owner";
DO $$
BEGIN
  EXECUTE 'ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_owner" CHECK (num_nonnulls('
    || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]
      WHERE a.attrelid = 'attachment'::regclass) || ') = 1)';
END $$;
