import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { lookAt } from "../support/planted-search.ts";

/** A span as it came over the wire, its attributes as an object. */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  /** Milliseconds from its start to its end. */
  readonly durationMs: number;
  readonly startMs: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

/** A collector of traces on the loopback interface. */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  /** Requests so far: path and headers. */
  readonly requests: readonly {
    readonly path: string;
    readonly headers: Readonly<Record<string, unknown>>;
  }[];
  readonly bodies: readonly string[];
  spans(): ReceivedSpan[];
}

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number | string;
  readonly arrayValue?: { readonly values: readonly Value[] };
}

const plain = ({ stringValue, intValue, arrayValue }: Value): unknown =>
  arrayValue ? arrayValue.values.map(plain) : (stringValue ?? Number(intValue));

/** Opens a collector. @param answer what it does with a request. @default it takes it */
export async function openCollector(
  answer: (respond: (status: number, headers?: Record<string, string>) => void) => void = (respond) =>
    respond(200),
): Promise<Collector> {
  const requests: Collector["requests"][number][] = [];
  const bodies: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    lookAt("span", body);
    requests.push({ path: incoming.url ?? "", headers: incoming.headers });
    bodies.push(body);
    answer((status, headers) => void outgoing.writeHead(status, headers).end("{}"));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    bodies,
    spans: () => bodies.flatMap((body) => spansIn(JSON.parse(body) as Export)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** The part of the JSON form of OTLP that is read. */
interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

interface Attribute {
  readonly key: string;
  readonly value: Value;
}

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
  readonly status?: { readonly code?: number };
}

const spansIn = ({ resourceSpans }: Export): ReceivedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans.map((span) => received(span, resource.attributes))),
  );

const errorStatus = 2;
const nanosecondsPerMs = 1_000_000n;

function received(span: Span, ofResource: readonly Attribute[]): ReceivedSpan {
  const { attributes, endTimeUnixNano, name, parentSpanId, spanId, startTimeUnixNano, status, traceId } =
    span;
  const [startedAt, endedAt] = [BigInt(startTimeUnixNano), BigInt(endTimeUnixNano)];
  return {
    name,
    traceId,
    spanId,
    ...(parentSpanId !== undefined && { parentSpanId }),
    startMs: Number(startedAt / nanosecondsPerMs),
    durationMs: Number((endedAt - startedAt) / nanosecondsPerMs),
    isError: status?.code === errorStatus,
    attributes: Object.fromEntries(
      [...ofResource, ...attributes].map(({ key, value }) => [key, plain(value)]),
    ),
  };
}
