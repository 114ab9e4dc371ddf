-- 考核: rounds, people, teams, visits and ballots; which grades a set has (E1 to E3, E8).
-- CreateEnum
CREATE TYPE "evaluation_kind" AS ENUM ('annual', 'term');

-- CreateEnum
CREATE TYPE "round_status" AS ENUM ('draft', 'open', 'closed');

-- CreateEnum
CREATE TYPE "evaluation_standing" AS ENUM ('evaluated', 'byUnit', 'leftOut');

-- CreateEnum
CREATE TYPE "evaluation_state" AS ENUM ('entering', 'proposed', 'checked', 'decided');

-- CreateEnum
CREATE TYPE "evaluation_step" AS ENUM ('ownReport', 'visit', 'opinions', 'discipline', 'proposal', 'meeting', 'publicNotice', 'decision', 'told', 'form', 'file');

-- CreateEnum
CREATE TYPE "grade_set" AS ENUM ('civilServant', 'institution');

-- CreateEnum
CREATE TYPE "grade_code" AS ENUM ('excellent', 'competent', 'basicallyCompetent', 'incompetent', 'qualified', 'basicallyQualified', 'unqualified', 'undetermined', 'notAssessed');

-- CreateEnum
CREATE TYPE "voter_group" AS ENUM ('villageCommittees', 'partyMembers', 'representatives', 'townshipCadres');

-- CreateEnum
CREATE TYPE "tie_kind" AS ENUM ('unit', 'relative', 'interest');

-- CreateTable
CREATE TABLE "grade" (
    "set" "grade_set" NOT NULL,
    "code" "grade_code" NOT NULL,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("set","code")
);

-- CreateTable
CREATE TABLE "evaluation_round" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "kind" "evaluation_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "date" DATE NOT NULL,
    "status" "round_status" NOT NULL DEFAULT 'draft',
    "ballots_twice" BOOLEAN NOT NULL DEFAULT false,
    "steps" "evaluation_step"[] NOT NULL DEFAULT ARRAY[]::"evaluation_step"[],
    "questions" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "weights" JSONB,
    "note" TEXT,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_by_name" TEXT,
    "opened_at" TIMESTAMPTZ,
    "closed_by_name" TEXT,
    "closed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_grade_set" (
    "round_id" UUID NOT NULL,
    "tier" "tier" NOT NULL,
    "staffing_type" "staffing_type" NOT NULL,
    "set" "grade_set" NOT NULL,

    CONSTRAINT "round_grade_set_pkey" PRIMARY KEY ("round_id","tier","staffing_type")
);

-- CreateTable
CREATE TABLE "evaluation_person" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "tier" "tier" NOT NULL,
    "staffing_type" "staffing_type" NOT NULL,
    "grade_set" "grade_set" NOT NULL,
    "days_in_post" INTEGER NOT NULL,
    "standing" "evaluation_standing" NOT NULL,
    "standing_ground" TEXT,
    "unit_grade" "grade_code",
    "unit_grade_document" TEXT,
    "state" "evaluation_state" NOT NULL DEFAULT 'entering',
    "suggestion" JSONB,
    "proposed_grade" "grade_code",
    "proposal_reason" TEXT,
    "proposed_by_id" UUID,
    "proposed_by_name" TEXT,
    "proposed_at" TIMESTAMPTZ,
    "checked_by_id" UUID,
    "checked_by_name" TEXT,
    "checked_at" TIMESTAMPTZ,
    "grade" "grade_code",
    "grade_ground" TEXT,
    "decided_on" DATE,
    "decision_document" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_team" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_team_member" (
    "team_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "evaluation_team_member_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "evaluation_team_village" (
    "round_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "evaluation_team_village_pkey" PRIMARY KEY ("round_id","village_id")
);

-- CreateTable
CREATE TABLE "evaluator_tie" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "tie_kind" NOT NULL,
    "unit_id" UUID,
    "cadre_id" UUID,
    "village_id" UUID,
    "relation" "relative_kind",
    "note" TEXT,
    "declared_by_name" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluator_tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_visit" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "recorder" TEXT NOT NULL,
    "teller" TEXT NOT NULL,
    "scrutineer" TEXT NOT NULL,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_visit_group" (
    "visit_id" UUID NOT NULL,
    "group" "voter_group" NOT NULL,
    "present" INTEGER NOT NULL,

    CONSTRAINT "evaluation_visit_group_pkey" PRIMARY KEY ("visit_id","group")
);

