-- Requests of a minute by person, or by address, that processes tell each other. Unlogged: a server that
-- was killed begins to count anew, and nothing of it is written twice.
CREATE UNLOGGED TABLE "request_count" (
    "minute" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "request_count_pkey" PRIMARY KEY ("minute", "key")
);
