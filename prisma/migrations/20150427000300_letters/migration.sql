-- CreateEnum
CREATE TYPE "letter_kind" AS ENUM ('unitNotice', 'townshipNotice', 'introduction', 'membership', 'membershipReturn', 'annex');

-- CreateEnum
CREATE TYPE "membership_direction" AS ENUM ('out', 'back');

-- CreateTable
CREATE TABLE "letter_template" (
    "kind" "letter_kind" NOT NULL,
    "edition" INTEGER NOT NULL,
    "filename" TEXT NOT NULL,
    "file" BYTEA NOT NULL,
    "in_use" BOOLEAN NOT NULL DEFAULT false,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_template_pkey" PRIMARY KEY ("kind","edition")
);

-- CreateTable
CREATE TABLE "letter_counter" (
    "kind" "letter_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "letter_counter_pkey" PRIMARY KEY ("kind","year")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "batch_id" UUID NOT NULL,
    "assignment_id" UUID,
    "unit_id" UUID,
    "township_id" UUID,
    "date" DATE NOT NULL,
    "content" JSONB NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "void_reason" TEXT,
    "voided_by_name" TEXT,
    "voided_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_facts" (
    "assignment_id" UUID NOT NULL,
    "direction" "membership_direction" NOT NULL,
    "dues_paid_until" DATE,
    "validity_days" INTEGER,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_facts_pkey" PRIMARY KEY ("assignment_id","direction")
);

-- CreateIndex
CREATE UNIQUE INDEX "letter_kind_year_number_key" ON "letter"("kind", "year", "number");

-- CreateIndex
CREATE INDEX "letter_batch_id_kind_idx" ON "letter"("batch_id", "kind");

-- What a letter is about stays as long as the letter; the tables stand on their own in the schema.
ALTER TABLE "letter" ADD CONSTRAINT "letter_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "letter" ADD CONSTRAINT "letter_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "letter" ADD CONSTRAINT "letter_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "letter" ADD CONSTRAINT "letter_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "membership_facts" ADD CONSTRAINT "membership_facts_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whom a letter of a kind is about: a person's post, a unit, a township, or the batch alone.
ALTER TABLE "letter" ADD CONSTRAINT "letter_about" CHECK (
  num_nonnulls("assignment_id", "unit_id", "township_id") <= 1
  AND ("assignment_id" IS NOT NULL) = ("kind" IN ('introduction', 'membership', 'membershipReturn'))
  AND ("unit_id" IS NOT NULL) = ("kind" = 'unitNotice')
  AND ("township_id" IS NOT NULL) = ("kind" = 'townshipNotice'));
ALTER TABLE "letter" ADD CONSTRAINT "letter_number" CHECK ("number" > 0 AND "year" = EXTRACT(YEAR FROM "date"));
-- Made once; a voided one keeps its number, and says why.
CREATE UNIQUE INDEX "letter_once" ON "letter"
  ("kind", "batch_id", COALESCE("assignment_id", "unit_id", "township_id", "batch_id")) WHERE "voided_at" IS NULL;
ALTER TABLE "letter" ADD CONSTRAINT "letter_void_with_reason" CHECK (
  ("voided_at" IS NULL) = ("voided_by_name" IS NULL)
  AND ("voided_at" IS NULL OR length(trim("void_reason")) > 0));

-- One version of a kind is printed, or none: then the shipped one.
CREATE UNIQUE INDEX "letter_template_one_in_use" ON "letter_template"("kind") WHERE "in_use";
ALTER TABLE "letter_template" ADD CONSTRAINT "letter_template_size" CHECK ("edition" > 0 AND length("file") BETWEEN 1 AND 5242880);

ALTER TABLE "membership_facts" ADD CONSTRAINT "membership_facts_sane" CHECK (
  "validity_days" BETWEEN 1 AND 366 AND ("dues_paid_until" IS NULL OR EXTRACT(DAY FROM "dues_paid_until") = 1));
