-- The changes of a large act, an import of 100,000 rows, are written as they are made, ahead of their
-- entry: its number is known only under the chain's lock, where others wait. They belong to it by a key.
CREATE TABLE "audit_act" (
    "id" UUID NOT NULL,

    CONSTRAINT "audit_act_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "audit_entry" ADD COLUMN "act_id" UUID;
ALTER TABLE "audit_change" ADD COLUMN "act_id" UUID;
ALTER TABLE "audit_change" ALTER COLUMN "seq" DROP NOT NULL;

CREATE UNIQUE INDEX "audit_entry_act_id_key" ON "audit_entry"("act_id");
CREATE INDEX "audit_change_act_id_idx" ON "audit_change"("act_id");

ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "audit_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "audit_change" ADD CONSTRAINT "audit_change_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "audit_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By its entry's number, or by the key.
ALTER TABLE "audit_change" ADD CONSTRAINT "audit_change_of_one" CHECK (num_nonnulls("seq", "act_id") = 1);

CREATE TRIGGER "audit_act_only_grows" BEFORE UPDATE OR DELETE ON "audit_act"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_act_never_emptied" BEFORE TRUNCATE ON "audit_act"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
