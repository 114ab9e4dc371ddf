-- A payment that was taken back counts no more, but on the days before it did: who looks back sees it.
-- Its source may be gone since, so there is no reference to it.
CREATE TABLE "project_payment_taken_back" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "project_payment_kind" NOT NULL,
    "source_id" UUID,
    "paid_on" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "voucher" TEXT NOT NULL,
    "note" TEXT,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(6) NOT NULL,
    "taken_back_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_payment_taken_back_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "project_payment_taken_back_project_id_idx" ON "project_payment_taken_back"("project_id");
ALTER TABLE "project_payment_taken_back" ADD CONSTRAINT "project_payment_taken_back_project_id_fkey"
  FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION "keep_taken_back_payment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "project_payment_taken_back" ("id", "project_id", "kind", "source_id", "paid_on", "amount",
    "voucher", "note", "entered_by_name", "entered_at")
  VALUES (OLD."id", OLD."project_id", OLD."kind", OLD."source_id", OLD."paid_on", OLD."amount",
    OLD."voucher", OLD."note", OLD."entered_by_name", OLD."entered_at");
  RETURN NULL;
END $$;
CREATE TRIGGER "project_payment_taken_back" AFTER DELETE ON "project_payment"
  FOR EACH ROW EXECUTE FUNCTION "keep_taken_back_payment"();
CREATE TRIGGER "project_payment_taken_back_kept" BEFORE UPDATE OR DELETE ON "project_payment_taken_back"
  FOR EACH ROW EXECUTE FUNCTION "refuse_support_trail_change"();
