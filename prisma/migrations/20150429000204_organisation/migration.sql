-- 组织领导 (S5): offices of the district, townships and units; the item in each unit's yearly report.
CREATE TABLE "office_group" (
    "id" UUID NOT NULL,
    "unit_id" UUID,
    "name" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "contact_phone" TEXT,
    "document" TEXT,
    "set_up_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "office_group_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "duty_report" (
    "unit_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "result" TEXT,
    "document" TEXT,
    "reported_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "duty_report_pkey" PRIMARY KEY ("unit_id", "year"),
    CONSTRAINT "duty_report_item" CHECK (length(trim("item")) > 0),
    CONSTRAINT "duty_report_year" CHECK ("year" BETWEEN 1949 AND 2100)
);
-- One for each unit, and one of the district, which names no unit.
CREATE UNIQUE INDEX "office_group_unit_id_key" ON "office_group"("unit_id");
CREATE UNIQUE INDEX "office_group_of_district" ON "office_group"((true)) WHERE "unit_id" IS NULL;
ALTER TABLE "office_group" ADD CONSTRAINT "office_group_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "duty_report" ADD CONSTRAINT "duty_report_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
