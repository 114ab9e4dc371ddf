-- Which version of its template each kind of letter uses in a round of evaluation.
-- CreateTable
CREATE TABLE "round_template" (
    "round_id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "edition" INTEGER,

    CONSTRAINT "round_template_pkey" PRIMARY KEY ("round_id","kind")
);

-- AddForeignKey
ALTER TABLE "round_template" ADD CONSTRAINT "round_template_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_template" ADD CONSTRAINT "round_template_kind_edition_fkey" FOREIGN KEY ("kind", "edition") REFERENCES "letter_template"("kind", "edition") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Letters of posts belong to no round. As text: the kinds may be as new as this table.
ALTER TABLE "round_template" ADD CONSTRAINT "round_template_kind" CHECK ("kind"::text IN
  ('annualForm', 'gradeNotice', 'feedbackUnit', 'feedbackSuperior', 'feedbackOrganisation', 'quotaStatement'));

-- Rounds that are opened by now keep what is in use at present. Where the kinds come with the same upgrade
-- there is no template of theirs yet, and nothing to keep.
DO $$
BEGIN
  INSERT INTO "round_template" ("round_id", "kind", "edition")
    SELECT r."id", k."kind", t."edition"
    FROM "evaluation_round" r
      CROSS JOIN unnest(ARRAY['annualForm', 'gradeNotice', 'feedbackUnit', 'feedbackSuperior',
        'feedbackOrganisation', 'quotaStatement']::"letter_kind"[]) AS k("kind")
      LEFT JOIN "letter_template" t ON t."kind" = k."kind" AND t."in_use"
    WHERE r."status" <> 'draft';
EXCEPTION WHEN unsafe_new_enum_value_usage THEN
  NULL;
END $$;

CREATE TRIGGER "a_round_template_batch_closed" BEFORE INSERT OR UPDATE OR DELETE ON "round_template"
  FOR EACH ROW EXECUTE FUNCTION "guard_closed_evaluation"('round_id');
