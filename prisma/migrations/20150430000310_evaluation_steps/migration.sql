-- 考核 from the entry to the file: records, notices, editions, signatures, reviews, feedback (E5 to E7).
-- CreateEnum
CREATE TYPE "evaluation_record_kind" AS ENUM ('ownReport', 'townshipOpinion', 'unitOpinion', 'committeeOpinion', 'discipline', 'check', 'return', 'meeting', 'form', 'file');

-- CreateEnum
CREATE TYPE "signature_manner" AS ENUM ('agreed', 'objected', 'refused');

-- CreateEnum
CREATE TYPE "feedback_recipient" AS ENUM ('unit', 'superior', 'organisation');

-- CreateEnum
CREATE TYPE "grade_source" AS ENUM ('decision', 'review', 'appeal', 'objection');

-- CreateEnum
CREATE TYPE "grade_case_kind" AS ENUM ('review', 'appeal', 'objection');

-- CreateEnum
CREATE TYPE "grade_case_result" AS ENUM ('kept', 'changed', 'withdrawn');

-- CreateEnum
CREATE TYPE "notice_answer" AS ENUM ('unfounded', 'upheld');



-- AlterTable
ALTER TABLE "letter" ADD COLUMN     "person_id" UUID,
ADD COLUMN     "round_id" UUID;

-- AlterTable
ALTER TABLE "evaluation_person" ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "decided_by_name" TEXT;

-- CreateTable
CREATE TABLE "evaluation_record" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "evaluation_record_kind" NOT NULL,
    "edition" INTEGER,
    "held_on" DATE NOT NULL,
    "by" TEXT NOT NULL,
    "document" TEXT,
    "text" TEXT,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_edition" (
    "person_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "grade" "grade_code" NOT NULL,
    "ground" TEXT,
    "decided_on" DATE NOT NULL,
    "document" TEXT,
    "source" "grade_source" NOT NULL,
    "case_id" UUID,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_edition_pkey" PRIMARY KEY ("person_id","edition")
);

-- CreateTable
CREATE TABLE "grade_notice" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "posted_by_id" UUID,
    "posted_by_name" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_notice_person" (
    "notice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ,

    CONSTRAINT "grade_notice_person_pkey" PRIMARY KEY ("notice_id","person_id")
);

-- CreateTable
CREATE TABLE "notice_objection" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "received_on" DATE NOT NULL,
    "from" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "notice_answer",
    "answer_text" TEXT,
    "answered_on" DATE,
    "answered_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notice_objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_signature" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "told_on" DATE NOT NULL,
    "manner" "signature_manner" NOT NULL,
    "statement" TEXT,
    "witness" TEXT,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_case" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "grade_case_kind" NOT NULL,
    "edition" INTEGER NOT NULL,
    "asked_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT,
    "organ" TEXT,
    "ask_until" DATE,
    "due_on" DATE,
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "extend_reason" TEXT,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "result" "grade_case_result",
    "new_grade" "grade_code",
    "result_text" TEXT,
    "result_document" TEXT,
    "decided_on" DATE,
    "handled_by_id" UUID,
    "handled_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grade_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_feedback" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "recipient" "feedback_recipient" NOT NULL,
    "sent_on" DATE NOT NULL,
    "document" TEXT,
    "sent_by_name" TEXT NOT NULL,
    "received_on" DATE,
    "received_by_id" UUID,
    "received_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grade_feedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evaluation_record_person_id_kind_idx" ON "evaluation_record"("person_id", "kind");

-- CreateIndex
CREATE INDEX "grade_notice_round_id_idx" ON "grade_notice"("round_id");

-- CreateIndex
CREATE INDEX "grade_notice_person_person_id_idx" ON "grade_notice_person"("person_id");

-- CreateIndex
CREATE INDEX "notice_objection_notice_id_person_id_idx" ON "notice_objection"("notice_id", "person_id");

-- CreateIndex
CREATE INDEX "grade_signature_person_id_edition_idx" ON "grade_signature"("person_id", "edition");

