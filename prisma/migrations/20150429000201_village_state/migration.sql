-- 村情: who sits in a village's committees, when they are re-elected, and the weak-and-lax turned round.
CREATE TYPE "village_seat" AS ENUM ('secretary', 'deputySecretary', 'partyMember', 'director', 'deputyDirector', 'committeeMember');
CREATE TYPE "village_body" AS ENUM ('party', 'villagers');

CREATE TABLE "village_holder" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "seat" "village_seat" NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "village_holder_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "village_holder_days" CHECK ("ends_on" >= "starts_on")
);
CREATE TABLE "village_election" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "body" "village_body" NOT NULL,
    "due_on" DATE NOT NULL,
    "held_on" DATE,
    "result" TEXT,
    "document" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "village_election_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "weak_lax" (
    "id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "designated_on" DATE NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "turned_on" DATE,
    "turned_document" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "weak_lax_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "weak_lax_days" CHECK ("turned_on" >= "designated_on"),
    CONSTRAINT "weak_lax_turned" CHECK (("turned_on" IS NULL) = ("turned_document" IS NULL))
);
CREATE INDEX "village_holder_village_id_idx" ON "village_holder"("village_id");
CREATE INDEX "village_election_village_id_idx" ON "village_election"("village_id");
CREATE INDEX "village_election_due_on_idx" ON "village_election"("due_on");
CREATE INDEX "weak_lax_village_id_idx" ON "weak_lax"("village_id");
ALTER TABLE "village_holder" ADD CONSTRAINT "village_holder_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "village_election" ADD CONSTRAINT "village_election_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "weak_lax" ADD CONSTRAINT "weak_lax_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One secretary and one head of the committee at a time; a body is due once; weak and lax once at a time.
ALTER TABLE "village_holder" ADD CONSTRAINT "village_holder_one_head"
  EXCLUDE USING gist ("village_id" WITH =, "seat" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&)
  WHERE ("seat" IN ('secretary', 'director'));
CREATE UNIQUE INDEX "village_election_one_due" ON "village_election"("village_id", "body") WHERE "held_on" IS NULL;
CREATE UNIQUE INDEX "weak_lax_one_open" ON "weak_lax"("village_id") WHERE "turned_on" IS NULL;
