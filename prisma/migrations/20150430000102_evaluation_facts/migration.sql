-- What was gathered of a person in a round from targets, appraisals and attendance, for the round's sheet.
-- CreateTable
CREATE TABLE "evaluation_facts" (
    "person_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "gathered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_facts_pkey" PRIMARY KEY ("person_id")
);

-- AddForeignKey
ALTER TABLE "evaluation_facts" ADD CONSTRAINT "evaluation_facts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "evaluation_person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
