-- What both servers ship: exclusion over ranges, trigram search, Chinese order.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE COLLATION IF NOT EXISTS zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin-kn-true');

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('planner', 'office', 'officer', 'head', 'evaluator', 'inspector', 'liaison', 'leader', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "region_level" AS ENUM ('district', 'township', 'village');

-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('partyGovernment', 'institution', 'enterprise', 'townshipOffice');

-- CreateEnum
CREATE TYPE "speciality" AS ENUM ('partyBuilding', 'governance', 'industry', 'funding', 'publicService', 'infrastructure', 'general');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('male', 'female');

-- CreateEnum
CREATE TYPE "staffing_type" AS ENUM ('administrative', 'civilReference', 'institution', 'enterprise');

-- CreateEnum
CREATE TYPE "rank" AS ENUM ('clerk', 'deputySection', 'section', 'institutionManagement');

-- CreateEnum
CREATE TYPE "management_authority" AS ENUM ('district', 'unit', 'superior');

-- CreateEnum
CREATE TYPE "village_kind" AS ENUM ('communityBuilding', 'modelSecretary', 'weakLax', 'lagging');

-- CreateEnum
CREATE TYPE "tier" AS ENUM ('city', 'district', 'township');

-- CreateEnum
CREATE TYPE "category" AS ENUM ('sectionCadre', 'youngCadre', 'leadingBody', 'officeCadre');

-- CreateEnum
CREATE TYPE "nomination_state" AS ENUM ('active', 'replaced', 'withdrawn');

-- CreateEnum
CREATE TYPE "post" AS ENUM ('firstSecretary', 'deputySecretary', 'secretary');

-- CreateEnum
CREATE TYPE "appointment_kind" AS ENUM ('appointed', 'attached', 'direct');

-- CreateEnum
CREATE TYPE "plan_status" AS ENUM ('draft', 'approved', 'confirmed', 'issued', 'dropped');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('queued', 'running', 'done', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "assignment_state" AS ENUM ('inForce', 'ended', 'revoked');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('regions', 'villages', 'units', 'cadres');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('reading', 'previewed', 'committed', 'failed', 'discarded');

-- CreateEnum
CREATE TYPE "import_row_state" AS ENUM ('new', 'changed', 'unchanged', 'wrong');

-- CreateEnum
CREATE TYPE "basis_kind" AS ENUM ('notice', 'national', 'reading', 'local');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ,
    "last_seen_at" TIMESTAMPTZ,
    "seen_before" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_role" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "township_id" UUID,
    "unit_id" UUID,

    CONSTRAINT "user_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "previous_hash" TEXT,
    "rotated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "revoked_reason" TEXT,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL,
    "blocked_until" TIMESTAMPTZ,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "reply" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "request_id" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT,
    "params" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_change" (
    "id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "version_after" INTEGER,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_counter" (
    "register" TEXT NOT NULL,
    "counter" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "register_counter_pkey" PRIMARY KEY ("register")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "region_level" NOT NULL,
    "parent_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "unit_kind" NOT NULL,
    "township_id" UUID,
    "quota" INTEGER,
    "strengths" "speciality"[],
    "responsible_person" TEXT,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "superior" TEXT,
    "note" TEXT,
    "search_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "village" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "township_id" UUID NOT NULL,
    "households" INTEGER,
    "population" INTEGER,
    "party_members" INTEGER,
    "main_industry" TEXT,
    "note" TEXT,
    "search_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "village_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "village_year" (
    "village_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "operating_income" DECIMAL(14,2),
    "net_income_per_head" DECIMAL(14,2),
    "infrastructure_investment" DECIMAL(14,2),

    CONSTRAINT "village_year_pkey" PRIMARY KEY ("village_id","year")
);

-- CreateTable
CREATE TABLE "cadre" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search_key" TEXT NOT NULL,
    "sex" "sex" NOT NULL,
    "ethnicity" TEXT,
    "born_on" DATE NOT NULL,
    "id_number_cipher" TEXT NOT NULL,
    "id_number_hmac" TEXT NOT NULL,
    "id_number_mask" TEXT NOT NULL,
    "native_place" TEXT,
    "political_status" TEXT,
    "joined_on" DATE,
    "full_member_on" DATE,
    "membership_document" TEXT,
    "working_since" DATE,
    "education" TEXT,
    "unit_id" UUID NOT NULL,
    "position" TEXT,
    "rank" "rank" NOT NULL,
    "staffing_type" "staffing_type" NOT NULL,
    "management_authority" "management_authority",
    "speciality" "speciality" NOT NULL,
    "home_township" TEXT,
    "home_address_cipher" TEXT,
    "health_cipher" TEXT,
    "phone" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cadre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_parameter" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "value" JSONB NOT NULL,
    "inclusive" BOOLEAN,
    "basis_kind" "basis_kind" NOT NULL,
    "basis_source" TEXT NOT NULL,
    "reason" TEXT,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_village" (
    "batch_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "kinds" "village_kind"[],
    "city_dispatched" BOOLEAN NOT NULL DEFAULT false,
    "tier_override" "tier",
    "tier_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "batch_village_pkey" PRIMARY KEY ("batch_id","village_id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "cadre_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "tier" "tier" NOT NULL,
    "category" "category" NOT NULL,
    "state" "nomination_state" NOT NULL DEFAULT 'active',
    "accepted_reason" TEXT,
    "accepted_by" TEXT,
    "accepted_at" TIMESTAMPTZ,
    "replaced_by_id" UUID,
    "replaced_reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "plan_status" NOT NULL DEFAULT 'draft',
    "score" DOUBLE PRECISION,
    "district_score" DOUBLE PRECISION,
    "township_score" DOUBLE PRECISION,
    "bound" DOUBLE PRECISION,
    "optimal" BOOLEAN NOT NULL DEFAULT false,
    "solved_at" TIMESTAMPTZ,
    "solved_milliseconds" INTEGER,
    "earlier_steps" JSONB NOT NULL DEFAULT '[]',
    "approval_meeting" TEXT,
    "approval_date" DATE,
    "minutes_number" TEXT,
    "document_number" TEXT,
    "approved_by_id" UUID,
    "approved_by_name" TEXT,
    "approved_at" TIMESTAMPTZ,
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ,
    "issued_by_name" TEXT,
    "issued_at" TIMESTAMPTZ,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_place" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "tier" "tier" NOT NULL,
    "post" "post" NOT NULL,
    "cadre_id" UUID,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "empty_reason" TEXT,

    CONSTRAINT "plan_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_run" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'queued',
    "worker_id" TEXT,
    "seed" INTEGER NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "phase" TEXT,
    "score" DOUBLE PRECISION,
    "bound" DOUBLE PRECISION,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "message" TEXT,
    "started_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ,
    "heartbeat_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "cancel_requested_at" TIMESTAMPTZ,

    CONSTRAINT "plan_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_run_event" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "data" JSONB NOT NULL,

    CONSTRAINT "plan_run_event_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "plan_id" UUID,
    "place_id" UUID,
    "cadre_id" UUID NOT NULL,
    "village_id" UUID NOT NULL,
    "tier" "tier" NOT NULL,
    "post" "post" NOT NULL,
    "kind" "appointment_kind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "state" "assignment_state" NOT NULL DEFAULT 'inForce',
    "document_number" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "batch_id" UUID,
    "status" "import_status" NOT NULL DEFAULT 'previewed',
    "filename" TEXT NOT NULL,
    "file_cipher" BYTEA,
    "file_size" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "heading_row" INTEGER NOT NULL,
    "columns" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "fingerprint" JSONB NOT NULL,
    "findings" TEXT,
    "message" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "state" "import_row_state" NOT NULL,
    "data" TEXT NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE INDEX "user_role_user_id_idx" ON "user_role"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_action_idx" ON "audit_entry"("action");

-- CreateIndex
CREATE INDEX "audit_entry_entity_entity_id_idx" ON "audit_entry"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "audit_change_entity_entity_id_idx" ON "audit_change"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "audit_change_seq_idx" ON "audit_change"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE INDEX "region_parent_id_idx" ON "region"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_name_key" ON "unit"("name");

-- CreateIndex
CREATE UNIQUE INDEX "unit_township_id_key" ON "unit"("township_id");

-- CreateIndex
CREATE UNIQUE INDEX "village_code_key" ON "village"("code");

-- CreateIndex
CREATE INDEX "village_township_id_idx" ON "village"("township_id");

-- CreateIndex
CREATE UNIQUE INDEX "cadre_id_number_hmac_key" ON "cadre"("id_number_hmac");

-- CreateIndex
CREATE INDEX "cadre_unit_id_idx" ON "cadre"("unit_id");

-- CreateIndex
CREATE INDEX "cadre_sort_key_id_idx" ON "cadre"("sort_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_name_key" ON "batch"("name");

-- CreateIndex
CREATE INDEX "policy_parameter_batch_id_key_effective_from_idx" ON "policy_parameter"("batch_id", "key", "effective_from");

-- CreateIndex
CREATE INDEX "batch_village_village_id_idx" ON "batch_village"("village_id");

-- CreateIndex
CREATE UNIQUE INDEX "nomination_replaced_by_id_key" ON "nomination"("replaced_by_id");

-- CreateIndex
CREATE INDEX "nomination_batch_id_state_idx" ON "nomination"("batch_id", "state");

-- CreateIndex
CREATE INDEX "nomination_cadre_id_idx" ON "nomination"("cadre_id");

-- CreateIndex
CREATE INDEX "nomination_unit_id_idx" ON "nomination"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_batch_id_name_key" ON "plan"("batch_id", "name");

-- CreateIndex
CREATE INDEX "plan_place_village_id_idx" ON "plan_place"("village_id");

-- CreateIndex
CREATE INDEX "plan_place_cadre_id_idx" ON "plan_place"("cadre_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_place_plan_id_village_id_post_key" ON "plan_place"("plan_id", "village_id", "post");

-- CreateIndex
CREATE UNIQUE INDEX "plan_place_plan_id_cadre_id_key" ON "plan_place"("plan_id", "cadre_id");

-- CreateIndex
CREATE INDEX "plan_run_plan_id_idx" ON "plan_run"("plan_id");

-- CreateIndex
CREATE INDEX "assignment_batch_id_starts_on_idx" ON "assignment"("batch_id", "starts_on");

-- CreateIndex
CREATE INDEX "assignment_cadre_id_idx" ON "assignment"("cadre_id");

-- CreateIndex
CREATE INDEX "assignment_village_id_idx" ON "assignment"("village_id");

-- CreateIndex
CREATE INDEX "import_created_by_id_idx" ON "import"("created_by_id");

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_change" ADD CONSTRAINT "audit_change_seq_fkey" FOREIGN KEY ("seq") REFERENCES "audit_entry"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village" ADD CONSTRAINT "village_township_id_fkey" FOREIGN KEY ("township_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village_year" ADD CONSTRAINT "village_year_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_parameter" ADD CONSTRAINT "policy_parameter_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_village" ADD CONSTRAINT "batch_village_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_village" ADD CONSTRAINT "batch_village_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_place" ADD CONSTRAINT "plan_place_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_place" ADD CONSTRAINT "plan_place_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_place" ADD CONSTRAINT "plan_place_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_run" ADD CONSTRAINT "plan_run_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_run_event" ADD CONSTRAINT "plan_run_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "plan_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "plan_place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_cadre_id_fkey" FOREIGN KEY ("cadre_id") REFERENCES "cadre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_village_id_fkey" FOREIGN KEY ("village_id") REFERENCES "village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ---------------------------------------------------------------------------
-- What the schema language can't say.
-- ---------------------------------------------------------------------------

-- Two people can change places in one statement list: the check waits for the end of the transaction.
DROP INDEX "plan_place_plan_id_cadre_id_key";
ALTER TABLE "plan_place" ADD CONSTRAINT "plan_place_plan_id_cadre_id_key"
  UNIQUE ("plan_id", "cadre_id") DEFERRABLE INITIALLY DEFERRED;

-- A cadre has one post at a time; a village one first secretary (or secretary) and one deputy at a time.
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_cadre_one_post"
  EXCLUDE USING gist ("cadre_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&)
  WHERE ("state" = 'inForce') DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_village_one_per_post"
  EXCLUDE USING gist ("village_id" WITH =, (CASE WHEN "post" = 'deputySecretary' THEN 2 ELSE 1 END) WITH =,
    daterange("starts_on", "ends_on", '[]') WITH &&)
  WHERE ("state" = 'inForce') DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_ends_after_start" CHECK ("ends_on" IS NULL OR "ends_on" >= "starts_on");
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_kind_of_tier" CHECK (
  ("tier" = 'district' AND "kind" = 'appointed' AND "post" IN ('firstSecretary', 'deputySecretary'))
  OR ("tier" = 'township' AND (("kind" = 'attached' AND "post" = 'firstSecretary') OR ("kind" = 'direct' AND "post" = 'secretary'))));

ALTER TABLE "batch" ADD CONSTRAINT "batch_ends_after_start" CHECK ("ends_on" >= "starts_on");
ALTER TABLE "batch" ADD CONSTRAINT "batch_starts_after_date" CHECK ("starts_on" >= "date");
-- A batch has one issued plan.
CREATE UNIQUE INDEX "plan_one_issued" ON "plan"("batch_id") WHERE "status" = 'issued';
ALTER TABLE "plan" ADD CONSTRAINT "plan_approval_complete" CHECK (
  "status" IN ('draft', 'dropped') OR ("approval_meeting" IS NOT NULL AND "approval_date" IS NOT NULL
    AND "minutes_number" IS NOT NULL AND "document_number" IS NOT NULL AND "approved_by_id" IS NOT NULL));
-- Nobody approves and confirms the same plan.
ALTER TABLE "plan" ADD CONSTRAINT "plan_two_people" CHECK ("confirmed_by_id" IS NULL OR "confirmed_by_id" <> "approved_by_id");
-- One open run for a plan.
CREATE UNIQUE INDEX "plan_run_one_open" ON "plan_run"("plan_id") WHERE "status" IN ('queued', 'running');
ALTER TABLE "plan_place" ADD CONSTRAINT "plan_place_post_of_tier" CHECK (
  ("tier" = 'district' AND "post" IN ('firstSecretary', 'deputySecretary'))
  OR ("tier" = 'township' AND "post" IN ('firstSecretary', 'secretary')));
ALTER TABLE "plan_place" ADD CONSTRAINT "plan_place_pinned_is_filled" CHECK (NOT "pinned" OR "cadre_id" IS NOT NULL);

-- An issued plan is a document: its places don't change any more.
CREATE FUNCTION "refuse_issued_plan_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "plan" WHERE "id" = COALESCE(OLD."plan_id", NEW."plan_id") AND "status" = 'issued') THEN
    RAISE EXCEPTION 'issued plan' USING ERRCODE = '23514', CONSTRAINT = 'plan_place_frozen';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "plan_place_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "plan_place"
  FOR EACH ROW EXECUTE FUNCTION "refuse_issued_plan_change"();

-- A person is named once to a batch at a time; the category belongs to the tier.
CREATE UNIQUE INDEX "nomination_one_active" ON "nomination"("batch_id", "cadre_id") WHERE "state" = 'active';
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_category_of_tier" CHECK (
  ("tier" = 'district' AND "category" IN ('sectionCadre', 'youngCadre'))
  OR ("tier" = 'township' AND "category" IN ('leadingBody', 'officeCadre')));
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_accepted_with_reason" CHECK (
  ("accepted_reason" IS NULL) = ("accepted_at" IS NULL));

-- An override of the tier says why.
ALTER TABLE "batch_village" ADD CONSTRAINT "batch_village_override_with_reason" CHECK (
  "tier_override" IS NULL OR length(trim("tier_reason")) > 0);

ALTER TABLE "village" ADD CONSTRAINT "village_code_form" CHECK ("code" ~ '^[0-9]{12}$');
ALTER TABLE "village" ADD CONSTRAINT "village_counts" CHECK (
  "households" >= 0 AND "population" >= 0 AND "party_members" >= 0);
ALTER TABLE "village_year" ADD CONSTRAINT "village_year_sane" CHECK ("year" BETWEEN 1949 AND 2999);
ALTER TABLE "region" ADD CONSTRAINT "region_code_form" CHECK ("code" ~ '^[0-9]{6}$' OR "code" ~ '^[0-9]{12}$');
ALTER TABLE "region" ADD CONSTRAINT "region_parent_of_level" CHECK (("level" = 'district') = ("parent_id" IS NULL));
CREATE UNIQUE INDEX "region_township_name" ON "region"("parent_id", "name") WHERE "level" = 'township';
ALTER TABLE "unit" ADD CONSTRAINT "unit_quota" CHECK ("quota" >= 0);
ALTER TABLE "unit" ADD CONSTRAINT "unit_township_office" CHECK (("kind" = 'townshipOffice') = ("township_id" IS NOT NULL));

ALTER TABLE "cadre" ADD CONSTRAINT "cadre_joined_after_birth" CHECK ("joined_on" IS NULL OR "joined_on" > "born_on");
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_full_after_joined" CHECK (
  "full_member_on" IS NULL OR "joined_on" IS NULL OR "full_member_on" >= "joined_on");

-- A role has the scope that it needs, once.
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_scope" CHECK (CASE
  WHEN "role" IN ('officer', 'head') THEN "township_id" IS NOT NULL AND "unit_id" IS NULL
  WHEN "role" = 'liaison' THEN "unit_id" IS NOT NULL AND "township_id" IS NULL
  ELSE "township_id" IS NULL AND "unit_id" IS NULL END);
CREATE UNIQUE INDEX "user_role_once" ON "user_role"("user_id", "role", "township_id", "unit_id") NULLS NOT DISTINCT;

-- The log only grows.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log only grows' USING ERRCODE = '23514', CONSTRAINT = 'audit_only_grows';
END $$;
CREATE TRIGGER "audit_entry_only_grows" BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_change_only_grows" BEFORE UPDATE OR DELETE ON "audit_change"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_entry_never_emptied" BEFORE TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "audit_change_never_emptied" BEFORE TRUNCATE ON "audit_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

-- Search and order.
CREATE INDEX "village_search" ON "village" USING gin ("search_key" gin_trgm_ops);
CREATE INDEX "unit_search" ON "unit" USING gin ("search_key" gin_trgm_ops);
CREATE INDEX "cadre_search" ON "cadre" USING gin ("search_key" gin_trgm_ops);
CREATE INDEX "village_name_order" ON "village" ("name" COLLATE zh_pinyin, "id");
CREATE INDEX "unit_name_order" ON "unit" ("name" COLLATE zh_pinyin, "id");