-- CreateIndex
CREATE INDEX "grade_case_person_id_idx" ON "grade_case"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "grade_feedback_person_id_edition_recipient_key" ON "grade_feedback"("person_id", "edition", "recipient");

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_record" ADD CONSTRAINT "evaluation_record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_edition" ADD CONSTRAINT "grade_edition_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_edition" ADD CONSTRAINT "grade_edition_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "grade_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_notice" ADD CONSTRAINT "grade_notice_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_notice_person" ADD CONSTRAINT "grade_notice_person_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "grade_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_notice_person" ADD CONSTRAINT "grade_notice_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_objection" ADD CONSTRAINT "notice_objection_notice_id_person_id_fkey" FOREIGN KEY ("notice_id", "person_id") REFERENCES "grade_notice_person"("notice_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_signature" ADD CONSTRAINT "grade_signature_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_case" ADD CONSTRAINT "grade_case_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_feedback" ADD CONSTRAINT "grade_feedback_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE "evaluation_record"
  ADD CONSTRAINT "evaluation_record_edition" CHECK (
    ("kind" IN ('form', 'file')) = ("edition" IS NOT NULL)),
  ADD CONSTRAINT "evaluation_record_reason" CHECK ("kind" <> 'return' OR "text" IS NOT NULL);
ALTER TABLE "grade_edition"
  ADD CONSTRAINT "grade_edition_source" CHECK (
    "edition" >= 1 AND ("edition" = 1) = ("source" = 'decision')
    AND ("source" = 'decision') = ("case_id" IS NULL));
ALTER TABLE "grade_notice"
  ADD CONSTRAINT "grade_notice_days" CHECK ("starts_on" <= "ends_on");
-- Somebody's 优秀 is up once at a time.
CREATE UNIQUE INDEX "grade_notice_person_once" ON "grade_notice_person"("person_id")
  WHERE "withdrawn_at" IS NULL;
ALTER TABLE "notice_objection"
  ADD CONSTRAINT "notice_objection_answered" CHECK (
    num_nonnulls("answer", "answer_text", "answered_on", "answered_by_name") IN (0, 4));
ALTER TABLE "grade_signature"
  ADD CONSTRAINT "grade_signature_words" CHECK (
    ("manner" <> 'objected' OR "statement" IS NOT NULL)
    AND ("manner" <> 'refused' OR "witness" IS NOT NULL));
ALTER TABLE "grade_case"
  ADD CONSTRAINT "grade_case_organ" CHECK ("kind" <> 'appeal' OR "organ" IS NOT NULL),
  ADD CONSTRAINT "grade_case_extended" CHECK ("extended" = ("extend_reason" IS NOT NULL)),
  ADD CONSTRAINT "grade_case_result" CHECK (
    num_nonnulls("result", "result_text", "decided_on", "handled_by_name") IN (0, 4)
    AND ("result" IS NOT DISTINCT FROM 'changed') = ("new_grade" IS NOT NULL)
    AND "decided_on" >= "asked_on");
-- One at a time.
CREATE UNIQUE INDEX "grade_case_open" ON "grade_case"("person_id") WHERE "result" IS NULL;
ALTER TABLE "grade_feedback"
  ADD CONSTRAINT "grade_feedback_received" CHECK (
    num_nonnulls("received_on", "received_by_name") IN (0, 2) AND "received_on" >= "sent_on");

-- Letters of an evaluation: about a person in it, a unit, or the round.
ALTER TABLE "letter" DROP CONSTRAINT "letter_about";
ALTER TABLE "letter" ADD CONSTRAINT "letter_about" CHECK (
  num_nonnulls("assignment_id", "unit_id", "township_id", "person_id") <= 1
  AND ("assignment_id" IS NOT NULL) = ("kind"::text IN ('introduction', 'membership', 'membershipReturn'))
  AND ("unit_id" IS NOT NULL) = ("kind"::text IN ('unitNotice', 'feedbackUnit', 'feedbackSuperior', 'quotaStatement'))
  AND ("township_id" IS NOT NULL) = ("kind"::text = 'townshipNotice')
  AND ("person_id" IS NOT NULL) = ("kind"::text IN ('annualForm', 'gradeNotice'))
  AND ("round_id" IS NOT NULL) = ("kind"::text IN ('annualForm', 'gradeNotice', 'feedbackUnit',
    'feedbackSuperior', 'feedbackOrganisation', 'quotaStatement')));
