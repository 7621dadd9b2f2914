ARG NODE_IMAGE=node:24.22.3-bookworm-slim
# A release is built with --build-arg NODE_IMAGE=node@sha256:…; docs/production.md says where the digest comes from.
FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json tsconfig.client.json ./
COPY scripts ./scripts
COPY schema ./schema
COPY src ./src
RUN npm run build && npx tsx scripts/third-party-licences.ts THIRD-PARTY-LICENCES

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DRAIN_DELAY_MS=5000
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY schema ./schema
COPY schema.graphql ./
COPY --from=build /app/THIRD-PARTY-LICENCES ./
COPY --from=build /app/dist ./dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# docs/production.md says what they do, and when to leave the second out.
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=100", "dist/main.js"]
