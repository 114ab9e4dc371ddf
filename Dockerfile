# syntax=docker/dockerfile:1
# The application alone; PostgreSQL, TLS and backups stand beside it in docker-compose.yml.
ARG NODE=20.20-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /src
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/bench/package.json apps/bench/
COPY apps/e2e/package.json apps/e2e/
COPY apps/web/package.json apps/web/
COPY packages/contracts/package.json packages/contracts/
COPY packages/database/package.json packages/database/
COPY packages/domain/package.json packages/domain/
COPY packages/planner/package.json packages/planner/
COPY scripts scripts
# Packages change less often than our code: a layer of their own.
RUN node -e "import('./scripts/bootstrap.mjs').then(({ bootstrap }) => bootstrap('install'))"
COPY . .
RUN node scripts/release.mjs --to /release

FROM node:${NODE}
RUN groupadd --gid 10001 xuanpai \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin xuanpai \
  && install -d -o 10001 -g 10001 -m 700 /backups /data
COPY --from=build /release /opt/xuanpai
COPY deploy/backup-daily.sh /opt/xuanpai/backup-daily.sh
WORKDIR /opt/xuanpai
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 TZ=Asia/Shanghai
# As `npm start`: each thread's heap of its own keeps what it had at most.
ENV MALLOC_ARENA_MAX=2
USER 10001:10001
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`: the memory of each further helper thread of V8 is never given back.
CMD ["node", "--v8-pool-size=1", "apps/api/dist/main.js"]