-- CreateTable
CREATE TABLE "ballot_tally" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "group" "voter_group" NOT NULL,
    "pass" SMALLINT NOT NULL,
    "is_final" BOOLEAN NOT NULL DEFAULT false,
    "issued" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "valid" INTEGER NOT NULL,
    "void" INTEGER NOT NULL,
    "first" INTEGER NOT NULL,
    "second" INTEGER NOT NULL,
    "third" INTEGER NOT NULL,
    "fourth" INTEGER NOT NULL,
    "abstained" INTEGER NOT NULL,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ballot_tally_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_round_batch_id_kind_year_key" ON "evaluation_round"("batch_id", "kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "round_grade_set_round_id_tier_staffing_type_set_key" ON "round_grade_set"("round_id", "tier", "staffing_type", "set");

-- CreateIndex
CREATE INDEX "evaluation_person_round_id_village_id_idx" ON "evaluation_person"("round_id", "village_id");

-- CreateIndex
CREATE INDEX "evaluation_person_cadre_id_idx" ON "evaluation_person"("cadre_id");

-- CreateIndex
CREATE INDEX "evaluation_person_unit_id_idx" ON "evaluation_person"("unit_id");

-- CreateIndex
CREATE INDEX "evaluation_person_township_id_idx" ON "evaluation_person"("township_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_person_round_id_cadre_id_key" ON "evaluation_person"("round_id", "cadre_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_team_round_id_name_key" ON "evaluation_team"("round_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_team_id_round_id_key" ON "evaluation_team"("id", "round_id");

-- CreateIndex
CREATE INDEX "evaluation_team_member_user_id_idx" ON "evaluation_team_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_team_member_round_id_user_id_key" ON "evaluation_team_member"("round_id", "user_id");

-- CreateIndex
CREATE INDEX "evaluation_team_village_team_id_idx" ON "evaluation_team_village"("team_id");

-- CreateIndex
CREATE INDEX "evaluator_tie_user_id_idx" ON "evaluator_tie"("user_id");

-- CreateIndex
CREATE INDEX "evaluator_tie_unit_id_idx" ON "evaluator_tie"("unit_id");

-- CreateIndex
CREATE INDEX "evaluator_tie_cadre_id_idx" ON "evaluator_tie"("cadre_id");

-- CreateIndex
CREATE INDEX "evaluator_tie_village_id_idx" ON "evaluator_tie"("village_id");

-- CreateIndex
CREATE INDEX "evaluation_visit_village_id_idx" ON "evaluation_visit"("village_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_visit_round_id_village_id_key" ON "evaluation_visit"("round_id", "village_id");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_tally_person_id_group_pass_key" ON "ballot_tally"("person_id", "group", "pass");

-- AddForeignKey
ALTER TABLE "evaluation_round" ADD CONSTRAINT "evaluation_round_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_grade_set" ADD CONSTRAINT "round_grade_set_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_round_id_tier_staffing_type_grade_set_fkey" FOREIGN KEY ("round_id", "tier", "staffing_type", "grade_set") REFERENCES "round_grade_set"("round_id", "tier", "staffing_type", "set") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_grade_set_proposed_grade_fkey" FOREIGN KEY ("grade_set", "proposed_grade") REFERENCES "grade"("set", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_grade_set_grade_fkey" FOREIGN KEY ("grade_set", "grade") REFERENCES "grade"("set", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_person" ADD CONSTRAINT "evaluation_person_grade_set_unit_grade_fkey" FOREIGN KEY ("grade_set", "unit_grade") REFERENCES "grade"("set", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_team" ADD CONSTRAINT "evaluation_team_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_team_member" ADD CONSTRAINT "evaluation_team_member_team_id_round_id_fkey" FOREIGN KEY ("team_id", "round_id") REFERENCES "evaluation_team"("id", "round_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_team_member" ADD CONSTRAINT "evaluation_team_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_team_village" ADD CONSTRAINT "evaluation_team_village_team_id_round_id_fkey" FOREIGN KEY ("team_id", "round_id") REFERENCES "evaluation_team"("id", "round_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_team_village" ADD CONSTRAINT "evaluation_team_village_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_tie" ADD CONSTRAINT "evaluator_tie_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_tie" ADD CONSTRAINT "evaluator_tie_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_tie" ADD CONSTRAINT "evaluator_tie_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluator_tie" ADD CONSTRAINT "evaluator_tie_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_visit" ADD CONSTRAINT "evaluation_visit_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_visit" ADD CONSTRAINT "evaluation_visit_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_visit_group" ADD CONSTRAINT "evaluation_visit_group_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "evaluation_visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_tally" ADD CONSTRAINT "ballot_tally_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- E3: a grade of the other set can't be stored anywhere that points here.
INSERT INTO "grade" ("set", "code")
SELECT 'civilServant'::"grade_set", code::"grade_code" FROM unnest(ARRAY[
  'excellent', 'competent', 'basicallyCompetent', 'incompetent', 'undetermined', 'notAssessed']) AS code
UNION ALL
SELECT 'institution', code::"grade_code" FROM unnest(ARRAY[
  'excellent', 'qualified', 'basicallyQualified', 'unqualified', 'undetermined', 'notAssessed']) AS code;

ALTER TABLE "evaluation_round"
  ADD CONSTRAINT "evaluation_round_year" CHECK ("year" BETWEEN 1990 AND 2100),
  ADD CONSTRAINT "evaluation_round_days" CHECK ("starts_on" <= "ends_on" AND "date" >= "starts_on"),
  ADD CONSTRAINT "evaluation_round_opened" CHECK (("status" = 'draft') = ("opened_at" IS NULL)),
  ADD CONSTRAINT "evaluation_round_closed" CHECK (("status" = 'closed') = ("closed_at" IS NOT NULL));

ALTER TABLE "evaluation_person"
  ADD CONSTRAINT "evaluation_person_days" CHECK ("days_in_post" >= 0),
  ADD CONSTRAINT "evaluation_person_ground" CHECK (
    "standing" = 'evaluated' OR "standing_ground" IS NOT NULL),
  ADD CONSTRAINT "evaluation_person_unit_grade" CHECK (
    "unit_grade" IS NULL OR ("standing" = 'byUnit' AND "unit_grade_document" IS NOT NULL)),
  ADD CONSTRAINT "evaluation_person_elsewhere" CHECK (
    "standing" = 'evaluated' OR "state" = 'entering'),
  ADD CONSTRAINT "evaluation_person_proposed" CHECK ("state" = 'entering' OR (
    "proposed_grade" IS NOT NULL AND "proposed_by_name" IS NOT NULL AND "proposed_at" IS NOT NULL)),
  ADD CONSTRAINT "evaluation_person_proposal_ground" CHECK ("state" = 'entering'
    OR "proposed_grade" NOT IN ('undetermined', 'notAssessed') OR "proposal_reason" IS NOT NULL),
  ADD CONSTRAINT "evaluation_person_checked" CHECK (
    ("state" IN ('checked', 'decided')) = ("checked_at" IS NOT NULL)
    AND ("checked_at" IS NULL) = ("checked_by_name" IS NULL)),
  -- Nobody enters and checks the same grade.
  ADD CONSTRAINT "evaluation_person_two_people" CHECK ("checked_by_id" <> "proposed_by_id"),
  ADD CONSTRAINT "evaluation_person_decided" CHECK (
    ("state" = 'decided') = ("grade" IS NOT NULL) AND ("grade" IS NULL) = ("decided_on" IS NULL)),
  ADD CONSTRAINT "evaluation_person_grade_ground" CHECK (
    "grade" IS NULL OR "grade" NOT IN ('undetermined', 'notAssessed') OR "grade_ground" IS NOT NULL);

ALTER TABLE "evaluator_tie"
  ADD CONSTRAINT "evaluator_tie_one" CHECK (num_nonnulls("unit_id", "cadre_id", "village_id") = 1),
  ADD CONSTRAINT "evaluator_tie_kind" CHECK (
    CASE "kind"
      WHEN 'unit' THEN "unit_id" IS NOT NULL AND "relation" IS NULL
      WHEN 'relative' THEN "unit_id" IS NULL AND "relation" IS NOT NULL
      ELSE "relation" IS NULL
    END);

ALTER TABLE "evaluation_visit_group"
  ADD CONSTRAINT "evaluation_visit_group_present" CHECK ("present" BETWEEN 0 AND 10000);

ALTER TABLE "ballot_tally"
  ADD CONSTRAINT "ballot_tally_pass" CHECK ("pass" IN (1, 2, 3)),
  ADD CONSTRAINT "ballot_tally_numbers" CHECK (LEAST("issued", "returned", "valid", "void",
    "first", "second", "third", "fourth", "abstained") >= 0 AND "issued" <= 10000),
  ADD CONSTRAINT "ballot_tally_returned" CHECK (
    "valid" + "void" = "returned" AND "returned" <= "issued"),
  ADD CONSTRAINT "ballot_tally_grades" CHECK (
    "first" + "second" + "third" + "fourth" + "abstained" = "valid");
CREATE UNIQUE INDEX "ballot_tally_final" ON "ballot_tally"("person_id", "group") WHERE "is_final";
