-- 领导联系村 (S5): leaders, their villages with the expected interval; a visit is an inspection of its kind.
CREATE TABLE "district_leader" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "district_leader_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "leader_link" (
    "id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "interval_days" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "leader_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "leader_link_interval" CHECK ("interval_days" > 0),
    CONSTRAINT "leader_link_days" CHECK ("ends_on" >= "starts_on")
);
ALTER TABLE "inspection" ADD COLUMN "leader_id" UUID;
CREATE UNIQUE INDEX "district_leader_user_id_key" ON "district_leader"("user_id");
CREATE INDEX "leader_link_leader_id_idx" ON "leader_link"("leader_id");
CREATE INDEX "leader_link_village_id_idx" ON "leader_link"("village_id");
CREATE INDEX "inspection_leader_id_day_idx" ON "inspection"("leader_id", "day");
ALTER TABLE "district_leader" ADD CONSTRAINT "district_leader_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "leader_link" ADD CONSTRAINT "leader_link_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "district_leader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "leader_link" ADD CONSTRAINT "leader_link_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "district_leader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_of_leader" CHECK ("leader_id" IS NULL OR "kind" = 'leaderVisit');
-- A leader is linked to a village once at a time.
ALTER TABLE "leader_link" ADD CONSTRAINT "leader_link_once"
  EXCLUDE USING gist ("leader_id" WITH =, "village_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&);
