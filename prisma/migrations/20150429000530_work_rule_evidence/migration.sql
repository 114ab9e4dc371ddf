-- Files beside versions of the daily-work rule.
ALTER TABLE "attachment" ADD COLUMN "work_rule_id" UUID;
CREATE INDEX "attachment_work_rule_id_idx" ON "attachment"("work_rule_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_work_rule_id_fkey" FOREIGN KEY ("work_rule_id")
  REFERENCES "work_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- One owner, whatever kinds there are by now.
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_one_owner";
DO $$
BEGIN
  EXECUTE 'ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_owner" CHECK (num_nonnulls('
    || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]
      WHERE a.attrelid = 'attachment'::regclass) || ') = 1)';
END $$;
