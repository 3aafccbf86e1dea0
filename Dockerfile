# docker build --tag acct --build-arg REVISION="$(git rev-parse HEAD)" .
# docker run --read-only --tmpfs /tmp --volume acct:/data --publish 127.0.0.1:3000:3000 --env-file acct.env acct
# Both stages are of one Debian: what is compiled in the first runs in the second.
ARG NODE=22-bookworm

FROM node:${NODE} AS build
# better-sqlite3 is compiled, with the headers that the image brings, and no binary is loaded from elsewhere.
ENV npm_config_build_from_source=true \
    npm_config_nodedir=/usr/local \
    npm_config_verify_deps_before_run=false \
    CI=true
RUN npm install --global pnpm@10.34.9
WORKDIR /source
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
RUN pnpm fetch
COPY . .
RUN pnpm install --offline --frozen-lockfile --filter '@acct/server...' \
 && pnpm --filter '@acct/server...' build
RUN pnpm --filter @acct/server --config.inject-workspace-packages=true --offline deploy --prod /acct
# What was needed to compile, and what only editors and debuggers read.
RUN cd /acct/node_modules/.pnpm/better-sqlite3@*/node_modules/better-sqlite3 \
 && find build -type f ! -name better_sqlite3.node -delete && rm -r deps src \
 && find /acct -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.cts' -o -name '*.d.mts' \) -delete

FROM node:${NODE}-slim
ARG REVISION
LABEL org.opencontainers.image.title="acct" \
      org.opencontainers.image.description="A self-hosted user-account service that speaks five documented APIs over one account store." \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ACCT_DATA_DIR=/data
# `exec` lets Node be the first process, which hears signals. /data is all that the user may write.
RUN printf '#!/bin/sh\nexec node /acct/dist/main.js "$@"\n' > /usr/local/bin/acct \
 && chmod 755 /usr/local/bin/acct && install -d -m 700 -o 1000 -g 1000 /data
COPY --from=build /acct /acct
USER 1000:1000
VOLUME /data
EXPOSE 3000
# Whether it lives: a database that is away (/readyz) is not mended by starting acct again.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["acct"]
CMD ["serve"]
