-- Files of inspections and of findings with their rectification.
ALTER TABLE "attachment" ADD COLUMN "inspection_id" UUID;
ALTER TABLE "attachment" ADD COLUMN "finding_id" UUID;
CREATE INDEX "attachment_inspection_id_idx" ON "attachment"("inspection_id");
CREATE INDEX "attachment_finding_id_idx" ON "attachment"("finding_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_inspection_id_fkey" FOREIGN KEY ("inspection_id")
  REFERENCES "inspection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_finding_id_fkey" FOREIGN KEY ("finding_id")
  REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Exactly one of all columns that name an owner, whichever came with other migrations.
DO $$
DECLARE
  owners text;
BEGIN
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO owners
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.conrelid = '"attachment"'::regclass AND c.contype = 'f';
  EXECUTE 'ALTER TABLE "attachment" DROP CONSTRAINT "attachment_one_owner"';
  EXECUTE format('ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_owner" CHECK (num_nonnulls(%s) = 1)', owners);
END $$;
