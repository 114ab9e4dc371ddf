-- What a plan's bound was proven for: while it is the same, no plan has more points than the bound.
ALTER TABLE "plan" ADD COLUMN "bound_input" TEXT;

-- Whether a run proves its plan after finding it.
ALTER TABLE "plan_run" ADD COLUMN "prove" BOOLEAN NOT NULL DEFAULT true;
