import type { FastifyInstance } from "fastify";
import type { Upstreams } from "../graphql/context.ts";
import type { Log } from "../log.ts";
import type { Replicas } from "../replicas/replicas.ts";
import type { Upstream } from "../rest/upstream-client.ts";
import type { DrainDelay } from "./drain-delay.ts";
import type { InFlight } from "./in-flight.ts";

/** Answers health checks: `/health/live` while the process can, `/health/ready` while it takes work. */
export function answerHealth(
  app: FastifyInstance,
  {
    drainDelay,
    inFlight,
    isDraining,
    isReadOnly,
    log,
    replicas,
    upstreams,
  }: {
    /** The knowledge that this replica has of the others. @default the gateway is alone */
    readonly replicas: Pick<Replicas, "state"> | undefined;
    readonly upstreams: Upstreams;
    /** Whether all mutations are refused. */
    readonly isReadOnly: boolean;
    readonly log: Log;
    readonly drainDelay: DrainDelay;
    readonly inFlight: InFlight;
    readonly isDraining: () => boolean;
  },
): void {
  const ofEach = <Value>(fact: (upstream: Upstream) => Value) =>
    Object.fromEntries(Object.values(upstreams).map((upstream) => [upstream.name, fact(upstream)]));
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    const facts = {
      systems: ofEach(({ state }) => state),
      causes: ofEach(({ cause }) => cause),
      apiVersions: ofEach(({ apiVersion }) => apiVersion),
    };
    if (isDraining()) drainDelay.refused();
    const status = isDraining() ? "draining" : inFlight.isFull ? "overloaded" : "ready";
    const { droppedLines, failedAuditLines } = log;
    return reply.code(status === "ready" ? 200 : 503).send({
      status,
      readOnly: isReadOnly,
      ...facts,
      ...replicas?.state,
      log: { droppedLines, failedAuditLines },
    });
  });
}
