-- How long it took, from the start of the run, to prove the bound.
ALTER TABLE "plan" ADD COLUMN "proof_milliseconds" INTEGER;
