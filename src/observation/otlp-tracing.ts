import {
  type Attributes,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from "@opentelemetry/sdk-trace-node";
import type { CallRecord } from "../rest/call-record.ts";
import type { Clock } from "../rest/clock.ts";
import type { OperationEvent } from "./events.ts";
import { readTraceparent, traceparentOf } from "./traceparent.ts";
import type { TraceBegin, Tracing } from "./tracing.ts";

/** Where traces go. Sampler, size of batches and time limits are read by the SDK from its own `OTEL_*` variables. */
export interface TracingSettings {
  /** Base URL of a collector that takes OTLP over HTTP as JSON; `/v1/traces` is appended. */
  readonly endpoint: string;
  /** Sent with every export. They may hold secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
}

/** Parts of tracing beside its settings. */
export interface TracingParts {
  readonly clock: Clock;
  /** Told that exports begin to fail, and that they succeed again. */
  readonly onExport: (fails: boolean) => void;
}

/** Spans of one operation: it may make thousands of calls that are answered from the cache. */
const mostCallSpans = 100;
/** Time for the last spans when the process ends. */
const lastSpansMs = 2_000;

/**
 * Makes traces by the SDK of OpenTelemetry. Spans are made when an operation has ended, so that it carries nothing but its
 * own. They wait in a queue of 2 048 and are dropped beyond, whatever the collector does; the exporter follows no redirect.
 */
export function createTracing(settings: TracingSettings, { clock, onExport }: TracingParts): Tracing {
  const exporter = watched(
    new OTLPTraceExporter({ url: `${settings.endpoint}/v1/traces`, headers: { ...settings.headers } }),
    onExport,
  );
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": settings.serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer("tributary");
  return {
    begin: (operation) => beginTrace(tracer, operation),
    async close() {
      let cancel = () => {};
      const late = new Promise<void>((resolve) => {
        cancel = clock.after(lastSpansMs, resolve);
      });
      await Promise.race([provider.shutdown().catch(() => {}), late]);
      cancel();
    },
  };
}

/** Tells when exports begin to fail and when they succeed again. */
function watched(exporter: SpanExporter, onExport: TracingParts["onExport"]): SpanExporter {
  let failed = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const fails = result.code !== 0;
        if (fails !== failed) onExport(fails);
        failed = fails;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
  };
}

function beginTrace(tracer: Tracer, { traceparent, startedOnMs, startedAtMs }: TraceBegin) {
  const parent = readTraceparent(traceparent);
  const context = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  const span = tracer.startSpan("operation", { kind: SpanKind.SERVER, startTime: startedOnMs }, context);
  return {
    traceparent: traceparentOf(span.spanContext()),
    end(event: OperationEvent) {
      if (span.isRecording()) {
        span.updateName([event.kind ?? "operation", event.name ?? ""].join(" ").trim());
        span.setAttributes(attributesOf(event));
        if (Object.keys(event.errorCodes).length > 0) span.setStatus({ code: SpanStatusCode.ERROR });
        const within = trace.setSpan(ROOT_CONTEXT, span);
        for (const call of event.calls.slice(0, mostCallSpans)) {
          const startTime = startedOnMs + call.startedAtMs - startedAtMs;
          const attributes = attributesOfCall(call);
          const options = { kind: SpanKind.CLIENT, startTime, attributes };
          const child = tracer.startSpan(call.endpoint, options, within);
          if (call.code !== undefined) child.setStatus({ code: SpanStatusCode.ERROR });
          child.end(startTime + call.durationMs);
        }
      }
      span.end(startedOnMs + event.durationMs);
    },
  };
}

const attributesOf = (event: OperationEvent): Attributes => ({
  "graphql.operation.type": event.kind,
  "graphql.operation.name": event.name,
  "http.response.status_code": event.status,
  "tributary.client": event.client,
  "tributary.answered_by": event.answeredBy,
  "tributary.calls": event.calls.length,
  "tributary.error_codes": Object.keys(event.errorCodes),
});

const attributesOfCall = (call: CallRecord): Attributes => ({
  "tributary.system": call.system,
  "url.template": call.endpoint.slice(call.endpoint.indexOf(" ") + 1),
  "http.request.method": call.endpoint.slice(0, call.endpoint.indexOf(" ")),
  "http.response.status_code": call.status,
  "error.type": call.code,
  "tributary.answered_by": call.servedFrom,
  "tributary.attempts": call.attempts,
  "tributary.budget_wait_ms": call.budgetWaitMs,
  "tributary.age_ms": call.ageMs,
});
