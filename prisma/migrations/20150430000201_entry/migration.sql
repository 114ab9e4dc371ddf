-- 到村座谈、民主测评 as they are entered: a bit at a time, by several people, once or twice.
CREATE TYPE "opinion_question" AS ENUM ('results', 'shortcomings', 'advice');

-- A visit is saved as it is typed.
ALTER TABLE "evaluation_visit"
  ALTER COLUMN "held_on" DROP NOT NULL,
  ALTER COLUMN "place" DROP NOT NULL,
  ALTER COLUMN "host" DROP NOT NULL,
  ALTER COLUMN "recorder" DROP NOT NULL,
  ALTER COLUMN "teller" DROP NOT NULL,
  ALTER COLUMN "scrutineer" DROP NOT NULL,
  ADD CONSTRAINT "evaluation_visit_two_people" CHECK ("teller" <> "scrutineer");

-- Opinions on somebody, without who said them.
CREATE TABLE "evaluation_opinion" (
    "visit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "question" "opinion_question" NOT NULL,
    "text" TEXT NOT NULL,
    "changed_by_id" UUID,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_opinion_pkey" PRIMARY KEY ("visit_id","person_id","question")
);
CREATE INDEX "evaluation_opinion_person_id_idx" ON "evaluation_opinion"("person_id");
ALTER TABLE "evaluation_opinion" ADD CONSTRAINT "evaluation_opinion_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "evaluation_visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evaluation_opinion" ADD CONSTRAINT "evaluation_opinion_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A line with figures wanting, or with sums that don't agree: kept, and counted nowhere.
CREATE TABLE "ballot_draft" (
    "person_id" UUID NOT NULL,
    "group" "voter_group" NOT NULL,
    "pass" SMALLINT NOT NULL,
    "content" JSONB NOT NULL,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ballot_draft_pkey" PRIMARY KEY ("person_id","group","pass"),
    CONSTRAINT "ballot_draft_pass" CHECK ("pass" IN (1, 2))
);
ALTER TABLE "ballot_draft" ADD CONSTRAINT "ballot_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Questions beside the grade: their answers make the valid ballots of the line, too.
CREATE UNIQUE INDEX "ballot_tally_id_valid_key" ON "ballot_tally"("id", "valid");
CREATE TABLE "ballot_answer" (
    "tally_id" UUID NOT NULL,
    "question" SMALLINT NOT NULL,
    "valid" INTEGER NOT NULL,
    "first" INTEGER NOT NULL,
    "second" INTEGER NOT NULL,
    "third" INTEGER NOT NULL,
    "fourth" INTEGER NOT NULL,
    "abstained" INTEGER NOT NULL,

    CONSTRAINT "ballot_answer_pkey" PRIMARY KEY ("tally_id","question"),
    CONSTRAINT "ballot_answer_question" CHECK ("question" BETWEEN 1 AND 20),
    CONSTRAINT "ballot_answer_sum" CHECK (LEAST("first", "second", "third", "fourth", "abstained") >= 0
      AND "first" + "second" + "third" + "fourth" + "abstained" = "valid")
);
ALTER TABLE "ballot_answer" ADD CONSTRAINT "ballot_answer_tally_id_valid_fkey" FOREIGN KEY ("tally_id", "valid") REFERENCES "ballot_tally"("id", "valid") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who counts a village first and who second, where ballots are counted twice.
CREATE TABLE "ballot_count" (
    "round_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "pass" SMALLINT NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "ballot_count_pkey" PRIMARY KEY ("round_id","village_id","pass"),
    CONSTRAINT "ballot_count_pass" CHECK ("pass" IN (1, 2))
);
CREATE UNIQUE INDEX "ballot_count_round_id_village_id_user_id_key" ON "ballot_count"("round_id", "village_id", "user_id");
CREATE INDEX "ballot_count_user_id_idx" ON "ballot_count"("user_id");
CREATE INDEX "ballot_count_village_id_idx" ON "ballot_count"("village_id");
ALTER TABLE "ballot_count" ADD CONSTRAINT "ballot_count_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "evaluation_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ballot_count" ADD CONSTRAINT "ballot_count_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ballot_count" ADD CONSTRAINT "ballot_count_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who has somebody's page open just now, so that two are told of each other. Rows go after minutes.
CREATE TABLE "evaluation_presence" (
    "person_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_presence_pkey" PRIMARY KEY ("person_id","user_id")
);
CREATE INDEX "evaluation_presence_user_id_idx" ON "evaluation_presence"("user_id");
ALTER TABLE "evaluation_presence" ADD CONSTRAINT "evaluation_presence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evaluation_presence" ADD CONSTRAINT "evaluation_presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The two counts are two people's.
CREATE UNIQUE INDEX "ballot_tally_two_people" ON "ballot_tally"("person_id", "group", "entered_by_id")
  WHERE "pass" IN (1, 2);

