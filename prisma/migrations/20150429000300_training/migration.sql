-- Who was trained, where and when (M1).
CREATE TYPE "training_level" AS ENUM ('district', 'township');
CREATE TYPE "training_presence" AS ENUM ('came', 'absent');

CREATE TABLE "training" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "level" "training_level" NOT NULL,
    "township_id" UUID,
    "topic" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "starts_at_noon" BOOLEAN NOT NULL DEFAULT false,
    "ends_at_noon" BOOLEAN NOT NULL DEFAULT false,
    "hours" DECIMAL(5,1) NOT NULL,
    "teachers" TEXT NOT NULL,
    "note" TEXT,
    "entered_by_id" UUID,
    "entered_by_name" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "training_whose" CHECK (("level" = 'township') = ("township_id" IS NOT NULL)),
    CONSTRAINT "training_days" CHECK ("starts_on" <= "ends_on" AND "ends_on" <= "starts_on" + 60),
    CONSTRAINT "training_halves" CHECK (
      "starts_on" < "ends_on" OR NOT ("starts_at_noon" AND "ends_at_noon")),
    CONSTRAINT "training_hours" CHECK ("hours" > 0 AND "hours" <= 1000)
);
CREATE INDEX "training_batch_id_starts_on_idx" ON "training"("batch_id", "starts_on");
CREATE INDEX "training_township_id_idx" ON "training"("township_id");
CREATE INDEX "training_search" ON "training" USING gin ("search_key" gin_trgm_ops);
ALTER TABLE "training" ADD CONSTRAINT "training_batch_id_fkey" FOREIGN KEY ("batch_id")
  REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "training" ADD CONSTRAINT "training_township_id_fkey" FOREIGN KEY ("township_id")
  REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "training_person" (
    "training_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "presence" "training_presence",
    "reason" TEXT,
    "said_by_name" TEXT,
    "said_at" TIMESTAMPTZ,

    CONSTRAINT "training_person_pkey" PRIMARY KEY ("training_id", "cadre_id"),
    CONSTRAINT "training_person_reason" CHECK (
      "reason" IS NULL OR ("presence" IS NOT NULL AND "presence" = 'absent'))
);
CREATE INDEX "training_person_cadre_id_idx" ON "training_person"("cadre_id");
ALTER TABLE "training_person" ADD CONSTRAINT "training_person_training_id_fkey" FOREIGN KEY ("training_id")
  REFERENCES "training"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "training_person" ADD CONSTRAINT "training_person_cadre_id_fkey" FOREIGN KEY ("cadre_id")
  REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