DROP INDEX "letter_once";
CREATE UNIQUE INDEX "letter_once" ON "letter" ("kind", "batch_id", COALESCE("round_id", "batch_id"),
  COALESCE("person_id", "assignment_id", "unit_id", "township_id", "batch_id")) WHERE "voided_at" IS NULL;

-- What only grows.
CREATE FUNCTION "guard_evaluation_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'records of evaluations only grow'
    USING ERRCODE = '23514', CONSTRAINT = 'evaluation_record_kept';
END $$;
CREATE TRIGGER "evaluation_record_guarded" BEFORE UPDATE OR DELETE ON "evaluation_record"
  FOR EACH ROW EXECUTE FUNCTION "guard_evaluation_record"();
CREATE TRIGGER "grade_edition_guarded" BEFORE UPDATE OR DELETE ON "grade_edition"
  FOR EACH ROW EXECUTE FUNCTION "guard_evaluation_record"();
CREATE TRIGGER "grade_signature_guarded" BEFORE UPDATE OR DELETE ON "grade_signature"
  FOR EACH ROW EXECUTE FUNCTION "guard_evaluation_record"();
CREATE TRIGGER "grade_case_guarded" BEFORE DELETE ON "grade_case"
  FOR EACH ROW EXECUTE FUNCTION "guard_evaluation_record"();
CREATE TRIGGER "notice_objection_guarded" BEFORE DELETE ON "notice_objection"
  FOR EACH ROW EXECUTE FUNCTION "guard_evaluation_record"();
CREATE TRIGGER "notice_objection_answered" BEFORE UPDATE ON "notice_objection"
  FOR EACH ROW WHEN (OLD."answer" IS NOT NULL) EXECUTE FUNCTION "guard_evaluation_record"();
CREATE TRIGGER "grade_case_ended" BEFORE UPDATE ON "grade_case"
  FOR EACH ROW WHEN (OLD."result" IS NOT NULL) EXECUTE FUNCTION "guard_evaluation_record"();
CREATE TRIGGER "grade_feedback_guarded" BEFORE UPDATE ON "grade_feedback"
  FOR EACH ROW WHEN (OLD."received_on" IS NOT NULL) EXECUTE FUNCTION "guard_evaluation_record"();

-- After the decision nothing is written down any more of what led to it.
CREATE FUNCTION "guard_record_of_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" NOT IN ('form', 'file') AND EXISTS (
    SELECT 1 FROM "evaluation_person" p WHERE p."id" = NEW."person_id" AND p."state" = 'decided') THEN
    RAISE EXCEPTION 'the grade is decided' USING ERRCODE = '23514', CONSTRAINT = 'evaluation_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evaluation_record_in_time" BEFORE INSERT ON "evaluation_record"
  FOR EACH ROW EXECUTE FUNCTION "guard_record_of_decided"();

CREATE FUNCTION "guard_ballot_of_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "evaluation_person" p WHERE p."state" = 'decided' AND (
    p."id" = (CASE WHEN TG_OP = 'INSERT' THEN NEW."person_id" ELSE OLD."person_id" END)
    OR (TG_OP = 'UPDATE' AND p."id" = NEW."person_id"))) THEN
    RAISE EXCEPTION 'the grade is decided' USING ERRCODE = '23514', CONSTRAINT = 'evaluation_decided';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "ballot_tally_in_time" BEFORE INSERT OR UPDATE OR DELETE ON "ballot_tally"
  FOR EACH ROW EXECUTE FUNCTION "guard_ballot_of_decided"();

