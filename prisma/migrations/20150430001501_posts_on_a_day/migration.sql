-- Posts in force on a day: those that end by then are most of them once there are several batches.
CREATE INDEX "assignment_last_day_idx" ON "assignment" ((COALESCE("ends_on", 'infinity'::date)), "starts_on");
