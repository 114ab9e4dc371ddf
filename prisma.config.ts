import { defineConfig } from 'prisma/config';

/**
 * `prisma generate` looks for a schema engine that it never runs, and would download it; closed
 * networks don't reach its host. Any file satisfies it. For `prisma migrate` set the variable to a
 * real engine.
 */
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://not-set' },
});