CREATE FUNCTION "guard_visit_of_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "evaluation_person" p WHERE p."state" = 'decided'
    AND p."round_id" = OLD."round_id" AND p."village_id" = OLD."village_id") THEN
    RAISE EXCEPTION 'the grade is decided' USING ERRCODE = '23514', CONSTRAINT = 'evaluation_decided';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "evaluation_visit_in_time" BEFORE UPDATE OR DELETE ON "evaluation_visit"
  FOR EACH ROW EXECUTE FUNCTION "guard_visit_of_decided"();

-- A decided grade stays, and changes only together with its next edition.
CREATE FUNCTION "guard_decided_person"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "free" TEXT[] := ARRAY['grade', 'grade_ground', 'decided_on', 'decision_document', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - "free") IS DISTINCT FROM (to_jsonb(OLD) - "free") THEN
    RAISE EXCEPTION 'the grade is decided' USING ERRCODE = '23514', CONSTRAINT = 'evaluation_decided';
  END IF;
  IF (NEW."grade", NEW."grade_ground", NEW."decided_on", NEW."decision_document")
    IS DISTINCT FROM (OLD."grade", OLD."grade_ground", OLD."decided_on", OLD."decision_document")
    AND NOT EXISTS (SELECT 1 FROM "grade_edition" e WHERE e."person_id" = NEW."id"
      AND e."edition" = (SELECT max(n."edition") FROM "grade_edition" n WHERE n."person_id" = NEW."id")
      AND (e."grade", e."ground", e."decided_on", e."document")
        IS NOT DISTINCT FROM (NEW."grade", NEW."grade_ground", NEW."decided_on", NEW."decision_document")) THEN
    RAISE EXCEPTION 'a decided grade changes with an edition'
      USING ERRCODE = '23514', CONSTRAINT = 'evaluation_grade_edition';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evaluation_person_decided_kept" BEFORE UPDATE OR DELETE ON "evaluation_person"
  FOR EACH ROW WHEN (OLD."state" = 'decided') EXECUTE FUNCTION "guard_decided_person"();

-- The decision is the first edition.
CREATE FUNCTION "write_first_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "grade_edition" ("person_id", "edition", "grade", "ground", "decided_on", "document",
    "source", "entered_by_id", "entered_by_name")
  VALUES (NEW."id", 1, NEW."grade", NEW."grade_ground", NEW."decided_on", NEW."decision_document",
    'decision', NEW."decided_by_id", COALESCE(NEW."decided_by_name", NEW."checked_by_name"))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "evaluation_person_first_edition" AFTER INSERT OR UPDATE OF "state" ON "evaluation_person"
  FOR EACH ROW WHEN (NEW."state" = 'decided') EXECUTE FUNCTION "write_first_edition"();

CREATE FUNCTION "check_edition_in_force"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "evaluation_person" p
    JOIN "grade_edition" e ON e."person_id" = p."id" AND e."grade" = p."grade"
      AND e."decided_on" = p."decided_on"
    WHERE p."id" = NEW."person_id" AND e."edition" = (
      SELECT count(*) FROM "grade_edition" n WHERE n."person_id" = p."id")) THEN
    RAISE EXCEPTION 'a decided grade changes with an edition'
      USING ERRCODE = '23514', CONSTRAINT = 'evaluation_grade_edition';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "grade_edition_in_force" AFTER INSERT ON "grade_edition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_edition_in_force"();

-- E7: a review is handled by somebody who didn't propose, check or decide the grade.
CREATE FUNCTION "guard_reviewer"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'review' AND NEW."result" IN ('kept', 'changed') AND EXISTS (
    SELECT 1 FROM "evaluation_person" p WHERE p."id" = NEW."person_id"
      AND NEW."handled_by_id" IN (p."proposed_by_id", p."checked_by_id", p."decided_by_id")) THEN
    RAISE EXCEPTION 'another person reviews a grade'
      USING ERRCODE = '23514', CONSTRAINT = 'grade_case_other_person';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "grade_case_reviewer" BEFORE INSERT OR UPDATE ON "grade_case"
  FOR EACH ROW EXECUTE FUNCTION "guard_reviewer"();