-- Where ballots are counted twice, only what both counted alike or what was settled holds.
CREATE FUNCTION "ballot_tally_counted_twice"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "evaluation_person" p JOIN "evaluation_round" r ON r."id" = p."round_id"
      WHERE p."id" = NEW."person_id" AND r."ballots_twice")
    AND NOT EXISTS (SELECT 1 FROM "ballot_tally" t
      WHERE t."person_id" = NEW."person_id" AND t."group" = NEW."group" AND t."pass" = 3 - NEW."pass"
        AND (t."issued", t."returned", t."valid", t."void", t."first", t."second", t."third",
            t."fourth", t."abstained")
          = (NEW."issued", NEW."returned", NEW."valid", NEW."void", NEW."first", NEW."second",
            NEW."third", NEW."fourth", NEW."abstained"))
  THEN
    RAISE EXCEPTION 'ballots are counted twice'
      USING ERRCODE = '23514', CONSTRAINT = 'ballot_tally_counted_twice';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ballot_tally_counted_twice" AFTER INSERT OR UPDATE ON "ballot_tally"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."is_final" AND NEW."pass" <> 3)
  EXECUTE FUNCTION "ballot_tally_counted_twice"();

-- After the decision the ballots stay as they were.
CREATE FUNCTION "ballot_tally_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "evaluation_person" p
      WHERE p."id" = COALESCE(NEW."person_id", OLD."person_id") AND p."state" = 'decided') THEN
    RAISE EXCEPTION 'the ballots are decided on'
      USING ERRCODE = '23514', CONSTRAINT = 'ballot_tally_decided';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "ballot_tally_decided" BEFORE INSERT OR UPDATE OR DELETE ON "ballot_tally"
  FOR EACH ROW EXECUTE FUNCTION "ballot_tally_decided"();
CREATE FUNCTION "ballot_answer_decided"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ballot_tally" t JOIN "evaluation_person" p ON p."id" = t."person_id"
      WHERE t."id" = COALESCE(NEW."tally_id", OLD."tally_id") AND p."state" = 'decided') THEN
    RAISE EXCEPTION 'the ballots are decided on'
      USING ERRCODE = '23514', CONSTRAINT = 'ballot_tally_decided';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "ballot_answer_decided" BEFORE INSERT OR UPDATE OR DELETE ON "ballot_answer"
  FOR EACH ROW EXECUTE FUNCTION "ballot_answer_decided"();

-- Scans of the signed list and of the tally.
ALTER TABLE "attachment" ADD COLUMN "evaluation_visit_id" UUID;
CREATE INDEX "attachment_evaluation_visit_id_idx" ON "attachment"("evaluation_visit_id");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_evaluation_visit_id_fkey" FOREIGN KEY ("evaluation_visit_id")
  REFERENCES "evaluation_visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_one_owner";
DO $$
BEGIN
  EXECUTE 'ALTER TABLE "attachment" ADD CONSTRAINT "attachment_one_owner" CHECK (num_nonnulls('
    || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum]
      WHERE a.attrelid = 'attachment'::regclass) || ') = 1)';
END $$;
