-- Files beside projects and help.
ALTER TABLE "attachment" ADD COLUMN "project_id" UUID;
ALTER TABLE "attachment" ADD COLUMN "help_id" UUID;
CREATE INDEX "attachment_project_id_idx" ON "attachment"("project_id");
CREATE INDEX "attachment_help_id_idx" ON "attachment"("help_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_project_id_fkey" FOREIGN KEY ("project_id")
  REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_help_id_fkey" FOREIGN KEY ("help_id")
  REFERENCES "help"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- One owner, whatever kinds there are by now.
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_one_owner";
DO $$
BEGIN
  EXECUTE 'ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_owner" CHECK (num_nonnulls('
    || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]
      WHERE a.attrelid = 'attachment'::regclass) || ') = 1)';
END $$;
